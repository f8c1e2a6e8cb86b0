import { expect, test } from 'vitest';
import type { TileView } from '../../engine';
import { layoutOf, movesOf, stepped } from './places';

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
