import { expect, test } from 'vitest';
import { encode, decode, openRoom, order } from './room.acts';
import { Storage } from './storage';

test('what was acknowledged is there when the room dies without a word', async () => {
  const first = openRoom(order('dies'));
  expect(await first.ready()).toMatchObject({
    seq: 0,
    kept: false,
    memory: null,
    born: '2026-03-01',
  });
  await first.call('add', ' one');
  expect(await first.call('add', ' two')).toMatchObject({ ok: true, seq: 2 });

  const second = openRoom(order('dies', { date: '2026-04-01' }));
  expect(await second.ready()).toMatchObject({ seq: 2, kept: true, born: '2026-03-01' });
  expect(await second.call('read')).toMatchObject({ output: 'base one two', seq: 2 });
});

test('a base made anew at its opening is kept before what is done in it', async () => {
  const storage = await Storage.open('renews', 'a witness');
  await storage.replace(encode('stale'), 0, '2026-03-01');

  const first = openRoom(order('renews', { date: '2026-04-01' }));
  expect(await first.ready()).toMatchObject({ kept: true, born: '2026-04-01' });
  await first.call('add', ' one');

  const second = openRoom(order('renews', { date: '2026-04-01' }));
  expect(await second.call('read')).toMatchObject({ output: 'fresh one', seq: 1 });
});

test('the journal is folded into a snapshot, and nothing is lost by it', async () => {
  const room = openRoom(order('folds'));
  for (let change = 0; change < 30; change += 1) await room.call('add', '.');
  await new Promise((resolve) => setTimeout(resolve, 600));
  const storage = await Storage.open('folds', 'a witness');
  const kept = await storage.read();
  const [first] = kept?.attempts ?? [];
  expect(first).toMatchObject({ seq: 30, journal: [] });
  expect(decode(first?.snapshot ?? encode(''))).toBe(`base${'.'.repeat(30)}`);
});

test('a room whose base was opened elsewhere writes nothing more', async () => {
  const first = openRoom(order('taken'));
  await first.ready();
  await first.call('add', ' mine');
  const second = openRoom(order('taken'));
  await second.ready();
  void first.call('add', ' too late');
  await first.said('taken');
  expect(await second.call('read')).toMatchObject({ output: 'base mine' });
  const third = openRoom(order('taken'));
  expect(await third.call('read')).toMatchObject({ output: 'base mine' });
});

test('a trap is told, and costs the command in hand only', async () => {
  const room = openRoom(order('traps'));
  await room.call('add', ' kept');
  void room.call('trap');
  await room.said('trapped');
  expect(await openRoom(order('traps')).call('read')).toMatchObject({ output: 'base kept' });
});

test('an error of the engine is an answer like another', async () => {
  expect(await openRoom(order('errors')).call('refuse')).toMatchObject({
    ok: false,
    error: '{"code":"not_found"}',
  });
});

test('where nothing can be kept, the room works in memory and says so', async () => {
  const forbidden = globalThis.indexedDB;
  Object.defineProperty(globalThis, 'indexedDB', {
    configurable: true,
    get() {
      throw new Error('SecurityError');
    },
  });
  try {
    const room = openRoom(order('forbidden'));
    expect(await room.ready()).toMatchObject({ memory: 'refused' });
    expect(await room.call('add', '!')).toMatchObject({ ok: true, output: 'base!', seq: 1 });
  } finally {
    Object.defineProperty(globalThis, 'indexedDB', { configurable: true, value: forbidden });
  }
});

test('when the storage is full the change is made all the same, and said not to be kept', async () => {
  const room = openRoom(order('full'));
  await room.ready();
  await room.call('add', ' kept');
  const put = IDBObjectStore.prototype.put;
  IDBObjectStore.prototype.put = function full() {
    throw Object.assign(new Error(), { name: 'QuotaExceededError' });
  };
  try {
    expect(await room.call('add', ' not')).toMatchObject({ ok: true, output: 'base kept not' });
    expect(await room.said('memory-only')).toMatchObject({ reason: 'full' });
  } finally {
    IDBObjectStore.prototype.put = put;
  }
  expect(await openRoom(order('full')).call('read')).toMatchObject({ output: 'base kept' });
});

test('a command that only looks may bring what a new day holds: it is kept too', async () => {
  await openRoom(order('dawn')).call('dawn', ' and a day');
  expect(await openRoom(order('dawn')).call('read')).toMatchObject({ output: 'base and a day' });
});

test('files go in and come out, and a long work is reported now and then', async () => {
  const room = openRoom(order('files'));
  await room.call('take', '', encode('handed in'));
  const given = await room.call('give');
  expect(given).toMatchObject({ file: { name: 'sentence.txt', bytes: encode('handed in') } });
  const reports = room.heard.filter((report) => report.kind === 'progress');
  expect(reports[0]).toMatchObject({ done: 1, total: 1000 });
  expect(reports.length).toBeLessThan(1000);
});

test('a new base begins with the workbook that the page carries, a kept one does not', async () => {
  const own = { base: encode('workbook') };
  await openRoom(order('own', own)).call('add', '!');
  expect(await openRoom(order('own')).call('read')).toMatchObject({ output: 'unpacked workbook!' });
});

test('a base that is left aside is replaced by a new one', async () => {
  await openRoom(order('afresh')).call('add', ' old');
  const room = openRoom(order('afresh', { afresh: true }));
  expect(await room.call('add', ' new')).toMatchObject({ output: 'base new', seq: 1 });
  expect(await openRoom(order('afresh')).call('read')).toMatchObject({ output: 'base new' });
});
