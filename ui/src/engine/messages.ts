/** What the page and the engine's room (a worker, or the page itself) say to each other. */

import type { FileMade } from './transport';

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
  /** A trainer's workbook, gzipped, with which a base that is not kept here begins; null: the product's base. */
  base: Uint8Array<ArrayBuffer> | null;
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
  /** The file that the command reads: a copy goes, so that it can be sent again. */
  file: Uint8Array<ArrayBuffer> | null;
}

export type Order = StartOrder | CallOrder;

/** `seq` counts the changes durably kept (or in memory, when storage is refused). */
export type Report =
  | { kind: 'ready'; seq: number; born: string; kept: boolean; memory: MemoryReason | null }
  | { kind: 'failed'; error: string }
  | { kind: 'answer'; id: number; ok: true; output: string; seq: number; file: FileMade | null }
  | { kind: 'answer'; id: number; ok: false; error: string; seq: number }
  /** How far the command in hand has come. */
  | { kind: 'progress'; done: number; total: number }
  | { kind: 'memory-only'; reason: MemoryReason }
  /** The engine trapped: this room is of no more use. */
  | { kind: 'trapped' }
  /** Another tab opened the base: this room may no longer write. */
  | { kind: 'taken' };
