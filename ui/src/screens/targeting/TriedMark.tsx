import type { TargetTried } from '../../engine';
import { IconCheck, IconX } from '../../parts/icons';
import * as words from '../../words/targeting';
import classes from './Targeting.module.css';

/** Does a condition hold for the client that is tried? */
export function TriedMark({ tried }: { tried: TargetTried }) {
  const text = tried.holds ? words.holds : words.fails;
  return (
    <span className={tried.holds ? classes.holds : classes.fails}>
      {tried.holds ? <IconCheck size={14} aria-hidden /> : <IconX size={14} aria-hidden />}
      {text}
    </span>
  );
}
