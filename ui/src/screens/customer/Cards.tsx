import type { CustomerFile, Entity, RecordView } from '../../engine';
import { useFields } from '../../live/catalogue';
import { usePlan } from '../../live/toPlace';
import { PlanButton } from '../../parts/PlanButton';
import classes from './Customer.module.css';
import { Field } from './Field';
import { shownFields } from './fieldsOf';
import { DeleteButton, Panel } from './Panel';
import { useShown } from './useShown';

interface Props {
  file: CustomerFile;
  entity: Entity;
  records: RecordView[];
}

/** Cards at first: a fleet may have hundreds. */
const STEP = 12;

/** Records as cards, each of its fields edited in place. */
export function Cards({ file, entity, records }: Props) {
  const fields = shownFields(useFields(entity));
  const { shown, more } = useShown(records, STEP);
  const plan = usePlan();
  return (
    <Panel file={file} entity={entity} empty={records.length === 0}>
      {shown.map((record) => (
        <section
          key={record.ref}
          className={classes.card}
          aria-label={`${record.label}, ${record.ref}`}
        >
          <div className={classes.cardHead}>
            <h2 className={classes.cardTitle}>{record.label}</h2>
            {entity === 'vehicle' && (
              <PlanButton
                name={record.label}
                onPlan={() => plan([{ ref: record.ref, label: record.label }])}
              />
            )}
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
      {more}
    </Panel>
  );
}
