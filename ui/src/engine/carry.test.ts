import { expect, test } from 'vitest';
import { encode, openRoom, order } from './room.acts';

test('what was done is handed over packed, and gone on from where less is kept', async () => {
  const here = openRoom(order('carries', { carries: true }));
  await here.call('add', ' one');
  const told = await here.said('carried');
  expect(told).toMatchObject({ seq: 1, bytes: encode('packed  one') });

  // Elsewhere: the base of that day made again, with the work on it.
  const work = { seq: 1, bytes: encode('packed  one') };
  const there = openRoom(order('elsewhere', { work, born: '2026-02-01', carries: true }));
  expect(await there.ready()).toMatchObject({ seq: 1, resumed: true, born: '2026-02-01' });
  expect(await there.call('read')).toMatchObject({ output: 'baseunpacked packed  one' });
  await there.call('add', ' two');

  // Kept there from then on; and older work does not come back over newer.
  const again = openRoom(order('elsewhere', { work, born: '2026-02-01' }));
  expect(await again.ready()).toMatchObject({ seq: 2, kept: true, resumed: false });
});

test('work that does not fit is left aside', async () => {
  const work = { seq: 4, bytes: encode('cut') };
  const room = openRoom(order('unfit', { work, born: '2026-02-01' }));
  expect(await room.ready()).toMatchObject({ seq: 0, kept: false, resumed: false });
  expect(await room.call('read')).toMatchObject({ output: 'base' });
});

test('nothing that stands is told from more than can be carried', async () => {
  const idle = openRoom(order('carries nothing', { carries: true }));
  await idle.call('add', '');
  expect(await idle.said('carried')).toMatchObject({ seq: 1, bytes: null, fits: true });

  const busy = openRoom(order('carries too much', { carries: true }));
  await busy.call('add', 'a'.repeat(2_000));
  expect(await busy.said('carried')).toMatchObject({ seq: 1, bytes: null, fits: false });
});
