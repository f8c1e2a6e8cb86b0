import type { HistoryEntry, LeadFile, RecordView, Value } from '../../engine';
import { useFields } from '../../live/catalogue';
import { useRead } from '../../live/read';
import { formatDateTime, formatValue } from '../../words/format';
import * as words from '../../words/lead';
import { duration } from '../../words/leads';
import classes from './Leads.module.css';

/** What was said and done, the latest first; below, each value that changed. */
export function LeadHistory({ file }: { file: LeadFile }) {
  const { activities, answerMinutes, card } = file;
  const history = useRead('change.history', { ref: card.ref });
  const entries = history.data?.entries ?? [];
  return (
    <section className={classes.part} data-wide aria-label={words.history}>
      <h3>
        {words.history}
        {answerMinutes !== null && (
          <span className={classes.aside}>{words.firstAnswer(duration(answerMinutes))}</span>
        )}
      </h3>
      {activities.length === 0 && <p className={classes.nothing}>{words.noHistory}</p>}
      <ol className={classes.story}>
        {activities.map((activity) => (
          <Contact key={activity.ref} activity={activity} />
        ))}
      </ol>
      {entries.length > 0 && (
        <details className={classes.changes}>
          <summary>
            {words.changes} ({entries.length})
          </summary>
          <ol>
            {entries.map((entry, at) => (
              <Change key={`${entry.seq}-${at}`} entry={entry} file={file} />
            ))}
          </ol>
        </details>
      )}
    </section>
  );
}

function Contact({ activity }: { activity: RecordView }) {
  const fields = useFields('activity');
  const shown = (key: string) => {
    const field = fields.find((known) => known.key === key);
    return field ? formatValue(field, activity.values[key]) : '';
  };
  const text = (key: string) => String(activity.values[key] ?? '');
  const next = text('next_follow_up_on');
  const closed = text('follow_up_done_on');
  const facts = [shown('result'), shown('owner')];
  if (next) facts.push(closed ? words.doneOn(closed) : words.nextOn(next));
  return (
    <li>
      <span className={classes.when}>{shown('happened_at')}</span>
      <div>
        <strong>{[shown('kind'), shown('subject')].filter(Boolean).join(' · ')}</strong>{' '}
        <span className={classes.detail}>{facts.filter(Boolean).join(' · ')}</span>
        {text('content') && <p className={classes.said}>{text('content')}</p>}
      </div>
    </li>
  );
}

function Change({ entry, file }: { entry: HistoryEntry; file: LeadFile }) {
  const field = useFields('lead').find((known) => known.key === entry.field);
  const names: Record<string, string> = file.customer
    ? { [file.customer.ref]: file.customer.label }
    : {};
  const text = (value: Value) => (field && formatValue(field, value, names)) || words.empty;
  return (
    <li>
      <span className={classes.when}>{formatDateTime(entry.at)}</span>
      <span>
        {field
          ? words.changed(field.label, text(entry.before), text(entry.after))
          : words.createdHere}
      </span>
    </li>
  );
}
