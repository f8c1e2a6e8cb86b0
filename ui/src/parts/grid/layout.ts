import type { FieldView, Sort } from '../../engine/types';

/** A column as a person arranged it. */
export interface Column {
  key: string;
  width: number;
  hidden: boolean;
}

/** What is kept from one day to the next: columns in their order, and the sorts in their rank. */
export interface Layout {
  columns: Column[];
  sorts: Sort[];
}

export const MIN_WIDTH = 60;
const MAX_WIDTH = 640;
const STEP = 24;

/** The layout that the catalogue proposes. */
export function startLayout(fields: FieldView[]): Layout {
  const columns = fields.map(({ key, width, listed }) => ({ key, width, hidden: !listed }));
  const byName = fields.some((field) => field.key === 'name');
  return { columns, sorts: byName ? [{ field: 'name', descending: false }] : [] };
}

/** Reads a kept layout; null when it is not one. */
export function parseLayout(text: string): Layout | null {
  try {
    const layout: unknown = JSON.parse(text);
    return isLayout(layout) ? layout : null;
  } catch {
    return null;
  }
}

function isLayout(value: unknown): value is Layout {
  if (typeof value !== 'object' || value === null) return false;
  const { columns, sorts } = value as Partial<Layout>;
  return (
    Array.isArray(columns) &&
    Array.isArray(sorts) &&
    columns.every((column) => typeof column.key === 'string' && Number.isFinite(column.width)) &&
    sorts.every((sort) => typeof sort.field === 'string')
  );
}

/** Forgets fields that are gone and adds those that are new: hidden, unless somebody has just added them to the records. */
export function reconcile(layout: Layout, fields: FieldView[]): Layout {
  const known = new Map(fields.map((field) => [field.key, field]));
  const kept = layout.columns.filter((column) => known.delete(column.key));
  const added = [...known.values()].map(({ key, width, added: ours }) => ({
    key,
    width,
    hidden: !ours,
  }));
  const keys = new Set(fields.map((field) => field.key));
  return {
    columns: [...kept, ...added],
    sorts: layout.sorts.filter((sort) => keys.has(sort.field)),
  };
}

/** Puts a column before another, or last. The first one stays first: it names the row. */
export function moveColumn(layout: Layout, key: string, target: string | null): Layout {
  const [first, second] = layout.columns;
  const before = target === first?.key ? (second?.key ?? null) : target;
  const moved = layout.columns.find((column) => column.key === key);
  if (!moved || key === before || key === first?.key) return layout;
  const others = layout.columns.filter((column) => column.key !== key);
  const at = before === null ? others.length : others.findIndex((column) => column.key === before);
  const columns = [...others];
  columns.splice(at < 0 ? others.length : at, 0, moved);
  return { ...layout, columns };
}

/** One place to the left or to the right, among the columns that are shown when `shown`. */
export function nudgeColumn(layout: Layout, key: string, by: -1 | 1, shown: boolean): Layout {
  const row = layout.columns.filter((column) => !shown || !column.hidden);
  const from = row.findIndex((column) => column.key === key);
  const neighbour = row[from + by];
  if (from < 0 || !neighbour) return layout;
  if (by < 0) return moveColumn(layout, key, neighbour.key);
  return moveColumn(layout, neighbour.key, key);
}

export function setWidth(layout: Layout, key: string, width: number): Layout {
  const kept = Math.round(Math.min(MAX_WIDTH, Math.max(MIN_WIDTH, width)));
  const columns = layout.columns.map((column) =>
    column.key === key ? { ...column, width: kept } : column,
  );
  return { ...layout, columns };
}

export function stepWidth(layout: Layout, key: string, by: -1 | 1): Layout {
  const column = layout.columns.find((found) => found.key === key);
  return column ? setWidth(layout, key, column.width + by * STEP) : layout;
}

export function setHidden(layout: Layout, key: string, hidden: boolean): Layout {
  const columns = layout.columns.map((column) =>
    column.key === key ? { ...column, hidden } : column,
  );
  return { ...layout, columns };
}

/** Shows a column, after those that are shown already. */
export function showColumn(layout: Layout, key: string): Layout {
  const shown = layout.columns.map((column) => !column.hidden && column.key !== key);
  const after = layout.columns.slice(shown.lastIndexOf(true) + 1);
  const next = after.find((column) => column.key !== key);
  return moveColumn(setHidden(layout, key, false), key, next?.key ?? null);
}

/** Ascending, then descending, then none; `add` keeps the other sorts. */
export function cycleSort(layout: Layout, field: string, add: boolean): Layout {
  const now = layout.sorts.find((sort) => sort.field === field);
  const next = !now ? false : now.descending ? null : true;
  return setSort(layout, field, next, add);
}

/** Sorts by a field, `descending` or not; null takes it out of the sorts. */
export function setSort(
  layout: Layout,
  field: string,
  descending: boolean | null,
  add: boolean,
): Layout {
  const place = layout.sorts.findIndex((sort) => sort.field === field);
  const others = add ? layout.sorts.filter((sort) => sort.field !== field) : [];
  if (descending === null) return { ...layout, sorts: others };
  const sorts = [...others];
  sorts.splice(add && place >= 0 ? place : others.length, 0, { field, descending });
  return { ...layout, sorts };
}
