import type { CustomerFile, Entity, RecordView } from '../../engine';
import { useEntity } from '../../live/catalogue';
import classes from './Customer.module.css';
import { Field } from './Field';
import { FieldName } from './FieldName';
import { shownFields } from './fieldsOf';
import { DeleteButton, Panel } from './Panel';
import { useShown } from './useShown';

interface Props {
  file: CustomerFile;
  entity: Entity;
  records: RecordView[];
}

const STEP = 50;

/** Short records as the rows of a table, each value edited in place. */
export function Rows({ file, entity, records }: Props) {
  const { plural, fields: all } = useEntity(entity);
  const fields = shownFields(all);
  const { shown, more } = useShown(records, STEP);
  return (
    <Panel file={file} entity={entity} empty={records.length === 0}>
      <div className={classes.scroll} tabIndex={0} role="region" aria-label={plural}>
        <table className={classes.table}>
          <thead>
            <tr>
              {fields.map((field) => (
                <th key={field.key} scope="col">
                  <FieldName entity={entity} field={field} />
                </th>
              ))}
              <td />
            </tr>
          </thead>
          <tbody>
            {shown.map((record) => (
              <tr key={record.ref}>
                {fields.map((field) => (
                  <td key={field.key}>
                    <Field bare record={record} field={field} fields={all} links={file.links} />
                  </td>
                ))}
                <td>
                  <DeleteButton reference={record.ref} label={record.label} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {more}
    </Panel>
  );
}
