import type { MergePreview } from '../../engine';
import { useFields } from '../../live/catalogue';
import { formatValue } from '../../words/format';
import * as words from '../../words/merge';
import classes from './Merge.module.css';

interface DifferencesProps {
  preview: MergePreview;
  /** Reference of the record whose value stays, by key of the field. */
  chosen: Record<string, string>;
  onChoose: (key: string, reference: string) => void;
}

/** Only the fields in which the records differ, a value to keep in each. */
export function Differences({ preview, chosen, onChoose }: DifferencesProps) {
  const known = useFields('customer');
  return (
    <section className={classes.panel} aria-label={words.differences}>
      <h2>{words.differences}</h2>
      {preview.fields.length === 0 && <p>{words.noDifference}</p>}
      {preview.fields.length > 0 && (
        <table className={classes.table}>
          <thead>
            <tr>
              <td />
              {preview.customers.map(({ record }) => (
                <th key={record.ref} scope="col">
                  {record.label} <small>{record.ref}</small>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {preview.fields.map(({ key, values, chosen: own }) => {
              const field = known.find((one) => one.key === key);
              if (!field) return null;
              const kept = chosen[key] ?? own;
              return (
                <tr key={key}>
                  <th scope="row">{field.label}</th>
                  {preview.customers.map(({ record }, place) => {
                    const text = formatValue(field, values[place]) || words.blank;
                    return (
                      <td key={record.ref} data-kept={kept === record.ref || undefined}>
                        <label>
                          <input
                            type="radio"
                            name={key}
                            checked={kept === record.ref}
                            onChange={() => onChoose(key, record.ref)}
                            aria-label={words.keepValue(field.label, text)}
                          />
                          <span>{text}</span>
                        </label>
                      </td>
                    );
                  })}
                </tr>
              );
            })}
          </tbody>
        </table>
      )}
    </section>
  );
}
