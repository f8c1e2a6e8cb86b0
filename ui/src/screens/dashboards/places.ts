import { moveElement, verticalCompactor, type Layout, type LayoutItem } from 'react-grid-layout';
import type { TileView } from '../../engine';

export const COLUMNS = 12;
export const ROW_HEIGHT = 68;
export const MARGIN = 10;
const LEAST = { w: 2, h: 2 };
const TALLEST = 20;

/** Where a board is found. */
export const boardAddress = (name: string) => `/tableaux/${encodeURIComponent(name)}`;

/** A tile and the place it goes to. */
export interface Placed {
  ref: string;
  place: [number, number, number, number];
}

export function layoutOf(tiles: TileView[]): LayoutItem[] {
  const wanted = tiles.map(({ ref, place: [x, y, w, h] }) => ({
    i: ref,
    x: between(x, 0, COLUMNS - between(w, 1, COLUMNS)),
    y: Math.max(0, y),
    w: between(w, 1, COLUMNS),
    h: Math.max(1, h),
    minW: LEAST.w,
    minH: LEAST.h,
    maxH: TALLEST,
  }));
  return [...verticalCompactor.compact(wanted, COLUMNS)];
}

/** In how many columns tiles stand in a width: as arranged, or two, or one under the other where there is not the room. */
export function columnsIn(width: number): number {
  if (width < 480) return 1;
  return width < 640 ? 2 : COLUMNS;
}

/** The tiles in the order in which they are read, in fewer columns than they were arranged in. */
export function narrowed(tiles: TileView[], columns: number): LayoutItem[] {
  const read = layoutOf(tiles).sort((one, two) => one.y - two.y || one.x - two.x);
  let [x, y] = [0, 0];
  const flowed = read.map((item) => {
    const w = Math.ceil((item.w * columns) / COLUMNS);
    if (x + w > columns) [x, y] = [0, y + TALLEST];
    const placed = { ...item, x, y, w, minW: 1 };
    x += w;
    return placed;
  });
  return [...verticalCompactor.compact(flowed, columns)];
}

/** The tiles whose place a layout changes. */
export function movesOf(layout: Layout, tiles: TileView[]): Placed[] {
  return layout.flatMap(({ i, x, y, w, h }) => {
    const tile = tiles.find(({ ref }) => ref === i);
    const place: Placed['place'] = [x, y, w, h];
    return tile && tile.place.join() !== place.join() ? [{ ref: i, place }] : [];
  });
}

/** One step of a tile, in columns and rows: moved, or made larger. */
export interface Step {
  x?: number;
  y?: number;
  w?: number;
  h?: number;
}

/** The layout after one step of a tile; the others make room, as under the pointer. */
export function stepped(tiles: TileView[], ref: string, step: Step): Layout {
  const layout = layoutOf(tiles).map((item) => ({ ...item }));
  const item = layout.find(({ i }) => i === ref);
  if (!item) return layout;
  item.w = between(item.w + (step.w ?? 0), LEAST.w, COLUMNS - item.x);
  item.h = between(item.h + (step.h ?? 0), LEAST.h, TALLEST);
  const x = between(item.x + (step.x ?? 0), 0, COLUMNS - item.w);
  if (step.y) trade(layout, item, step.y);
  const moved = moveElement(layout, item, x, item.y, true, false, 'vertical', COLUMNS);
  return verticalCompactor.compact(moved, COLUMNS);
}

/** Up or down trades places with the next tile that way: a row more would fall back to where it was. */
function trade(layout: LayoutItem[], item: LayoutItem, way: number): void {
  const facing = layout.filter(
    (other) => other.i !== item.i && other.x < item.x + item.w && item.x < other.x + other.w,
  );
  const beyond = facing.filter((other) => (way < 0 ? other.y < item.y : other.y > item.y));
  beyond.sort((one, two) => (way < 0 ? two.y - one.y : one.y - two.y));
  const next = beyond[0];
  if (!next) return;
  const [first, second] = way < 0 ? [item, next] : [next, item];
  first.y = Math.min(item.y, next.y);
  second.y = first.y + first.h;
}

function between(value: number, least: number, most: number): number {
  return Math.min(Math.max(value, least), most);
}
