import { expect, test } from 'vitest';
import type { TileView } from '../../engine';
import { columnsIn, layoutOf, movesOf, narrowed, stepped } from './places';

const tile = (ref: string, place: [number, number, number, number]): TileView => ({
  ref,
  title: ref,
  chart: 'bars',
  definition: null,
  problem: null,
  place,
});

const placeOf = (
  layout: readonly { i: string; x: number; y: number; w: number; h: number }[],
  ref: string,
) => {
  const { x, y, w, h } = layout.find(({ i }) => i === ref)!;
  return [x, y, w, h];
};

const board = [tile('a', [0, 0, 6, 4]), tile('b', [6, 0, 6, 4]), tile('c', [0, 4, 6, 4])];

test('a tile that stands as it is kept moves nothing', () => {
  expect(movesOf(layoutOf(board), board)).toEqual([]);
});

test('a step is one column, and stays on the board', () => {
  expect(placeOf(stepped(board, 'c', { x: 1 }), 'c')).toEqual([1, 4, 6, 4]);
  expect(placeOf(stepped(board, 'c', { x: -1 }), 'c')).toEqual([0, 4, 6, 4]);
  expect(placeOf(stepped(board, 'b', { w: 1 }), 'b')).toEqual([6, 0, 6, 4]);
  expect(placeOf(stepped(board, 'c', { h: 1 }), 'c')).toEqual([0, 4, 6, 5]);
});

test('up and down go past the next tile', () => {
  const up = stepped(board, 'c', { y: -1 });
  expect(placeOf(up, 'c')[1]).toBe(0);
  expect(placeOf(up, 'a')[1]).toBe(4);
  const down = stepped(board, 'a', { y: 1 });
  expect(placeOf(down, 'a')[1]).toBe(4);
  expect(placeOf(down, 'c')[1]).toBe(0);
});

test('a place out of the board is brought back', () => {
  expect(placeOf(layoutOf([tile('a', [40, 9, 30, 3])]), 'a')).toEqual([0, 0, 12, 3]);
});

test('where there is not the width, tiles stand in the order in which they are read', () => {
  expect([columnsIn(1100), columnsIn(600), columnsIn(230)]).toEqual([12, 2, 1]);
  const wide = [...board, tile('d', [6, 4, 3, 2]), tile('e', [9, 4, 3, 2])];
  const one = narrowed(wide, 1);
  expect(['a', 'b', 'c', 'd', 'e'].map((ref) => placeOf(one, ref))).toEqual([
    [0, 0, 1, 4],
    [0, 4, 1, 4],
    [0, 8, 1, 4],
    [0, 12, 1, 2],
    [0, 14, 1, 2],
  ]);
  const two = narrowed([tile('large', [0, 0, 8, 4]), tile('small', [8, 0, 4, 4])], 2);
  expect(placeOf(two, 'large')).toEqual([0, 0, 2, 4]);
  expect(placeOf(two, 'small')).toEqual([0, 4, 1, 4]);
});
