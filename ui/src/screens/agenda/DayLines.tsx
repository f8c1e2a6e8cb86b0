import type { AgendaSlot } from '../../engine';
import { gather } from '../../live/gather';
import * as words from '../../words/agenda';
import classes from './Agenda.module.css';
import type { Board } from './board';
import { Event } from './Event';
import { followUpsLast } from './gather';

interface Props {
  day: string;
  slots: AgendaSlot[];
  board: Board;
  /** Lines that have room, the one that counts the others among them. */
  most: number;
  onOthers: () => void;
}

/** The events of a day, a line each, and how many more there are. Follow-ups come last: they are many, and counted. */
export function DayLines({ day, slots, board, most, onOthers }: Props) {
  const own = gather(slots);
  own.sort(followUpsLast);
  const shown = own.length > most ? own.slice(0, most - 1) : own;
  const left = own.length - shown.length;
  return (
    <>
      {shown.map(({ slot, others }) => (
        <Event
          key={`${slot.ref}/${slot.day}`}
          slot={slot}
          others={others}
          board={board}
          shape="line"
        />
      ))}
      {left > 0 && (
        <button
          type="button"
          className={classes.others}
          aria-label={words.othersOf(left, day)}
          onClick={onOthers}
        >
          {words.others(left)}
        </button>
      )}
    </>
  );
}
