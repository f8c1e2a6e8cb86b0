import { memo, type ReactNode } from 'react';
import type { FieldView, ListRow, Problem, Value } from '../../engine/types';
import { formatValue } from '../../words/format';
import * as words from '../../words/grid';
import { CellEditor } from './CellEditor';
import classes from './DataGrid.module.css';
import { isNumeric } from './HeaderCell';

export interface ShownColumn {
  field: FieldView;
  width: number;
}

/** What a cell asks of its grid; stable, so that rows draw only when they change. */
export interface RowActions {
  focus: (row: number, column: number) => void;
  choose: (row: number, range: boolean) => void;
  edit: (row: number, column: number) => void;
  open: (ref: string) => void;
  commit: (ref: string, field: FieldView, value: Value) => Promise<Problem[]>;
  leave: (move: -1 | 0 | 1, refocus: boolean) => void;
  cell: (field: FieldView, value: Value, ref: string) => ReactNode;
  canEdit: (field: FieldView, row: ListRow) => boolean;
  sentence: (problem: Problem) => string;
}

interface Props {
  index: number;
  top: number;
  row: ListRow | undefined;
  columns: ShownColumn[];
  /** Column that has the focus in this row, or -1. */
  active: number;
  editing: boolean;
  selected: boolean;
  actions: RowActions;
}

export const Row = memo(function Row({
  index,
  top,
  row,
  columns,
  active,
  editing,
  selected,
  actions,
}: Props) {
  const label = row ? String(row.values[0] ?? row.ref) : words.loadingRow;
  return (
    <div
      role="row"
      aria-rowindex={index + 2}
      aria-selected={selected}
      className={classes.row}
      style={{ transform: `translateY(${top}px)` }}
    >
      <div
        role="gridcell"
        aria-colindex={1}
        className={classes.pick}
        data-cell={`${index}:0`}
        tabIndex={active === 0 ? 0 : -1}
        onFocus={() => actions.focus(index, 0)}
        onClick={(event) => actions.choose(index, event.shiftKey)}
      >
        <input
          type="checkbox"
          tabIndex={-1}
          readOnly
          checked={selected}
          disabled={!row}
          aria-label={words.selectRow(label)}
        />
      </div>
      {columns.map(({ field, width }, at) => {
        const column = at + 1;
        const value = row?.values[at] ?? null;
        const isEditing = editing && active === column && row !== undefined;
        return (
          <div
            key={field.key}
            role="gridcell"
            aria-colindex={column + 1}
            aria-readonly={!row || !actions.canEdit(field, row) || undefined}
            className={classes.cell}
            style={{ width }}
            data-cell={`${index}:${column}`}
            data-sticky={at === 0 || undefined}
            data-numeric={isNumeric(field) || undefined}
            data-editing={isEditing || undefined}
            tabIndex={active === column ? 0 : -1}
            onFocus={(event) =>
              event.target === event.currentTarget && actions.focus(index, column)
            }
            onDoubleClick={() => actions.edit(index, column)}
          >
            {!row ? (
              <span className={classes.bone} />
            ) : isEditing ? (
              <CellEditor
                field={field}
                value={value}
                onCommit={(next) => actions.commit(row.ref, field, next)}
                onLeave={actions.leave}
                sentence={actions.sentence}
              />
            ) : (
              (actions.cell(field, value, row.ref) ?? formatValue(field, value))
            )}
          </div>
        );
      })}
    </div>
  );
});
