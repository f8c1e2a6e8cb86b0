import type { Chosen } from '../../engine';
import { useRead } from '../../live/read';
import type { ShownColumn } from '../../parts/grid/Row';
import * as words from '../../words/totals';
import classes from './List.module.css';

interface Props {
  chosen: Chosen;
  /** Of the rows chosen, else of the whole list. */
  some: boolean;
  columns: ShownColumn[];
}

const NUMBERS = new Set(['integer', 'money', 'quantity']);

/** What the number columns come to, under the list. */
export function Totals({ chosen, some, columns }: Props) {
  const numbers = columns.filter(({ field }) => NUMBERS.has(field.kind));
  const totals = useRead(
    'list.totals',
    { chosen: { ...chosen, sorts: [] }, columns: numbers.map(({ field }) => field.key) },
    { keep: true, enabled: numbers.length > 0 },
  );
  if (numbers.length === 0 || !totals.data) return null;
  const { rows } = totals.data;
  const told = totals.data.columns.flatMap((column) => {
    const field = numbers.find((found) => found.field.key === column.field)?.field;
    return field && column.filled > 0 ? [{ field, column }] : [];
  });
  if (told.length === 0) return null;
  return (
    <section
      className={classes.totals}
      aria-label={some ? words.ofSelection : words.ofList}
      aria-busy={totals.isPlaceholderData}
    >
      <h2>{some ? words.ofSelection : words.ofList}</h2>
      <dl>
        {told.map(({ field, column }) => (
          <div key={field.key}>
            <dt>{field.label}</dt>
            <dd>
              {words.parts(field, column, rows).map(({ name, text }) => (
                <span key={name}>
                  {name} <strong>{text}</strong>
                </span>
              ))}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
