import type { ReactNode } from 'react';
import { Link } from 'wouter';
import type { Moment, RecordView } from '../../engine';
import { formatDate, formatDateTime } from '../../words/format';
import classes from './Customer.module.css';
import { useEditing } from './useEditing';

interface LineProps {
  moment: Moment;
  icon: ReactNode;
  title: string;
  to?: string;
  late?: boolean;
  facts: (string | null | undefined)[];
  children?: ReactNode;
  below?: ReactNode;
}

interface EditedProps extends LineProps {
  record: RecordView;
  links: Record<string, string>;
}

/** A line whose record is edited under it. */
export function EditedLine({ record, links, ...line }: EditedProps) {
  const { tools, fields } = useEditing(record, links);
  return (
    <Line {...line} below={fields}>
      {tools}
    </Line>
  );
}

/** What happened, and when. */
export function Line({ moment, icon, title, to, late, facts, children, below }: LineProps) {
  const when = moment.at.length > 10 ? formatDateTime(moment.at) : formatDate(moment.at);
  return (
    <li className={classes.event} data-late={late || undefined}>
      <span className={classes.when}>{when}</span>
      <div className={classes.eventBody}>
        <div className={classes.cardHead}>
          <span className={classes.eventIcon} aria-hidden>
            {icon}
          </span>
          <div className={classes.eventTitle}>
            {to ? (
              <Link href={to} className={classes.eventLink}>
                {title}
              </Link>
            ) : (
              <strong>{title}</strong>
            )}
            <span className={classes.eventFacts}>{facts.filter(Boolean).join(' · ')}</span>
          </div>
          {children}
        </div>
        {below}
      </div>
    </li>
  );
}
