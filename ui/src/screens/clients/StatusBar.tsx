import { Button } from '@mantine/core';
import type { FieldView, Sort } from '../../engine';
import { useSession } from '../../live/session';
import { countSelected, type Selection } from '../../parts/grid/selection';
import * as words from '../../words/clients';
import { selected, unselect } from '../../words/grid';
import classes from './Clients.module.css';

interface Props {
  total: number | null;
  filtered: boolean;
  sorts: Sort[];
  fields: FieldView[];
  selection: Selection;
  onUnselect: () => void;
}

/** How many rows, out of how many, in which order, and how many chosen. */
export function StatusBar({ total, filtered, sorts, fields, selection, onUnselect }: Props) {
  const { counts } = useSession();
  const chosen = countSelected(selection, total ?? 0);
  const order = sorts.map((sort) => {
    const label = fields.find((field) => field.key === sort.field)?.label ?? sort.field;
    return `${label} ${sort.descending ? '↓' : '↑'}`;
  });
  return (
    <div className={classes.status}>
      <span role="status">
        {total !== null && words.count(total)} {filtered && words.outOf(counts['customer'] ?? 0)}
      </span>
      {order.length > 0 && <span>{words.sortedBy(order.join(', '))}</span>}
      {chosen > 0 && (
        <>
          <span role="status">{selected(chosen)}</span>
          <Button size="compact-xs" variant="subtle" onClick={onUnselect}>
            {unselect}
          </Button>
        </>
      )}
      <span className={classes.keys}>{words.keys}</span>
    </div>
  );
}
