import { Link } from 'wouter';
import type { Filter, FollowUp } from '../../engine';
import { listAddress } from '../../live/lists';
import * as words from '../../words/home';
import { formatCount } from '../../words/typography';
import { FollowUpRow } from './FollowUpRow';
import classes from './Home.module.css';

interface Props {
  title: string;
  tone: 'late' | 'today' | 'coming';
  rows: FollowUp[];
  total: number;
  /** Days of the follow-ups, and whose they are: those not shown are in the list. */
  from: string | null;
  to: string;
  owner: string | null;
  onDone: (followUp: FollowUp) => void;
}

/** Follow-ups of one stretch of days, those that press first; the others are one click away. */
export function Section({ title, tone, rows, total, from, to, owner, onDone }: Props) {
  if (total === 0) return null;
  const filters: Filter[] = [
    { field: 'next_follow_up_on', values: [], ...(from ? { from } : {}), to },
    { field: 'follow_up_done_on', values: [null] },
    ...(owner ? [{ field: 'owner', values: [owner] }] : []),
  ];
  return (
    <section className={classes.panel} aria-label={title}>
      <h2 className={classes.heading}>
        {title}
        <span className={classes.count} data-tone={tone}>
          {formatCount(total)}
        </span>
      </h2>
      <ul className={classes.rows}>
        {rows.map((row) => (
          <FollowUpRow key={row.activity} followUp={row} onDone={() => onDone(row)} />
        ))}
      </ul>
      {total > rows.length && (
        <p className={classes.more}>
          <Link href={listAddress('activity', filters)}>{words.andMore(total - rows.length)}</Link>
        </p>
      )}
    </section>
  );
}
