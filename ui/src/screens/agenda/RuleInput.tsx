import { Chip, NativeSelect, NumberInput, Text } from '@mantine/core';
import type { Repeat, SeriesRule } from '../../engine';
import { IconX } from '../../parts/icons';
import * as appointment from '../../words/appointment';
import { formatDate } from '../../words/format';
import * as words from '../../words/recurrence';
import classes from './Agenda.module.css';
import { End, MonthDays } from './RuleParts';
import { dayOf } from './time';

interface Props {
  rule: SeriesRule;
  onRule: (rule: SeriesRule) => void;
  starts: string;
  ends: string;
  allDay: boolean;
  /** The day on which it first falls. */
  first: string | null;
  error: string | null;
}

const DAYS = [1, 2, 3, 4, 5, 6, 7];

/** How an appointment comes back, said again as a sentence. */
export function RuleInput(props: Props) {
  const { rule, onRule, starts, ends, allDay, first, error } = props;
  const { repeat, skip } = rule;
  const set = (change: Partial<Repeat>) =>
    repeat && onRule({ ...rule, repeat: { ...repeat, ...change } });

  function setFrequency(value: string) {
    if (value === '') return onRule({ repeat: null, skip: [] });
    const freq = value as Repeat['freq'];
    const days = freq === 'weekly' ? [{ weekday: words.weekdayOf(starts), nth: null }] : [];
    const kept = repeat ? { until: repeat.until, count: repeat.count } : {};
    onRule({ repeat: { ...words.plainRule, ...kept, freq, days }, skip });
  }

  return (
    <fieldset className={classes.rule}>
      <legend className="visually-hidden">{words.label}</legend>
      <div className={classes.ruleLine}>
        <NativeSelect
          label={words.label}
          size="sm"
          value={repeat?.freq ?? ''}
          data={[
            { value: '', label: words.never },
            ...Object.entries(words.frequencies).map(([value, label]) => ({ value, label })),
          ]}
          onChange={(event) => setFrequency(event.currentTarget.value)}
        />
        {repeat && (
          <NumberInput
            label={words.interval}
            size="sm"
            w={120}
            min={1}
            max={99}
            clampBehavior="strict"
            value={repeat.interval}
            onChange={(value) => set({ interval: Math.max(1, Number(value) || 1) })}
            rightSection={<span className="unit">{words.units[repeat.freq]}</span>}
            rightSectionWidth={70}
          />
        )}
        {repeat?.freq === 'monthly' && <MonthDays repeat={repeat} starts={starts} onSet={set} />}
        {repeat && <End repeat={repeat} starts={starts} onSet={set} />}
      </div>
      {repeat?.freq === 'weekly' && (
        <div className={classes.ruleDays} role="group" aria-label={words.onDays}>
          {DAYS.map((weekday) => (
            <Chip
              key={weekday}
              size="xs"
              checked={repeat.days.some((day) => day.weekday === weekday)}
              onChange={(on) => {
                const others = repeat.days.filter((day) => day.weekday !== weekday);
                const days = on ? [...others, { weekday, nth: null }] : others;
                set({ days: [...days].sort((one, other) => one.weekday - other.weekday) });
              }}
            >
              {words.dayName(weekday)}
            </Chip>
          ))}
        </div>
      )}
      {repeat && (
        <p className={classes.sentence} role="status">
          {words.sentence(repeat, { starts, ends, allDay, skip })}
        </p>
      )}
      {repeat && first && first !== dayOf(starts) && !error && (
        <Text size="xs">{appointment.startsOn(first)}</Text>
      )}
      {error && (
        <Text size="xs" c="var(--mantine-color-error)" role="alert">
          {error}
        </Text>
      )}
      {repeat && skip.length > 0 && (
        <ul className={classes.skipped} aria-label={words.skipped}>
          {skip.map((day) => (
            <li key={day}>
              <button
                type="button"
                aria-label={words.bringBack(day)}
                onClick={() => onRule({ ...rule, skip: skip.filter((known) => known !== day) })}
              >
                {formatDate(day)}
                <IconX size={12} aria-hidden />
              </button>
            </li>
          ))}
        </ul>
      )}
    </fieldset>
  );
}
