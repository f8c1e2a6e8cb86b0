import { Menu } from '@mantine/core';
import { useRef, type PointerEvent } from 'react';
import type { FieldView } from '../../engine/types';
import * as words from '../../words/grid';
import { IconArrowDown, IconArrowUp, IconDotsVertical } from '../icons';
import classes from './DataGrid.module.css';
import {
  cycleSort,
  moveColumn,
  nudgeColumn,
  setHidden,
  setSort,
  setWidth,
  stepWidth,
  type Layout,
} from './layout';

interface Props {
  field: FieldView;
  width: number;
  index: number;
  sticky: boolean;
  focusable: boolean;
  layout: Layout;
  onLayout: (layout: Layout) => void;
  onFocus: () => void;
  menuOpen: boolean;
  onMenu: (open: boolean) => void;
  /** Shows all the values of a field over the base. */
  onValues?: ((key: string) => void) | undefined;
}

/** A column's title: sorts, moves, widens, hides; by mouse, by keys and by menu. */
export function HeaderCell(props: Props) {
  const { field, width, index, layout, onLayout } = props;
  const rank = layout.sorts.findIndex((sort) => sort.field === field.key);
  const sort = layout.sorts[rank];
  const several = layout.sorts.length > 1;

  return (
    <div
      role="columnheader"
      aria-colindex={index + 1}
      aria-sort={!sort ? undefined : sort.descending ? 'descending' : 'ascending'}
      className={classes.header}
      data-sticky={props.sticky || undefined}
      data-cell={`-1:${index}`}
      data-numeric={isNumeric(field) || undefined}
      style={{ width }}
      tabIndex={props.focusable ? 0 : -1}
      onFocus={(event) => event.target === event.currentTarget && props.onFocus()}
      draggable={!props.sticky}
      onDragStart={(event) => event.dataTransfer.setData('text/column', field.key)}
      onDragOver={(event) =>
        event.dataTransfer.types.includes('text/column') && event.preventDefault()
      }
      onDrop={(event) => {
        const key = event.dataTransfer.getData('text/column');
        if (key) onLayout(moveColumn(layout, key, field.key));
      }}
      onClick={(event) => onLayout(cycleSort(layout, field.key, event.ctrlKey || event.shiftKey))}
    >
      <span className={classes.title} title={field.label}>
        {field.label}
      </span>
      {sort && (
        <span className={classes.sort}>
          {sort.descending ? (
            <IconArrowDown size={14} aria-hidden />
          ) : (
            <IconArrowUp size={14} aria-hidden />
          )}
          {several && <span aria-label={words.sortRank(rank + 1)}>{rank + 1}</span>}
        </span>
      )}
      <ColumnMenu {...props} sorted={rank >= 0} />
      <WidthHandle width={width} onWidth={(next) => onLayout(setWidth(layout, field.key, next))} />
    </div>
  );
}

function ColumnMenu(props: Props & { sorted: boolean }) {
  const { field, layout, onLayout } = props;
  const key = field.key;
  const others = layout.sorts.some((sort) => sort.field !== key);
  return (
    <Menu opened={props.menuOpen} onChange={props.onMenu} position="bottom-end" withinPortal>
      <Menu.Target>
        <button
          type="button"
          className={classes.menu}
          tabIndex={-1}
          aria-label={words.columnMenu(field.label)}
          onClick={(event) => event.stopPropagation()}
        >
          <IconDotsVertical size={14} aria-hidden />
        </button>
      </Menu.Target>
      <Menu.Dropdown onClick={(event) => event.stopPropagation()}>
        <Menu.Item onClick={() => onLayout(setSort(layout, key, false, false))}>
          {words.sortUp}
        </Menu.Item>
        <Menu.Item onClick={() => onLayout(setSort(layout, key, true, false))}>
          {words.sortDown}
        </Menu.Item>
        {others && (
          <>
            <Menu.Item onClick={() => onLayout(setSort(layout, key, false, true))}>
              {words.addUp}
            </Menu.Item>
            <Menu.Item onClick={() => onLayout(setSort(layout, key, true, true))}>
              {words.addDown}
            </Menu.Item>
          </>
        )}
        {props.sorted && (
          <Menu.Item onClick={() => onLayout(setSort(layout, key, null, true))}>
            {words.noSort}
          </Menu.Item>
        )}
        <Menu.Divider />
        {props.onValues && (
          <Menu.Item onClick={() => props.onValues?.(key)}>{words.allValues}</Menu.Item>
        )}
        <Menu.Item closeMenuOnClick={false} onClick={() => onLayout(stepWidth(layout, key, 1))}>
          {words.wider}
        </Menu.Item>
        <Menu.Item closeMenuOnClick={false} onClick={() => onLayout(stepWidth(layout, key, -1))}>
          {words.narrower}
        </Menu.Item>
        {!props.sticky && (
          <>
            <Menu.Item onClick={() => onLayout(nudgeColumn(layout, key, -1, true))}>
              {words.moveLeft}
            </Menu.Item>
            <Menu.Item onClick={() => onLayout(nudgeColumn(layout, key, 1, true))}>
              {words.moveRight}
            </Menu.Item>
            <Menu.Item onClick={() => onLayout(setHidden(layout, key, true))}>
              {words.hide}
            </Menu.Item>
          </>
        )}
      </Menu.Dropdown>
    </Menu>
  );
}

/** Drags the width; the menu does the same step by step. */
function WidthHandle({ width, onWidth }: { width: number; onWidth: (width: number) => void }) {
  const start = useRef<{ x: number; width: number } | null>(null);
  const onPointerMove = (event: PointerEvent) => {
    if (start.current) onWidth(start.current.width + event.clientX - start.current.x);
  };
  return (
    <span
      className={classes.handle}
      aria-hidden
      draggable
      onDragStart={(event) => {
        event.preventDefault();
        event.stopPropagation();
      }}
      onClick={(event) => event.stopPropagation()}
      onPointerDown={(event) => {
        start.current = { x: event.clientX, width };
        event.currentTarget.setPointerCapture(event.pointerId);
      }}
      onPointerMove={onPointerMove}
      onPointerUp={() => (start.current = null)}
      onPointerCancel={() => (start.current = null)}
    />
  );
}

export function isNumeric(field: FieldView): boolean {
  return field.kind === 'money' || field.kind === 'integer' || field.kind === 'quantity';
}
