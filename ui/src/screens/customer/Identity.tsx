import type { CustomerFile } from '../../engine';
import { useFields } from '../../live/catalogue';
import { groupsOf } from '../../parts/FormFields';
import classes from './Customer.module.css';
import { Field } from './Field';
import { fieldsFor } from './fieldsOf';
import { Related } from './Related';

const IN_HEADER = new Set(['name', 'kind', 'status']);

/** Who they are, where they live, who looks after them: the catalogue's groups, as cards. */
export function Identity({ file }: { file: CustomerFile }) {
  const all = useFields('customer');
  const fields = fieldsFor(all, file.customer).filter((field) => !IN_HEADER.has(field.key));
  return (
    <div className={classes.groups}>
      {groupsOf(fields).map((group) => (
        <section key={group.name} className={classes.card} aria-label={group.name}>
          <h2 className={classes.cardTitle}>{group.name}</h2>
          <div className={classes.fields}>
            {group.fields.map((field) => (
              <Field
                key={field.key}
                record={file.customer}
                field={field}
                fields={all}
                links={file.links}
              />
            ))}
          </div>
        </section>
      ))}
      <Related file={file} />
    </div>
  );
}
