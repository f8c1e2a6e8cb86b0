import { Link } from 'wouter';
import type { RecordView, Value } from '../../engine';
import { useFields } from '../../live/catalogue';
import { change } from '../../live/change';
import { InlineField } from '../../parts/InlineField';
import { problemSentence } from '../../words/errors';
import { about } from '../../words/timeline';
import classes from './Leads.module.css';

/** The fields that a trainer added to leads, each edited where it stands. */
export function AddedFields({ lead }: { lead: RecordView }) {
  const fields = useFields('lead').filter((field) => field.added);
  if (fields.length === 0) return null;

  async function save(key: string, value: Value) {
    const outcome = await change('record.edit', { ref: lead.ref, values: { [key]: value } });
    return 'done' in outcome ? [] : outcome.problems;
  }

  return (
    <div className={classes.added}>
      {fields.map((field) => (
        <InlineField
          key={field.key}
          field={field}
          value={lead.values[field.key]}
          onSave={(value) => save(field.key, value)}
          sentence={(problem) => problemSentence(problem)}
          label={
            <Link
              href={`/valeurs/lead/${field.key}`}
              title={about(field.label)}
              className={classes.about}
              tabIndex={-1}
            >
              {field.label}
            </Link>
          }
        />
      ))}
    </div>
  );
}
