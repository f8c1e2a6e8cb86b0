/** Where a browser keeps a base: one snapshot and the changes since, in IndexedDB. */

const BASE = 'base';
const JOURNAL = 'journal';
/** Some private modes never answer. */
const OPENING_MS = 5_000;

export interface Kept {
  snapshot: Uint8Array;
  journal: Uint8Array[];
  seq: number;
  born: string;
}

interface Snapshot {
  bytes: Uint8Array;
  seq: number;
  born: string;
}

/** Another tab opened the base since: nothing of ours is written any more. */
export class TakenOver extends Error {}

export class Storage {
  private readonly db: IDBDatabase;
  private readonly owner: string;

  private constructor(db: IDBDatabase, owner: string) {
    this.db = db;
    this.owner = owner;
  }

  /** Opens the store and makes it ours. Rejects when the browser refuses to keep anything. */
  static async open(database: string, owner: string): Promise<Storage> {
    const db = await openDatabase(database);
    db.onversionchange = () => db.close();
    const transaction = db.transaction(BASE, 'readwrite');
    transaction.objectStore(BASE).put(owner, 'owner');
    await finished(transaction);
    return new Storage(db, owner);
  }

  /** What was kept; null the first time. */
  async read(): Promise<Kept | null> {
    const transaction = this.db.transaction([BASE, JOURNAL], 'readonly');
    const snapshot = transaction.objectStore(BASE).get('snapshot') as IDBRequest<
      Snapshot | undefined
    >;
    const changes = transaction.objectStore(JOURNAL).getAll() as IDBRequest<Uint8Array[][]>;
    await finished(transaction);
    if (snapshot.result === undefined) return null;
    const { bytes, seq, born } = snapshot.result;
    return {
      snapshot: bytes,
      journal: changes.result.flat(),
      seq: seq + changes.result.length,
      born,
    };
  }

  /** Keeps one change, number `seq`. */
  append(entries: Uint8Array[], seq: number): Promise<void> {
    return this.write([BASE, JOURNAL], (transaction) => {
      transaction.objectStore(JOURNAL).put(entries, seq);
    });
  }

  /** Replaces everything by a snapshot that holds the changes up to `seq`, at once or not at all. */
  replace(bytes: Uint8Array, seq: number, born: string): Promise<void> {
    return this.write([BASE, JOURNAL], (transaction) => {
      transaction.objectStore(BASE).put({ bytes, seq, born } satisfies Snapshot, 'snapshot');
      transaction.objectStore(JOURNAL).clear();
    });
  }

  /** Writes only while the base is ours: the owner is read in the same transaction. */
  private async write(
    stores: string[],
    work: (transaction: IDBTransaction) => void,
  ): Promise<void> {
    // Relaxed: a power cut may cost the last second, a closed browser nothing; strict costs each change a disk flush.
    const transaction = this.db.transaction(stores, 'readwrite', { durability: 'relaxed' });
    const owner = transaction.objectStore(BASE).get('owner');
    let cause: unknown;
    owner.onsuccess = () => {
      try {
        if (owner.result !== this.owner) throw new TakenOver();
        work(transaction);
      } catch (error) {
        cause = error;
        transaction.abort();
      }
    };
    try {
      await finished(transaction);
    } catch (error) {
      throw cause ?? error;
    }
  }
}

function openDatabase(name: string): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error('IndexedDB does not answer')), OPENING_MS);
    // Throws by itself where storage is forbidden: the promise then rejects.
    const request = indexedDB.open(name, 1);
    request.onupgradeneeded = () => {
      request.result.createObjectStore(BASE);
      request.result.createObjectStore(JOURNAL);
    };
    request.onerror = () => reject(request.error ?? new Error('IndexedDB refused'));
    request.onsuccess = () => {
      clearTimeout(timer);
      resolve(request.result);
    };
  });
}

function finished(transaction: IDBTransaction): Promise<void> {
  return new Promise((resolve, reject) => {
    transaction.oncomplete = () => resolve();
    transaction.onabort = () => reject(transaction.error ?? new Error('aborted'));
    transaction.onerror = () => reject(transaction.error ?? new Error('failed'));
  });
}
