import type { CustomerFile, Entity, RecordView } from '../../engine';
import { useFields } from '../../live/catalogue';
import classes from './Customer.module.css';
import { Field } from './Field';
import { shownFields } from './fieldsOf';
import { DeleteButton, Panel } from './Panel';

interface Props {
  file: CustomerFile;
  entity: Entity;
  records: RecordView[];
}

/** Records as cards, each of its fields edited in place. */
export function Cards({ file, entity, records }: Props) {
  const fields = shownFields(useFields(entity));
  return (
    <Panel file={file} entity={entity} empty={records.length === 0}>
      {records.map((record) => (
        <section key={record.ref} className={classes.card} aria-label={record.label}>
          <div className={classes.cardHead}>
            <h2 className={classes.cardTitle}>{record.label}</h2>
            <DeleteButton reference={record.ref} label={record.label} />
          </div>
          <div className={classes.fields}>
            {fields.map((field) => (
              <Field
                key={field.key}
                record={record}
                field={field}
                fields={fields}
                links={file.links}
              />
            ))}
          </div>
        </section>
      ))}
    </Panel>
  );
}
