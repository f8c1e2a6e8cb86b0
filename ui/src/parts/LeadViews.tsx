import { Link } from 'wouter';
import * as words from '../words/leads';
import { IconLayoutKanban, IconListCheck } from './icons';
import classes from './LeadViews.module.css';

/** The two faces of the leads: the board by urgency, and the list with all its columns. */
export function LeadViews({ shown }: { shown: 'board' | 'list' }) {
  return (
    <nav className={classes.views} aria-label={words.views}>
      <Link href="/leads" aria-current={shown === 'board' ? 'page' : undefined}>
        <IconLayoutKanban size={15} aria-hidden /> <span>{words.board}</span>
      </Link>
      <Link href="/liste/leads" aria-current={shown === 'list' ? 'page' : undefined}>
        <IconListCheck size={15} aria-hidden /> <span>{words.list}</span>
      </Link>
    </nav>
  );
}
