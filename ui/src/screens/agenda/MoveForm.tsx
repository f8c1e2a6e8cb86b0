import { NativeSelect, TextInput } from '@mantine/core';
import { useRef, useState } from 'react';
import type { AgendaSlot } from '../../engine';
import { DayPicker } from '../../parts/DayPicker';
import * as words from '../../words/agenda';
import * as appointment from '../../words/appointment';
import { codeSentence } from '../../words/errors';
import { formatDate } from '../../words/format';
import { isoDate } from '../../words/typed';
import type { Acts } from './acts';
import classes from './Agenda.module.css';
import { FormFrame } from './FormFrame';
import { dayOf, later, lengthOf } from './time';

export interface Moving {
  slot: AgendaSlot;
  what: 'move' | 'length';
}

/** What the mouse does by dragging: another day, another hour, another length. */
export function MoveForm({
  moving,
  acts,
  onClose,
}: {
  moving: Moving;
  acts: Acts;
  onClose: () => void;
}) {
  const { slot, what } = moving;
  const title = words.slotTitle(slot);
  const [day, setDay] = useState(formatDate(dayOf(slot.startsAt)));
  const [time, setTime] = useState(slot.startsAt.slice(11, 16));
  const [length, setLength] = useState(lengthOf(slot));
  const [error, setError] = useState<string | null>(null);
  const open = useRef<() => void>(() => undefined);

  function submit() {
    if (what === 'length') {
      onClose();
      acts.ask({ what: 'move', slot, starts: slot.startsAt, ends: later(slot.startsAt, length) });
      return;
    }
    const on = isoDate(day.trim());
    const at = /^(\d{1,2})\s*[h:]\s*(\d{2})?$/.exec(time.trim());
    const hours = Number(at?.[1] ?? 99);
    const minutes = Number(at?.[2] ?? 0);
    if (!on || (!slot.allDay && (hours > 23 || minutes > 59)))
      return setError(codeSentence('bad_date'));
    const clock = slot.allDay
      ? slot.startsAt.slice(11, 16)
      : `${String(hours).padStart(2, '0')}:${String(minutes).padStart(2, '0')}`;
    onClose();
    acts.ask({ what: 'move', slot, starts: `${on}T${clock}` });
  }

  const lengths = appointment.lengths.includes(length)
    ? appointment.lengths
    : [...appointment.lengths, length];
  return (
    <FormFrame
      title={what === 'move' ? appointment.moveTitle(title) : appointment.lengthTitle(title)}
      label={appointment.confirm[what === 'move' ? 'move' : 'edit']}
      size={420}
      onSubmit={submit}
      onClose={onClose}
    >
      {what === 'move' ? (
        <div className={classes.ruleLine}>
          <TextInput
            data-autofocus
            label={appointment.newDay}
            value={day}
            error={error}
            onChange={(event) => setDay(event.currentTarget.value)}
            rightSection={
              <DayPicker label={appointment.newDay} value={day} onChange={setDay} open={open} />
            }
          />
          {!slot.allDay && (
            <TextInput
              label={appointment.newStart}
              w={120}
              value={time}
              onChange={(event) => setTime(event.currentTarget.value)}
            />
          )}
        </div>
      ) : (
        <NativeSelect
          data-autofocus
          label={appointment.length}
          value={String(length)}
          data={lengths.map((minutes) => ({
            value: String(minutes),
            label: appointment.lengthOf(minutes),
          }))}
          onChange={(event) => setLength(Number(event.currentTarget.value))}
        />
      )}
    </FormFrame>
  );
}
