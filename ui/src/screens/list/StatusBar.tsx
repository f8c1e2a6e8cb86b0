import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { Link } from 'wouter';
import type { Entity, FieldView, Sort } from '../../engine';
import { useSession } from '../../live/session';
import { isPlanned } from '../../live/toPlace';
import { countSelected, type Selection } from '../../parts/grid/selection';
import { writeToSelection } from '../../words/campaigns';
import { scheduleMany } from '../../words/agenda';
import * as words from '../../words/clients';
import { selected, unselect } from '../../words/grid';
import { countOf, editSelection, keys, mergeSelection } from '../../words/lists';
import classes from './List.module.css';

interface Props {
  entity: Entity;
  total: number | null;
  /** That many were in the list before; how many are in it now is being read. */
  former: boolean;
  filtered: boolean;
  sorts: Sort[];
  fields: FieldView[];
  selection: Selection;
  onUnselect: () => void;
  onEdit: () => void;
  /** Where the rows chosen are written to; none when they are nobody's. */
  write: string | null;
  /** What can be done of the whole list. */
  children?: ReactNode;
  onPlan: () => void;
}

/** How many rows, out of how many, in which order, and how many chosen. */
export function StatusBar(props: Props) {
  const { entity, total, former, filtered, sorts, fields, selection, write, children } = props;
  const { onUnselect, onEdit, onPlan } = props;
  const { counts } = useSession();
  const chosen = countSelected(selection, total ?? 0);
  const mergeable = entity === 'customer' && !selection.all && chosen > 1 && chosen < 9;
  const order = sorts.map((sort) => {
    const label = fields.find((field) => field.key === sort.field)?.label ?? sort.field;
    return `${label} ${sort.descending ? '↓' : '↑'}`;
  });
  return (
    <div className={classes.status}>
      <span role="status" aria-busy={former}>
        {total !== null && countOf(entity, total)}{' '}
        {filtered && !former && words.outOf(counts[entity] ?? 0)}
      </span>
      {order.length > 0 && <span>{words.sortedBy(order.join(', '))}</span>}
      {chosen === 0 && children}
      {chosen > 0 && (
        <>
          <span role="status">{selected(chosen)}</span>
          <Button size="compact-xs" variant="light" onClick={onEdit}>
            {editSelection}
          </Button>
          {write !== null && (
            <Button component={Link} href={write} size="compact-xs" variant="light">
              {writeToSelection}
            </Button>
          )}
          {isPlanned(entity) && (
            <Button size="compact-xs" variant="light" onClick={onPlan}>
              {scheduleMany}
            </Button>
          )}
          {mergeable && (
            <Button
              component={Link}
              href={`/fusion/${[...selection.refs].join('+')}`}
              size="compact-xs"
              variant="light"
            >
              {mergeSelection}
            </Button>
          )}
          <Button size="compact-xs" variant="subtle" onClick={onUnselect}>
            {unselect}
          </Button>
        </>
      )}
      {chosen === 0 && (
        <span className={classes.keys}>
          {words.keys}
          <span> · {keys}</span>
        </span>
      )}
    </div>
  );
}
