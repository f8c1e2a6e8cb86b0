import { expect, test } from 'vitest';
import { encode, openRoom, order } from './room.acts';
import { Storage } from './storage';

/** A base on which 30 changes were made, folded into a snapshot, then three more. */
async function lived(name: string): Promise<IDBDatabase> {
  const room = openRoom(order(name));
  for (let change = 0; change < 30; change += 1) await room.call('add', '.');
  await new Promise((resolve) => setTimeout(resolve, 600));
  for (const word of [' one', ' two', ' three']) await room.call('add', word);
  return new Promise((resolve) => {
    const request = indexedDB.open(name);
    request.onsuccess = () => resolve(request.result);
  });
}

/** Does what a fault of the disk, or somebody with the tools of the browser, would do. */
function spoil(db: IDBDatabase, work: (base: IDBObjectStore, journal: IDBObjectStore) => void) {
  return new Promise<void>((resolve) => {
    const transaction = db.transaction(['base', 'journal'], 'readwrite');
    work(transaction.objectStore('base'), transaction.objectStore('journal'));
    transaction.oncomplete = () => resolve();
  });
}

const all = `base${'.'.repeat(30)} one two three`;

test('a snapshot that is spoilt or gone costs nothing: the one before it has all that follows', async () => {
  const ways: [string, (base: IDBObjectStore) => void][] = [
    ['gone', (base) => base.delete('snapshot')],
    [
      'other bytes',
      (base) =>
        base.put({ bytes: encode('basX'), seq: 30, born: '2026-03-01', sum: 1 }, 'snapshot'),
    ],
    ['no snapshot', (base) => base.put('a letter', 'snapshot')],
  ];
  for (const [name, way] of ways) {
    await spoil(await lived(name), way);
    const room = openRoom(order(name));
    expect(await room.call('read')).toMatchObject({ output: all, seq: 33 });
    expect(await room.said('rescued')).toMatchObject({ lost: 0 });
    expect(await openRoom(order(name)).call('add', '!')).toMatchObject({ output: `${all}!` });
  }
});

test('a change that is spoilt costs itself and those after it, and how many is said', async () => {
  await spoil(await lived('entry'), (_, journal) =>
    journal.put({ entries: [encode(' XXX')], sum: 7 }, 32),
  );
  const room = openRoom(order('entry'));
  expect(await room.call('read')).toMatchObject({ output: `base${'.'.repeat(30)} one`, seq: 31 });
  expect(await room.said('rescued')).toMatchObject({ lost: 2 });
});

test('a journal that was cleared alone is noticed by the number of the last change', async () => {
  await spoil(await lived('cleared'), (_, journal) => journal.clear());
  const room = openRoom(order('cleared'));
  expect(await room.call('read')).toMatchObject({ output: `base${'.'.repeat(30)}`, seq: 30 });
  expect(await room.said('rescued')).toMatchObject({ lost: 3 });
});

test('an entry that the engine refuses is left out with those after it', async () => {
  const storage = await Storage.open('refused', 'a witness');
  await storage.replace(encode('base'), 0, '2026-03-01');
  await storage.append([encode(' one')], 1);
  await storage.append([encode('damaged')], 2);
  const room = openRoom(order('refused'));
  expect(await room.call('read')).toMatchObject({ output: 'base one', seq: 1 });
  expect(await room.said('rescued')).toMatchObject({ lost: 1 });
});

test('what is spoilt is kept aside before anything takes its place', async () => {
  const db = await lived('aside');
  await spoil(db, (_, journal) => journal.put('a letter', 33));
  await openRoom(order('aside')).said('rescued');
  const keys = await new Promise<IDBValidKey[]>((resolve) => {
    const request = db.transaction('base').objectStore('base').getAllKeys();
    request.onsuccess = () => resolve(request.result);
  });
  expect(keys.filter((key) => String(key).startsWith('aside-2'))).toHaveLength(1);
});

test('where no snapshot is left nothing is touched until it is agreed to', async () => {
  const db = await lived('nothing');
  await spoil(db, (base) => {
    base.delete('snapshot');
    base.delete('before');
  });
  const room = openRoom(order('nothing'));
  expect(await room.said('failed')).toMatchObject({ error: '{"code":"data_damaged"}' });
  const anew = openRoom(order('nothing', { afresh: true }));
  expect(await anew.call('add', ' new')).toMatchObject({ output: 'base new' });
  expect(await openRoom(order('nothing')).call('read')).toMatchObject({ output: 'base new' });
});

test('a store of a newer version is refused, and left as it is', async () => {
  await new Promise<void>((resolve) => {
    const request = indexedDB.open('newer', 2);
    request.onsuccess = () => {
      request.result.close();
      resolve();
    };
  });
  expect(await openRoom(order('newer')).said('failed')).toMatchObject({
    error: '{"code":"newer_data"}',
  });
});

test('a snapshot that finds no room costs nothing: the changes are kept as before', async () => {
  const room = openRoom(order('no room'));
  await room.ready();
  await room.call('add', ' one');
  const put = IDBObjectStore.prototype.put;
  IDBObjectStore.prototype.put = function full(value: unknown, key?: IDBValidKey) {
    if (key === 'snapshot') throw Object.assign(new Error(), { name: 'QuotaExceededError' });
    return put.call(this, value, key);
  };
  try {
    for (let change = 0; change < 30; change += 1) await room.call('add', '.');
    await new Promise((resolve) => setTimeout(resolve, 600));
    await room.call('add', ' last');
  } finally {
    IDBObjectStore.prototype.put = put;
  }
  expect(room.heard.some((report) => report.kind === 'memory-only')).toBe(false);
  expect(await openRoom(order('no room')).call('read')).toMatchObject({
    output: `base one${'.'.repeat(30)} last`,
    seq: 32,
  });
});
