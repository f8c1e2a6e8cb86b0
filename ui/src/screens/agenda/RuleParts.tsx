import { NativeSelect, NumberInput, TextInput } from '@mantine/core';
import { useRef, useState } from 'react';
import type { Repeat } from '../../engine';
import { DayPicker } from '../../parts/DayPicker';
import { addDays, formatDate } from '../../words/format';
import * as words from '../../words/recurrence';
import { isoDate } from '../../words/typed';
import { dayOf } from './time';

interface PartProps {
  repeat: Repeat;
  starts: string;
  onSet: (change: Partial<Repeat>) => void;
}

/** Which day of the month. */
export function MonthDays({ repeat, starts, onSet }: PartProps) {
  const choices = words.monthChoices(starts);
  const own = JSON.stringify([repeat.days, repeat.monthDays]);
  const known = choices.some(({ value }) => value === own);
  return (
    <NativeSelect
      label={words.onDay}
      size="sm"
      value={own}
      data={[
        ...(known
          ? []
          : [
              {
                value: own,
                label: words.sentence(repeat, { starts, ends: starts, allDay: true, skip: [] }),
              },
            ]),
        ...choices.map(({ value, label }) => ({ value, label })),
      ]}
      onChange={(event) => {
        const part = choices.find(({ value }) => value === event.currentTarget.value)?.part;
        if (part) onSet({ ...part, positions: [] });
      }}
    />
  );
}

/** When it stops. */
export function End({ repeat, starts, onSet }: PartProps) {
  const way = repeat.until !== null ? 'until' : repeat.count !== null ? 'count' : 'never';
  const [text, setText] = useState(repeat.until ? formatDate(repeat.until) : '');
  const open = useRef<() => void>(() => undefined);
  const setUntil = (typed: string) => {
    setText(typed);
    const day = isoDate(typed.trim());
    if (day) onSet({ until: day, count: null });
  };
  return (
    <>
      <NativeSelect
        label={words.ends}
        size="sm"
        value={way}
        data={[
          { value: 'never', label: words.endNever },
          { value: 'until', label: words.endUntil },
          { value: 'count', label: words.endCount },
        ]}
        onChange={(event) => {
          const next = event.currentTarget.value;
          const day = addDays(dayOf(starts), 182);
          if (next === 'until') setText(formatDate(day));
          onSet({ until: next === 'until' ? day : null, count: next === 'count' ? 10 : null });
        }}
      />
      {way === 'until' && (
        <TextInput
          label={words.until}
          size="sm"
          w={132}
          value={text}
          onChange={(event) => setUntil(event.currentTarget.value)}
          rightSection={
            <DayPicker label={words.until} value={text} onChange={setUntil} open={open} />
          }
        />
      )}
      {way === 'count' && (
        <NumberInput
          label={words.count}
          size="sm"
          w={110}
          min={1}
          max={999}
          clampBehavior="strict"
          value={repeat.count ?? 1}
          onChange={(value) => onSet({ count: Math.max(1, Number(value) || 1), until: null })}
        />
      )}
    </>
  );
}
