import { Link } from 'wouter';
import type { CustomerFile, Link as RecordLink } from '../../engine';
import { useFields } from '../../live/catalogue';
import { groupsOf } from '../../parts/FormFields';
import * as words from '../../words/customer';
import classes from './Customer.module.css';
import { Field } from './Field';
import { fieldsFor } from './fieldsOf';

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
      <Related title={words.household} links={file.household} />
      <Related title={words.subsidiaries} links={file.subsidiaries} />
    </div>
  );
}

function Related({ title, links }: { title: string; links: RecordLink[] }) {
  if (links.length === 0) return null;
  return (
    <section className={classes.card} aria-label={title}>
      <h2 className={classes.cardTitle}>{title}</h2>
      <ul className={classes.related}>
        {links.map((link) => (
          <li key={link.ref}>
            <Link href={`/clients/${link.ref}`}>{link.label}</Link>
          </li>
        ))}
      </ul>
    </section>
  );
}
