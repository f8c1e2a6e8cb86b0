import type { Chosen, FieldView, Nest } from '../../engine';
import { useRead } from '../../live/read';
import * as words from '../../words/lists';
import * as print from '../../words/print';
import * as totals from '../../words/totals';
import { formatCount } from '../../words/typography';
import { summable } from './Groups';
import classes from './Print.module.css';

interface Props {
  chosen: Chosen;
  fields: FieldView[];
  /** Keys of the columns in sight. */
  shown: string[];
  by: string[];
}

/** The groups of the list, with what they come to, before its rows. */
export function PrintGroups({ chosen, fields, shown, by }: Props) {
  const [first = '', ...then] = by;
  const sums = summable(fields).filter((field) => shown.includes(field.key));
  const { entity, quick, filters } = chosen;
  const groups = useRead('list.groups', {
    ...{ entity, quick, filters, then },
    field: first,
    sums: sums.map((field) => field.key),
    order: 'count',
    limit: 300,
  });
  const fieldOf = (key: string | undefined) => fields.find((found) => found.key === key);
  const lines = groups.data ? flat(groups.data.groups) : [];
  return (
    <table className={classes.table} data-summary aria-label={print.summary}>
      <thead>
        <tr>
          <th scope="col">{by.map((key) => fieldOf(key)?.label ?? key).join(' › ')}</th>
          <th scope="col" data-numeric>
            {words.records}
          </th>
          {sums.map((field) => (
            <th key={field.key} scope="col" data-numeric>
              {field.label}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {lines.map(({ group, depth, key }) => (
          <tr key={key} data-depth={depth}>
            <th scope="row">{words.valueText(fieldOf(by[depth]), group.value, group.name)}</th>
            <td data-numeric>{formatCount(group.count)}</td>
            {sums.map((field, place) => (
              <td key={field.key} data-numeric>
                {totals.amount(field, group.sums[place] ?? 0)}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

interface Flat {
  group: Nest;
  depth: number;
  key: string;
}

function flat(groups: Nest[], depth = 0, within = ''): Flat[] {
  return groups.flatMap((group) => {
    const key = `${within}/${String(group.value)}`;
    return [{ group, depth, key }, ...flat(group.groups, depth + 1, key)];
  });
}
