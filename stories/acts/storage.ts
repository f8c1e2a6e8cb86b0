// What a fault of the disk, or somebody with the tools of the browser, does to what a browser keeps.
import type { Place } from '../doors/door.ts';

/** A part of what is kept; bytes travel in base64. A sum is put on what is to be believed. */
export type Part =
  | { store: 'base' | 'journal'; key: string | number; gone: true }
  | { store: 'base' | 'journal'; key: string | number; spoilt: true }
  | { store: 'base'; key: 'snapshot'; bytes: string; seq: number; born: string }
  | { store: 'journal'; key: number; entry: string };

/** Numbers of the changes that the journal holds. */
export function journalOf({ ui }: Place): Promise<number[]> {
  return ui.evaluate(async () => {
    const [{ name }] = (await indexedDB.databases()) as [{ name: string }];
    return new Promise<number[]>((read) => {
      const opening = indexedDB.open(name);
      opening.onsuccess = () => {
        const request = opening.result.transaction('journal').objectStore('journal').getAllKeys();
        request.onsuccess = () => {
          opening.result.close();
          read(request.result as number[]);
        };
      };
    });
  });
}

/** Puts these parts in the place of those that are kept. */
export function replaceParts({ ui }: Place, parts: Part[]): Promise<void> {
  const summed = parts.map((part) => ({ ...part, sum: sumOf('bytes' in part ? part.bytes : 'entry' in part ? part.entry : '') }));
  return ui.evaluate(async (parts) => {
    const [{ name }] = (await indexedDB.databases()) as [{ name: string }];
    await new Promise<void>((done, failed) => {
      const opening = indexedDB.open(name);
      opening.onsuccess = () => {
        const transaction = opening.result.transaction(['base', 'journal'], 'readwrite');
        for (const part of parts) {
          const store = transaction.objectStore(part.store);
          if ('gone' in part) store.delete(part.key);
          else if ('spoilt' in part) store.put('Cher client,', part.key);
          else if ('bytes' in part) {
            const bytes = Uint8Array.from(atob(part.bytes), (sign) => sign.charCodeAt(0));
            store.put({ bytes, seq: part.seq, born: part.born, sum: part.sum }, part.key);
          } else {
            const entry = Uint8Array.from(atob(part.entry), (sign) => sign.charCodeAt(0));
            store.put({ entries: [entry], sum: part.sum }, part.key);
          }
        }
        transaction.oncomplete = () => {
          opening.result.close();
          done();
        };
        transaction.onabort = () => failed(transaction.error);
      };
    });
  }, summed);
}

/** As the simulator reckons it: FNV-1a, 32 bits. */
const sumOf = (base64: string): number =>
  Buffer.from(base64, 'base64').reduce((hash, byte) => Math.imul(hash ^ byte, 0x01000193), 0x811c9dc5) >>> 0;
