import 'fake-indexeddb/auto';
import { expect, test } from 'vitest';
import type { Report, StartOrder } from './messages';
import { type EngineFactory, type EngineMaker, Room } from './room';
import { Storage } from './storage';

const encode = (text: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(text);
const decode = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);

/**
 * An engine of one sentence: `add` lengthens it, `read` gives it, `dawn` looks and lengthens it all the same,
 * `take` puts a file in its place, `give` makes a file of it, `trap` is a fault of ours.
 */
const sentences: EngineFactory = (snapshot, journal, _seed, _size, base) => {
  let text =
    (snapshot ? decode(snapshot) : base ? decode(base) : 'base') + journal.map(decode).join('');
  // What nobody touched is of its day only.
  const renewed = text === 'stale';
  if (renewed) text = 'fresh';
  let hear: (done: number, total: number) => void = () => undefined;
  return {
    call(name, input, file) {
      if (name === 'trap') throw new Error('unreachable executed');
      if (name === 'refuse')
        return { ok: false, text: '{"code":"not_found"}', journal: [], file: null };
      const adds = name === 'add' || name === 'dawn';
      if (adds) text += input;
      if (name === 'take') text = file ? decode(file) : 'no file';
      if (name === 'give') for (let done = 1; done <= 1000; done += 1) hear(done, 1000);
      const made = name === 'give' ? { name: 'sentence.txt', bytes: encode(text) } : null;
      return { ok: true, text, journal: adds ? [encode(input)] : [], file: made };
    },
    hearProgress: (listener) => {
      hear = listener;
    },
    wasRenewed: () => renewed,
    carried: () => (text === 'base' ? null : encode(text.slice('base'.length))),
    carryOn(carried) {
      if (decode(carried).endsWith('cut')) throw new Error('does not fit');
      text += decode(carried);
    },
    snapshot: () => encode(text),
  };
};
const sentenceMaker: EngineMaker = {
  make: sentences,
  unpack: (packed) => Promise.resolve(encode(`unpacked ${decode(packed)}`)),
  pack: (bytes) => Promise.resolve(encode(`packed ${decode(bytes)}`)),
};

let drawn = 0;
function order(database: string, more: Partial<StartOrder> = {}): StartOrder {
  const mark = String((drawn += 1));
  const plain = {
    wasm: new Uint8Array(0),
    seed: 1,
    size: 1,
    base: null,
    born: null,
    work: null,
    carries: false,
    afresh: false,
    date: '2026-03-01',
  };
  return { kind: 'start', ...plain, database, owner: mark, life: mark, ...more };
}

/** A room that is spoken to one order at a time. */
function openRoom(start: StartOrder) {
  const heard: Report[] = [];
  let wake = (): void => undefined;
  const room = new Room(
    () => Promise.resolve(sentenceMaker),
    (report) => {
      heard.push(report);
      wake();
    },
  );
  const next = async (wanted: (report: Report) => boolean): Promise<Report> => {
    for (;;) {
      const found = heard.find(wanted);
      if (found) return found;
      await new Promise<void>((resolve) => {
        wake = resolve;
      });
    }
  };
  room.receive(start);
  let id = 0;
  return {
    heard,
    ready: () => next((report) => report.kind === 'ready'),
    said: (kind: Report['kind']) => next((report) => report.kind === kind),
    call(name: string, input = '', file: Uint8Array<ArrayBuffer> | null = null) {
      const mine = (id += 1);
      room.receive({ kind: 'call', id: mine, name, input, file });
      return next((report) => report.kind === 'answer' && report.id === mine);
    },
  };
}

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
  expect(kept).toMatchObject({ seq: 30, journal: [] });
  expect(decode(kept?.snapshot ?? encode(''))).toBe(`base${'.'.repeat(30)}`);
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
