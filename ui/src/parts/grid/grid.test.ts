import { describe, expect, it } from 'vitest';
import type { FieldView } from '../../engine/types';
import {
  cycleSort,
  moveColumn,
  nudgeColumn,
  parseLayout,
  reconcile,
  setHidden,
  setWidth,
  showColumn,
  type Layout,
} from './layout';
import { moved } from './moves';
import { countSelected, everybody, isSelected, nobody, toggled, withRows } from './selection';

const layout = (keys: string): Layout => ({
  columns: [...keys].map((key) => ({ key, width: 100, hidden: false })),
  sorts: [],
});
const keys = (of: Layout) => of.columns.map((column) => column.key).join('');

describe('the columns', () => {
  it('move, but never before the first one, which names the row', () => {
    expect(keys(moveColumn(layout('abcd'), 'd', 'b'))).toBe('adbc');
    expect(keys(moveColumn(layout('abcd'), 'c', 'a'))).toBe('acbd');
    expect(keys(moveColumn(layout('abcd'), 'a', 'c'))).toBe('abcd');
    expect(keys(nudgeColumn(layout('abcd'), 'b', 1, true))).toBe('acbd');
    expect(keys(nudgeColumn(layout('abcd'), 'b', -1, true))).toBe('abcd');
    expect(keys(nudgeColumn(layout('abcd'), 'd', 1, true))).toBe('abcd');
  });

  it('come after those that are shown when they are shown in their turn', () => {
    const start = setHidden(setHidden(setHidden(layout('abcd'), 'b', true), 'c', true), 'd', true);
    const next = showColumn(showColumn(start, 'd'), 'b');
    expect(next.columns.filter((column) => !column.hidden).map(({ key }) => key)).toEqual([
      'a',
      'd',
      'b',
    ]);
    expect(keys(showColumn(setHidden(layout('abc'), 'c', true), 'c'))).toBe('abc');
  });

  it('keep a width that can be read', () => {
    expect(setWidth(layout('a'), 'a', 3).columns[0]?.width).toBe(60);
  });

  it('follow the catalogue: gone fields go, new ones wait hidden', () => {
    const fields = [
      { key: 'b', width: 80 },
      { key: 'z', width: 90 },
    ] as FieldView[];
    const next = reconcile({ ...layout('ab'), sorts: [{ field: 'a', descending: true }] }, fields);
    expect(keys(next)).toBe('bz');
    expect(next.columns[1]).toEqual({ key: 'z', width: 90, hidden: true });
    expect(next.sorts).toEqual([]);
  });

  it('are not read from what is not a layout', () => {
    for (const text of ['', 'null', '[]', '{"columns":[1],"sorts":[]}'])
      expect(parseLayout(text)).toBe(null);
    expect(parseLayout(JSON.stringify(layout('ab')))).toEqual(layout('ab'));
  });
});

describe('the sorts', () => {
  it('go up, down, then off; adding keeps the others and their rank', () => {
    const up = cycleSort(layout('ab'), 'a', false);
    const down = cycleSort(up, 'a', false);
    expect(up.sorts).toEqual([{ field: 'a', descending: false }]);
    expect(down.sorts).toEqual([{ field: 'a', descending: true }]);
    expect(cycleSort(down, 'a', false).sorts).toEqual([]);
    const both = cycleSort(up, 'b', true);
    expect(cycleSort(both, 'a', true).sorts.map((sort) => sort.field)).toEqual(['a', 'b']);
    expect(cycleSort(both, 'b', false).sorts.map((sort) => sort.field)).toEqual(['b']);
  });
});

describe('the keys', () => {
  const grid = { rows: 100, columns: 5, page: 10 };
  const check = (key: string, ctrl: boolean, from: [number, number], to: [number, number]) =>
    expect(moved({ row: from[0], column: from[1] }, key, ctrl, grid)).toEqual({
      row: to[0],
      column: to[1],
    });

  it('stay inside the grid and reach its header', () => {
    check('ArrowUp', false, [0, 2], [-1, 2]);
    check('ArrowUp', false, [-1, 2], [-1, 2]);
    check('ArrowDown', false, [99, 2], [99, 2]);
    check('ArrowRight', false, [3, 4], [3, 4]);
    check('PageDown', false, [95, 1], [99, 1]);
    check('PageUp', false, [4, 1], [0, 1]);
    check('End', true, [4, 1], [99, 4]);
    check('Home', false, [4, 3], [4, 0]);
    expect(moved({ row: 0, column: 0 }, 'a', false, grid)).toBe(null);
  });
});

describe('the selection', () => {
  it('counts what is chosen, and what is not when all is', () => {
    const some = withRows(toggled(nobody, 'C1'), ['C1', 'C2']);
    expect(countSelected(some, 10)).toBe(2);
    const allButOne = toggled(everybody, 'C1');
    expect(countSelected(allButOne, 10)).toBe(9);
    expect(isSelected(allButOne, 'C1')).toBe(false);
    expect(countSelected(withRows(allButOne, ['C1']), 10)).toBe(10);
  });
});
