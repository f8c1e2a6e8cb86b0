/** Where a browser keeps a base, in IndexedDB: the last snapshot, the one before it, and the changes since that one. */
import { type Appended, type Kept, keptOf, type Snapshot, sumOf } from './kept';

const BASE = 'base';
const JOURNAL = 'journal';
/** Some private modes never answer. */
const OPENING_MS = 5_000;
/** A larger base is kept once only. */
const LARGEST_TWICE = 32 * 1024 * 1024;

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
    const { snapshot, before, last, journal } = await this.readAll();
    if (snapshot === undefined && before === undefined && journal.size === 0) return null;
    return keptOf([snapshot, before], journal, last);
  }

  /** Keeps one change, number `seq`. */
  append(entries: Uint8Array[], seq: number): Promise<void> {
    return this.write((base, journal) => {
      journal.put({ entries, sum: sumOf(entries) } satisfies Appended, seq);
      base.put(seq, 'last');
    });
  }

  /** Adds a snapshot that holds the changes up to `seq`; the one before it stays, with the changes between them. */
  async replace(bytes: Uint8Array, seq: number, born: string): Promise<void> {
    if (bytes.length > LARGEST_TWICE) return this.replaceAll(bytes, seq, born);
    const snapshot: Snapshot = { bytes, seq, born, sum: sumOf([bytes]) };
    await this.write((base, journal) => {
      const current = base.get('snapshot') as IDBRequest<Snapshot | undefined>;
      current.onsuccess = () => {
        if (current.result) {
          base.put(current.result, 'before');
          journal.delete(IDBKeyRange.upperBound(current.result.seq));
        }
        base.put(snapshot, 'snapshot');
        base.put(seq, 'last');
      };
    });
  }

  /** Replaces everything by a snapshot, at once or not at all. */
  replaceAll(bytes: Uint8Array, seq: number, born: string): Promise<void> {
    const snapshot: Snapshot = { bytes, seq, born, sum: sumOf([bytes]) };
    return this.write((base, journal) => {
      base.put(snapshot, 'snapshot');
      base.put(seq, 'last');
      base.delete('before');
      journal.clear();
    });
  }

  /** Keeps what is there, spoilt, under the day and the hour of it: only the last is kept. */
  async setAside(name: string): Promise<void> {
    const all = await this.readAll();
    await this.write((base) => {
      base.delete(IDBKeyRange.bound('aside-', 'aside-~'));
      base.put(all, `aside-${name}`);
    });
  }

  private async readAll() {
    const transaction = this.db.transaction([BASE, JOURNAL], 'readonly');
    const [base, journal] = [transaction.objectStore(BASE), transaction.objectStore(JOURNAL)];
    const snapshot = base.get('snapshot') as IDBRequest<unknown>;
    const before = base.get('before') as IDBRequest<unknown>;
    const last = base.get('last') as IDBRequest<number | undefined>;
    const numbers = journal.getAllKeys() as IDBRequest<number[]>;
    const changes = journal.getAll() as IDBRequest<unknown[]>;
    await finished(transaction);
    return {
      snapshot: snapshot.result,
      before: before.result,
      last: last.result,
      journal: new Map(numbers.result.map((seq, at) => [seq, changes.result[at]])),
    };
  }

  /** Writes only while the base is ours: the owner is read in the same transaction. */
  private async write(
    work: (base: IDBObjectStore, journal: IDBObjectStore) => void,
  ): Promise<void> {
    // Relaxed: a power cut may cost the last second, a closed browser nothing; strict costs each change a disk flush.
    const transaction = this.db.transaction([BASE, JOURNAL], 'readwrite', {
      durability: 'relaxed',
    });
    const base = transaction.objectStore(BASE);
    const owner = base.get('owner');
    let cause: unknown;
    owner.onsuccess = () => {
      try {
        if (owner.result !== this.owner) throw new TakenOver();
        work(base, transaction.objectStore(JOURNAL));
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
