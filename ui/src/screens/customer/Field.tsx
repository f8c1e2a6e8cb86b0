import type { FieldView, Link, RecordView, Value } from '../../engine';
import { change } from '../../live/change';
import { InlineField } from '../../parts/InlineField';
import { problemSentence } from '../../words/errors';
import { FieldStory } from './FieldStory';

interface Props {
  record: RecordView;
  field: FieldView;
  fields: FieldView[];
  links: Record<string, string>;
  options?: Link[] | undefined;
  bare?: boolean;
}

/** A field of a record, edited in place. */
export function Field({ record, field, fields, links, options, bare }: Props) {
  async function save(value: Value) {
    const outcome = await change('record.edit', {
      ref: record.ref,
      values: { [field.key]: value },
    });
    return 'done' in outcome ? [] : outcome.problems;
  }
  return (
    <InlineField
      field={field}
      value={record.values[field.key]}
      links={links}
      options={options}
      bare={bare ?? false}
      label={bare ? undefined : <FieldStory record={record} field={field} links={links} />}
      onSave={save}
      sentence={(problem) =>
        problemSentence(problem, fields.find((other) => other.key === problem.other)?.label ?? null)
      }
    />
  );
}
