import { useState } from 'react';
import * as words from '../../words/agenda';
import classes from './Agenda.module.css';
import type { Board } from './board';
import { DayLines } from './DayLines';
import { dayOf, lasts, later, touches } from './time';

interface Props {
  days: string[];
  board: Board;
  /** A day alone has room for all of them. */
  whole: boolean;
}

/** Lines above the hours of a week. */
const SHOWN = 2;
const SHOWN_ALONE = 8;

/** What has no hour: absences, follow-ups. Something dropped there is for the whole day. */
export function Above({ days, board, whole }: Props) {
  const [over, setOver] = useState<string | null>(null);
  const most = whole ? SHOWN_ALONE : SHOWN;

  function onDrop(day: string) {
    const { dragged } = board;
    setOver(null);
    board.onDrag(null);
    const whole = { starts: `${day}T00:00`, ends: `${day}T23:59`, allDay: true };
    if (dragged?.records) {
      // A follow-up put on a day is done that day.
      board.onDraft({ ...whole, records: dragged.records, followUp: dragged.followUp });
    } else if (dragged?.slot.what === 'follow_up') {
      board.acts.ask({ what: 'move', slot: dragged.slot, starts: whole.starts });
    } else if (dragged) {
      const { slot } = dragged;
      const ends = slot.above ? later(whole.starts, lasts(slot.startsAt, slot.endsAt)) : whole.ends;
      board.acts.ask({ what: 'move', slot, starts: whole.starts, ends, allDay: true });
    }
  }

  return (
    <div className={classes.above}>
      <span className={classes.corner}>{words.allDay}</span>
      {days.map((day) => {
        const slots = board.slots.filter((slot) => slot.above && touches(slot, day));
        return (
          <div
            key={day}
            className={classes.aboveDay}
            data-column={`${day}/day`}
            data-over={over === day || undefined}
            data-today={day === board.today || undefined}
            onDragOver={(event) => {
              if (!board.dragged) return;
              event.preventDefault();
              setOver(day);
            }}
            onDragLeave={() => setOver(null)}
            onDrop={(event) => {
              event.preventDefault();
              onDrop(day);
            }}
            onDoubleClick={(event) => {
              if (event.target !== event.currentTarget) return;
              const whole = { starts: `${day}T00:00`, ends: `${day}T23:59`, allDay: true };
              board.onDraft({ ...whole, records: [] });
            }}
          >
            <DayLines
              day={day}
              slots={slots}
              board={board}
              most={most}
              onOthers={() => board.onDay(dayOf(day))}
            />
          </div>
        );
      })}
    </div>
  );
}
