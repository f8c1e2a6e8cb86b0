/** What the page and the engine's room (a worker, or the page itself) say to each other. */

export type MemoryReason = 'refused' | 'full';

/** Which base to open, and what it is opened with. */
export interface StartOrder {
  kind: 'start';
  /** The engine, gzipped. */
  wasm: Uint8Array<ArrayBuffer>;
  /** Name of the store of this base. */
  database: string;
  /** Drawn anew each time the base is opened: what is written under an older one is refused. */
  owner: string;
  seed: number;
  size: number;
  /** Day at which a base that is not kept here is made, YYYY-MM-DD; null: the day of use. */
  born: string | null;
  /** Leave aside what is kept and put a new base in its place. */
  afresh: boolean;
  /** Chosen day of use, YYYY-MM-DD; null: today. */
  date: string | null;
  /** Web lock held for as long as the room lives. */
  life: string;
}

export interface CallOrder {
  kind: 'call';
  id: number;
  name: string;
  input: string;
}

export type Order = StartOrder | CallOrder;

/** `seq` counts the changes durably kept (or in memory, when storage is refused). */
export type Report =
  | { kind: 'ready'; seq: number; born: string; kept: boolean; memory: MemoryReason | null }
  | { kind: 'failed'; error: string }
  | { kind: 'answer'; id: number; ok: true; output: string; seq: number }
  | { kind: 'answer'; id: number; ok: false; error: string; seq: number }
  | { kind: 'memory-only'; reason: MemoryReason }
  /** The engine trapped: this room is of no more use. */
  | { kind: 'trapped' }
  /** Another tab opened the base: this room may no longer write. */
  | { kind: 'taken' };
