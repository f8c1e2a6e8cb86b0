import { Button } from '@mantine/core';
import { Link } from 'wouter';
import type { FollowUp } from '../../engine';
import { useField } from '../../live/catalogue';
import { useSession } from '../../live/session';
import { IconBolt, IconCheck } from '../../parts/icons';
import { StatusBadge } from '../../parts/StatusBadge';
import { formatPhone, formatValue } from '../../words/format';
import * as words from '../../words/home';
import classes from './Home.module.css';
import { ROW } from './useFollowKeys';

interface Props {
  followUp: FollowUp;
  onDone: () => void;
}

/** One follow-up: whom, why, since when, and the button that closes it. */
export function FollowUpRow({ followUp, onDone }: Props) {
  const { today } = useSession();
  const kind = useField('activity', 'kind');
  const kindLabel = kind ? formatValue(kind, followUp.kind) : followUp.kind;
  const address = followUp.customer
    ? `/clients/${followUp.customer}`
    : followUp.lead && `/leads/${followUp.lead}`;
  return (
    <li className={classes.row}>
      <div className={classes.who}>
        {address === null ? (
          <span className={classes.name}>{followUp.label}</span>
        ) : (
          <Link href={address} className={classes.name} {...{ [ROW]: followUp.activity }}>
            {followUp.label}
          </Link>
        )}
        {followUp.status && <StatusBadge status={followUp.status} />}
        {followUp.lead && !followUp.customer && <span className={classes.tag}>{words.lead}</span>}
      </div>
      <span className={classes.why}>
        {followUp.pressing && (
          <span className={classes.pressing} title={words.pressingHint}>
            <IconBolt size={14} aria-hidden />
            <span className="visually-hidden">{words.pressing}</span>
          </span>
        )}
        <span className={classes.kind}>{kindLabel}</span> {followUp.subject}
      </span>
      <span className={classes.phone}>{followUp.phone && formatPhone(followUp.phone)}</span>
      <span className={classes.owner}>{followUp.owner}</span>
      <span className={classes.due} data-late={followUp.dueOn < today || undefined}>
        {words.late(followUp.dueOn, today)}
      </span>
      <Button
        size="compact-sm"
        variant="light"
        leftSection={<IconCheck size={14} aria-hidden />}
        aria-label={words.doneButton(followUp.label)}
        onClick={onDone}
      >
        {words.done}
      </Button>
    </li>
  );
}
