import { useLocation } from 'wouter';
import * as words from '../../words/agenda';
import classes from './Agenda.module.css';

interface Props {
  day: string;
  count: number;
  /** Lanes of the column: this is the last one. */
  most: number;
  top: number;
  height: number;
}

/** Events that have no room side by side; the list of the day has them all. */
export function Crowd({ day, count, most, top, height }: Props) {
  const [, go] = useLocation();
  const width = 100 / most;
  return (
    <button
      type="button"
      className={classes.crowd}
      style={{ top, height, left: `calc(${100 - width}% + 1px)`, width: `calc(${width}% - 4px)` }}
      aria-label={words.othersOf(count, day)}
      title={words.othersOf(count, day)}
      onClick={() => go(`/agenda/liste/${day}`)}
    >
      {words.crowd(count)}
    </button>
  );
}
