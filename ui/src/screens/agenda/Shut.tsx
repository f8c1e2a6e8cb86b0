import type { AgendaDay } from '../../engine';
import * as words from '../../words/agenda';
import classes from './Agenda.module.css';
import { minutesOf } from './time';

interface ShutProps {
  day: AgendaDay;
  first: number;
  last: number;
  top: (minutes: number) => number;
}

/** The hours at which the doors are closed. */
export function Shut({ day, first, last, top }: ShutProps) {
  const minutes = (text: string) => minutesOf(`${day.date}T${text}`);
  const parts: [number, number][] = [];
  let from = first * 60;
  for (const [opens, closes] of day.open) {
    parts.push([from, minutes(opens)]);
    from = minutes(closes);
  }
  parts.push([from, last * 60]);
  return parts
    .filter(([begins, ends]) => ends > begins)
    .map(([begins, ends]) => (
      <i
        key={begins}
        className={classes.shut}
        title={words.closed}
        style={{ top: top(begins), height: top(ends) - top(begins) }}
      />
    ));
}
