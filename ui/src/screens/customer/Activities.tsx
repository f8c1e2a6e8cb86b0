import { useState } from 'react';
import type { RecordView } from '../../engine';
import { useField, useFields } from '../../live/catalogue';
import { useSession } from '../../live/session';
import { IconPencil } from '../../parts/icons';
import { iconOf } from './activityIcons';
import * as words from '../../words/customer';
import { formatDate, formatDateTime, formatValue } from '../../words/format';
import classes from './Customer.module.css';
import { Field } from './Field';
import { shownFields, textOf } from './fieldsOf';
import { DeleteButton } from './Panel';

/** A contact that took place, its fields edited where they stand. */
export function Activity({
  activity,
  links,
}: {
  activity: RecordView;
  links: Record<string, string>;
}) {
  const [open, setOpen] = useState(false);
  const fields = shownFields(useFields('activity'));
  const kindField = useField('activity', 'kind');
  const kind = kindField ? formatValue(kindField, activity.values['kind']) : '';
  const Icon = iconOf(textOf(activity, 'kind'));
  const at = textOf(activity, 'happened_at') ?? '';
  const label = `${kind} ${formatDate(at)}`;
  return (
    <li className={classes.event}>
      <span className={classes.when}>{formatDateTime(at)}</span>
      <div className={classes.eventBody}>
        <div className={classes.cardHead}>
          <span className={classes.eventIcon} aria-hidden>
            <Icon size={16} />
          </span>
          <div className={classes.eventTitle}>
            <strong>{kind}</strong> {textOf(activity, 'subject')}
            {textOf(activity, 'result') && (
              <span className={classes.result}>{textOf(activity, 'result')}</span>
            )}
            <FollowUp activity={activity} />
          </div>
          <span className={classes.owner}>{textOf(activity, 'owner')}</span>
          <button
            type="button"
            className={classes.icon}
            aria-expanded={open}
            aria-label={words.editOf(label)}
            onClick={() => setOpen(!open)}
          >
            <IconPencil size={16} aria-hidden />
          </button>
          <DeleteButton reference={activity.ref} label={label} />
        </div>
        {!open && textOf(activity, 'content') && (
          <p className={classes.content}>{textOf(activity, 'content')}</p>
        )}
        {open && (
          <div className={classes.fields}>
            {fields.map((field) => (
              <Field
                key={field.key}
                record={activity}
                field={field}
                fields={fields}
                links={links}
              />
            ))}
          </div>
        )}
      </div>
    </li>
  );
}

function FollowUp({ activity }: { activity: RecordView }) {
  const { today } = useSession();
  const due = textOf(activity, 'next_follow_up_on');
  const done = textOf(activity, 'follow_up_done_on');
  if (!due) return null;
  if (done) return <span className={classes.result}>{words.followedUp(formatDate(done))}</span>;
  return (
    <span className={classes.due} data-late={due < today || undefined}>
      {words.pending(formatDate(due))}
    </span>
  );
}
