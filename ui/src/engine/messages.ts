/** What the page and the engine's room (a worker, or the page itself) say to each other. */

import type { Work } from './token';
import type { FileMade } from './transport';

/** `stopped`: the store kept what came before, and takes nothing more (the disk is full, the data were cleared). */
export type MemoryReason = 'refused' | 'full' | 'stopped';

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
  /** Work that a learning platform kept, packed: gone on from, where less is kept here. */
  work: Work | null;
  /** Is what was done told after each change, for a platform to keep? */
  carries: boolean;
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

export interface ReadyReport {
  kind: 'ready';
  seq: number;
  born: string;
  kept: boolean;
  /** Does it stand on the work that the platform kept? */
  resumed: boolean;
  memory: MemoryReason | null;
}

/** `seq` counts the changes durably kept (or in memory, when storage is refused). */
export type Report =
  | ReadyReport
  | { kind: 'failed'; error: string }
  | { kind: 'answer'; id: number; ok: true; output: string; seq: number; file: FileMade | null }
  | { kind: 'answer'; id: number; ok: false; error: string; seq: number }
  /** All that was done, packed; null when it is nothing, or more than fits. */
  | { kind: 'carried'; seq: number; bytes: Uint8Array<ArrayBuffer> | null; fits: boolean }
  /** How far the command in hand has come. */
  | { kind: 'progress'; done: number; total: number }
  | { kind: 'memory-only'; reason: MemoryReason }
  /** Some of what was kept could not be read and was set aside; so many of the last changes are lost by it. */
  | { kind: 'rescued'; lost: number }
  /** The engine trapped: this room is of no more use. */
  | { kind: 'trapped' }
  /** Another tab opened the base: this room may no longer write. */
  | { kind: 'taken' };
