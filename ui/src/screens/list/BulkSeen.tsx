import type { BulkPreview, Entity, FieldView, Value } from '../../engine';
import { problemSentence } from '../../words/errors';
import * as words from '../../words/lists';
import { formatCount } from '../../words/typography';
import classes from './List.module.css';

interface Props {
  entity: Entity;
  field: FieldView;
  value: Value;
  preview: BulkPreview;
}

/** What an edit of many records would do, before it is done. */
export function BulkSeen({ entity, field, value, preview }: Props) {
  const { edited, same, refused, replaced, first, refusals } = preview;
  return (
    <div className={classes.seen} role="region" aria-label={words.bulkPreview} tabIndex={0}>
      <p>
        {edited === 0 && refused === 0
          ? words.bulkNothing
          : words.bulkEdited(entity, edited, field.label, words.valueText(field, value))}
      </p>
      {same > 0 && edited > 0 && <p className={classes.hint}>{words.bulkSame(same)}</p>}
      {replaced.length > 0 && (
        <>
          <h3>{words.bulkReplaced}</h3>
          <ul>
            {replaced.map((one) => (
              <li key={String(one.value)}>
                <span>{words.valueText(field, one.value)}</span>
                <span className={classes.groupCount}>{formatCount(one.count)}</span>
              </li>
            ))}
          </ul>
        </>
      )}
      {first.length > 0 && (
        <>
          <h3>{words.bulkFirst}</h3>
          <ul>
            {first.map((one) => (
              <li key={one.ref}>
                <span>{one.label}</span>
                <span>
                  <del>{words.valueText(field, one.before[field.key] ?? null)}</del> →{' '}
                  <ins>{words.valueText(field, value)}</ins>
                </span>
              </li>
            ))}
          </ul>
        </>
      )}
      {refused > 0 && (
        <>
          <h3>{words.bulkRefused(refused)}</h3>
          <ul>
            {refusals.map((one) => (
              <li key={one.ref}>
                <span>{one.label}</span>
                <span>
                  {one.problem.code === 'unknown_field' || one.problem.code === 'other_kind'
                    ? words.fieldOtherKind
                    : problemSentence(one.problem)}
                </span>
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}
