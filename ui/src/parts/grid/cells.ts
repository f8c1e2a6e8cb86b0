import type { Place } from './moves';

/** The place, brought back into the grid. */
export function clamp(place: Place, rows: number, columns: number): Place {
  return { row: Math.min(place.row, rows - 1), column: Math.min(place.column, columns - 1) };
}

export function isCell(target: EventTarget): boolean {
  return target instanceof HTMLElement && target.dataset['cell'] !== undefined;
}

/** Brings a cell out from under the columns that stay in sight. */
export function showColumn(scroller: HTMLElement | null, cell: HTMLElement) {
  const first = scroller?.querySelector<HTMLElement>('[data-cell="-1:1"]');
  if (!scroller || !first || cell.dataset['sticky'] !== undefined) return;
  const fixed = first.offsetWidth + 36;
  const left = cell.offsetLeft;
  if (left - fixed < scroller.scrollLeft) scroller.scrollLeft = left - fixed;
  else if (left + cell.offsetWidth > scroller.scrollLeft + scroller.clientWidth)
    scroller.scrollLeft = left + cell.offsetWidth - scroller.clientWidth;
}
