import { Link } from 'wouter';
import type { Entity, FieldView, Sort, Target } from '../../engine';
import { useFields } from '../../live/catalogue';
import { useRead } from '../../live/read';
import { formatValue } from '../../words/format';
import { countOf } from '../../words/lists';
import * as words from '../../words/targeting';
import { formatCount } from '../../words/typography';
import classes from './Targeting.module.css';

const FIRST = 50;

interface Props {
  target: Target;
  sorts: Sort[];
  /** Nothing is wrong with the tree. */
  sound: boolean;
  /** Fields that the conditions name: they are shown. */
  named: string[];
}

/** How many are found, and the first ones. */
export function Preview({ target, sorts, sound, named }: Props) {
  const fields = useFields(target.entity);
  const columns = columnsOf(target.entity, fields, [...named, ...sorts.map(({ field }) => field)]);
  const keys = columns.map(({ key }) => key);
  const counted = useRead('targeting.count', { target }, { enabled: sound, keep: true });
  const page = useRead(
    'list.page',
    {
      entity: target.entity,
      columns: keys,
      sorts,
      quick: '',
      filters: [],
      target,
      offset: 0,
      limit: FIRST,
    },
    { enabled: sound, keep: true },
  );
  const names = page.data?.names ?? {};
  return (
    <section aria-label={words.result} className={classes.preview}>
      <p role="status" className={classes.counted} data-waiting={!sound || counted.isFetching}>
        {counted.data ? (
          <>
            <strong>{formatCount(counted.data.count)}</strong>
            <span>{words.outOf(countOf(target.entity, counted.data.total))}</span>
          </>
        ) : (
          words.toComplete
        )}
      </p>
      {page.data && page.data.rows.length > 0 && (
        <div className={classes.tableBox} tabIndex={0} role="group" aria-label={words.firstRows}>
          <table className={classes.table}>
            <thead>
              <tr>
                {columns.map(({ key, label }) => (
                  <th key={key} scope="col">
                    {label}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {page.data.rows.map(({ ref, values }) => (
                <tr key={ref}>
                  {columns.map((field, at) => {
                    const text = formatValue(
                      field,
                      values[at] ?? null,
                      names as Record<string, string>,
                    );
                    return (
                      <td key={field.key}>
                        {at === 0 ? (
                          <First
                            entity={target.entity}
                            reference={ref}
                            owner={values[at] ?? null}
                            text={text}
                          />
                        ) : (
                          text
                        )}
                      </td>
                    );
                  })}
                </tr>
              ))}
            </tbody>
          </table>
          {page.data.total > FIRST && <p className={classes.hint}>{words.firstOnly(FIRST)}</p>}
        </div>
      )}
      {sound && counted.data?.count === 0 && <p className={classes.hint}>{words.nobody}</p>}
    </section>
  );
}

function First({
  entity,
  reference,
  owner,
  text,
}: {
  entity: Entity;
  reference: string;
  owner: unknown;
  text: string;
}) {
  const whose = entity === 'customer' ? reference : owner;
  if (typeof whose !== 'string' || !whose.startsWith('C')) return text || reference;
  return (
    <Link href={`/clients/${whose}`} className={classes.to}>
      {text || whose}
    </Link>
  );
}

/** Who first, then what the conditions look at, then where. */
function columnsOf(entity: Entity, fields: FieldView[], named: string[]): FieldView[] {
  const first = entity === 'customer' ? ['name', 'status'] : ['customer_id'];
  const last =
    entity === 'customer'
      ? ['town', 'mobile']
      : fields.filter(({ listed }) => listed).map(({ key }) => key);
  const wanted = [...new Set([...first, ...named, ...last])].slice(0, 7);
  return wanted.flatMap((key) => fields.find((field) => field.key === key) ?? []);
}
