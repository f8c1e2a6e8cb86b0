import { Menu } from '@mantine/core';
import { useState, type MouseEvent, type ReactNode } from 'react';
import { useLocation } from 'wouter';
import type { Entity, FieldView, Filter, ListRow, Value } from '../../engine';
import type { ShownColumn } from '../../parts/grid/Row';
import * as words from '../../words/lists';
import { filterOn } from './shape';

interface Props {
  entity: Entity;
  columns: ShownColumn[];
  rowAt: (index: number) => ListRow | undefined;
  nameOf: (ref: string) => string | undefined;
  filters: Filter[];
  onFilters: (filters: Filter[]) => void;
  onGroup: (key: string) => void;
  onOpen: (ref: string) => void;
  className?: string | undefined;
  children: ReactNode;
}

interface Aimed {
  x: number;
  y: number;
  field: FieldView;
  row: ListRow | null;
  value: Value;
}

/** What can be done from a cell or a title: by right click, or by the Menu key where the focus is. */
export function CellMenu(props: Props) {
  const [, go] = useLocation();
  const [aimed, setAimed] = useState<Aimed | null>(null);

  function onContextMenu(event: MouseEvent<HTMLDivElement>) {
    const cell = (event.target as HTMLElement).closest<HTMLElement>('[data-cell]');
    const [index, column] = (cell?.dataset['cell'] ?? '').split(':').map(Number);
    const field = props.columns[(column ?? 0) - 1]?.field;
    if (!cell || !field || index === undefined) return;
    event.preventDefault();
    const row = index >= 0 ? (props.rowAt(index) ?? null) : null;
    const box = cell.getBoundingClientRect();
    // The Menu key may aim at no point.
    const byKey = !event.clientX && !event.clientY;
    setAimed({
      x: byKey ? box.left + 12 : event.clientX,
      y: byKey ? box.bottom : event.clientY,
      field,
      row,
      value: row?.values[(column ?? 0) - 1] ?? null,
    });
  }

  const { field, row, value, x, y } = aimed ?? {};
  const others = props.filters.filter((filter) => filter.field !== field?.key);
  const name = typeof value === 'string' ? props.nameOf(value) : null;
  return (
    <div className={props.className} onContextMenu={onContextMenu}>
      {props.children}
      {aimed && field && (
        <Menu opened onClose={() => setAimed(null)} position="bottom-start" withinPortal>
          <Menu.Target>
            <button
              type="button"
              tabIndex={-1}
              aria-label={words.cellMenu}
              style={{
                position: 'fixed',
                left: x,
                top: y,
                width: 0,
                height: 0,
                padding: 0,
                border: 0,
              }}
            />
          </Menu.Target>
          <Menu.Dropdown aria-label={words.cellMenu}>
            {row && (
              <Menu.Item
                onClick={() => props.onFilters([...others, filterOn(field, value ?? null)])}
              >
                {words.keepOnly(words.valueText(field, value ?? null, name))}
              </Menu.Item>
            )}
            {others.length < props.filters.length && (
              <Menu.Item onClick={() => props.onFilters(others)}>
                {words.leaveFilter(field.label)}
              </Menu.Item>
            )}
            <Menu.Item onClick={() => props.onGroup(field.key)}>
              {words.groupOn(field.label)}
            </Menu.Item>
            <Menu.Item onClick={() => go(`/valeurs/${props.entity}/${field.key}`)}>
              {words.allValues(field.label)}
            </Menu.Item>
            {row && <Menu.Item onClick={() => props.onOpen(row.ref)}>{words.openRecord}</Menu.Item>}
          </Menu.Dropdown>
        </Menu>
      )}
    </div>
  );
}
