import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useMemo, useRef, useState, type KeyboardEvent } from 'react';
import type { FieldView, ListRow, Problem, Value } from '../../engine/types';
import classes from './DataGrid.module.css';
import { clamp, isCell, showColumn } from './cells';
import { Headers } from './Headers';
import { cycleSort, type Layout } from './layout';
import { onGridKey } from './keys';
import type { Place } from './moves';
import { Row, type RowActions, type ShownColumn } from './Row';
import { isSelected, type Selection } from './selection';
import { useChoosing } from './useChoosing';

const ROW = 32;

export interface DataGridProps {
  label: string;
  /** Columns shown, the first one stays in sight. */
  columns: ShownColumn[];
  layout: Layout;
  onLayout: (layout: Layout) => void;
  total: number;
  rowAt: (index: number) => ListRow | undefined;
  /** The rows about to be seen; the owner fetches their pages. */
  onWindow: (first: number, last: number) => void;
  refsBetween: (first: number, last: number) => Promise<string[]>;
  /** Changes when the list is another one: back to the top. */
  listKey: string;
  selection: Selection;
  onSelection: (selection: Selection) => void;
  onOpen: (ref: string) => void;
  onCommit: (ref: string, field: FieldView, value: Value) => Promise<Problem[]>;
  sentence: (problem: Problem) => string;
  cell: RowActions['cell'];
  canEdit: (field: FieldView, row: ListRow) => boolean;
  /** Shows all the values of a field over the base. */
  onValues?: ((key: string) => void) | undefined;
}

/** A grid of any length: only the rows in sight exist. Arrows move, Enter or F2 edits, Space selects. */
export function DataGrid(props: DataGridProps) {
  const { columns, layout, onLayout, total, rowAt, onWindow, selection } = props;
  const scroller = useRef<HTMLDivElement>(null);
  const [active, setActive] = useState<Place>({ row: 0, column: 1 });
  const [editing, setEditing] = useState(false);
  const [menu, setMenu] = useState<string | null>(null);
  const wantFocus = useRef(false);
  const place = clamp(active, total, columns.length + 1);
  const choice = useChoosing(props, place.row);

  const virtual = useVirtualizer({
    count: total,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW,
    overscan: 8,
    scrollPaddingStart: ROW + 2,
    rangeExtractor: (range) => {
      const rows = defaultRangeExtractor(range);
      if (place.row < 0 || rows.includes(place.row)) return rows;
      return [...rows, place.row].sort((a, b) => a - b);
    },
  });
  const items = virtual.getVirtualItems();
  const first = virtual.range?.startIndex ?? 0;
  const last = virtual.range?.endIndex ?? 0;

  useEffect(() => onWindow(first, last), [first, last, onWindow]);

  useEffect(() => {
    setEditing(false);
    setActive((now) => ({ row: Math.min(now.row, 0), column: now.column }));
    scroller.current?.scrollTo({ top: 0 });
  }, [props.listKey]);

  useEffect(() => {
    if (!wantFocus.current) return;
    const cell = scroller.current?.querySelector<HTMLElement>(
      `[data-cell="${place.row}:${place.column}"]`,
    );
    if (!cell) return;
    wantFocus.current = false;
    cell.focus({ preventScroll: true });
    showColumn(scroller.current, cell);
  });

  function goTo(next: Place) {
    wantFocus.current = true;
    setActive(next);
    if (next.row >= 0) virtual.scrollToIndex(next.row);
  }

  function edit(row: number, column: number) {
    const field = columns[column - 1]?.field;
    const found = rowAt(row);
    if (!field || !found) return;
    if (!props.canEdit(field, found)) return props.onOpen(found.ref);
    setActive({ row, column });
    setEditing(true);
  }

  // The latest closures behind a stable object: rows are memoised.
  const now = { choice, edit, goTo, place, props };
  const latest = useRef(now);
  // Before the rows are drawn: what a cell shows (the name of the record it refers to) comes with the rows.
  latest.current = now;
  const actions = useMemo<RowActions>(
    () => ({
      focus: (row, column) => setActive({ row, column }),
      choose: (row, range) => latest.current.choice.one(row, range),
      edit: (row, column) => latest.current.edit(row, column),
      open: (ref) => latest.current.props.onOpen(ref),
      commit: (ref, field, value) => latest.current.props.onCommit(ref, field, value),
      leave: (move, refocus) => {
        setEditing(false);
        const { row, column } = latest.current.place;
        if (refocus) latest.current.goTo({ row, column: column + move });
      },
      canEdit: (field, row) => latest.current.props.canEdit(field, row),
      cell: (field, value, ref) => latest.current.props.cell(field, value, ref),
      sentence: (problem) => latest.current.props.sentence(problem),
    }),
    [],
  );

  function onKeyDown(event: KeyboardEvent) {
    if (editing || menu !== null || !isCell(event.target)) return;
    const page = Math.max(1, Math.floor((scroller.current?.clientHeight ?? 320) / ROW) - 2);
    onGridKey(event, {
      place,
      size: { rows: total, columns: columns.length + 1, page },
      field: columns[place.column - 1]?.field,
      goTo,
      edit: () => edit(place.row, place.column),
      open: () => {
        const row = rowAt(place.row);
        if (row) props.onOpen(row.ref);
      },
      sort: (key, more) => onLayout(cycleSort(layout, key, more)),
      menu: setMenu,
      choice,
    });
  }

  const width = columns.reduce((sum, column) => sum + column.width, 36);
  return (
    <div
      ref={scroller}
      role="grid"
      aria-label={props.label}
      aria-rowcount={total + 1}
      aria-colcount={columns.length + 1}
      aria-multiselectable
      className={classes.grid}
      onKeyDown={onKeyDown}
    >
      <Headers
        columns={columns}
        place={place}
        width={width}
        layout={layout}
        onLayout={onLayout}
        onFocus={(column) => setActive({ row: -1, column })}
        allChosen={choice.every}
        onChooseAll={choice.every ? choice.none : choice.all}
        onValues={props.onValues}
        menu={menu}
        onMenu={(key) => {
          setMenu(key);
          if (key === null) wantFocus.current = place.row < 0;
        }}
      />
      <div
        role="rowgroup"
        className={classes.body}
        style={{ height: virtual.getTotalSize(), minWidth: width }}
      >
        {items.map((item) => {
          const row = rowAt(item.index);
          const isActive = place.row === item.index;
          return (
            <Row
              key={item.index}
              index={item.index}
              top={item.start}
              row={row}
              columns={columns}
              active={isActive ? place.column : -1}
              editing={isActive && editing}
              selected={row !== undefined && isSelected(selection, row.ref)}
              actions={actions}
            />
          );
        })}
      </div>
    </div>
  );
}
