import { use } from 'react';
import type { FieldPreview, RecordPreview } from '../../engine';
import { CatalogueContext } from '../../live/catalogue';
import { emptyValue } from '../../words/fields';
import { formatValue } from '../../words/format';
import * as words from '../../words/workbook';
import classes from './Import.module.css';

interface Props {
  title: string;
  /** How many records differ in all. */
  all: number;
  records: RecordPreview[];
}

/** The first records that differ, each field before and after. */
export function PreviewRecords({ title, all, records }: Props) {
  const heading = words.recordsOf(title, records.length, all);
  return (
    <div className={classes.scroll} tabIndex={0} role="region" aria-label={heading}>
      <h2 className={classes.heading}>{heading}</h2>
      <table className={classes.table}>
        <thead>
          <tr>
            <th scope="col">{words.record}</th>
            <th scope="col">{words.field}</th>
            <th scope="col">{words.before}</th>
            <th scope="col">{words.after}</th>
          </tr>
        </thead>
        {records.map((record) => (
          <tbody key={record.ref || record.label}>
            {record.fate === 'changed' ? (
              record.fields.map((field, at) => (
                <tr key={field.field}>
                  {at === 0 && <Who record={record} rows={record.fields.length} />}
                  <Field record={record} change={field} />
                </tr>
              ))
            ) : (
              <tr>
                <Who record={record} rows={1} />
                <td colSpan={3}>
                  <span className={classes.fate} data-fate={record.fate}>
                    {words.fateOf(record.fate)}
                  </span>
                </td>
              </tr>
            )}
          </tbody>
        ))}
      </table>
    </div>
  );
}

function Who({ record, rows }: { record: RecordPreview; rows: number }) {
  return (
    <th scope="rowgroup" rowSpan={rows} className={classes.who}>
      {record.label || record.ref}
      {record.label && <span className={classes.ref}>{record.ref}</span>}
    </th>
  );
}

function Field({ record, change }: { record: RecordPreview; change: FieldPreview }) {
  const entity = use(CatalogueContext)?.get(record.entity);
  const field = entity?.fields.find((known) => known.key === change.field);
  const text = (value: FieldPreview['before']) =>
    (field ? formatValue(field, value) : value === null ? '' : String(value)) || emptyValue;
  return (
    <>
      <td>{change.label ?? field?.label ?? change.field}</td>
      <td className={classes.before}>{text(change.before)}</td>
      <td className={classes.after}>{text(change.after)}</td>
    </>
  );
}
