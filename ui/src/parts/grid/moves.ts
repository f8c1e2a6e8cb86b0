/** A cell by its place; row -1 is the header. */
export interface Place {
  row: number;
  column: number;
}

/** How many rows and columns there are, and rows in a page. */
export interface Size {
  rows: number;
  columns: number;
  /** Rows in a page. */
  page: number;
}

/** Where a key leads; null when it is not a key that moves. */
export function moved(from: Place, key: string, ctrl: boolean, grid: Size): Place | null {
  const last = grid.rows - 1;
  const end = grid.columns - 1;
  const row = (to: number) => ({ row: Math.max(-1, Math.min(last, to)), column: from.column });
  const column = (to: number) => ({ row: from.row, column: Math.max(0, Math.min(end, to)) });
  switch (key) {
    case 'ArrowDown':
      return row(ctrl ? last : from.row + 1);
    case 'ArrowUp':
      return row(ctrl ? Math.min(0, last) : from.row - 1);
    case 'ArrowRight':
      return column(ctrl ? end : from.column + 1);
    case 'ArrowLeft':
      return column(ctrl ? 0 : from.column - 1);
    case 'PageDown':
      return row(from.row + grid.page);
    case 'PageUp':
      return row(from.row < 0 ? -1 : Math.max(Math.min(0, last), from.row - grid.page));
    case 'Home':
      return ctrl ? { row: Math.min(0, last), column: 0 } : column(0);
    case 'End':
      return ctrl ? { row: last, column: end } : column(end);
    default:
      return null;
  }
}
