/** A room with an engine of one sentence, as tests speak to it. */
import 'fake-indexeddb/auto';
import type { Report, StartOrder } from './messages';
import type { EngineFactory, EngineMaker } from './opening';
import { Room } from './room';

export const encode = (text: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(text);
export const decode = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);

/**
 * An engine of one sentence: `add` lengthens it, `read` gives it, `dawn` looks and lengthens it all the same,
 * `take` puts a file in its place, `give` makes a file of it, `trap` is a fault of ours.
 */
const sentences: EngineFactory = (snapshot, journal, _seed, _size, base) => {
  if (journal.some((entry) => decode(entry) === 'damaged')) throw '{"code":"data_damaged"}';
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
    carried() {
      if (text.length > 1_000) throw '{"code":"storage_full"}';
      return text === 'base' ? null : encode(text.slice('base'.length));
    },
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
export function order(database: string, more: Partial<StartOrder> = {}): StartOrder {
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
export function openRoom(start: StartOrder) {
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
