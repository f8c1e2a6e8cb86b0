/** The ways to a base: what is kept here, what a learning platform kept, a base just made. */
import { civilDate, civilNow, drawChance } from './clock';
import { isDamage } from './faults';
import type { Kept } from './kept';
import type { StartOrder } from './messages';
import type { FileMade } from './transport';

export interface Engine {
  call(
    name: string,
    input: string,
    file: Uint8Array | undefined,
    now: string,
    chance: bigint,
  ): { ok: boolean; text: string; journal: Uint8Array[]; file: FileMade | null };
  /** Called from within `call`. */
  hearProgress(hear: (done: number, total: number) => void): void;
  /** Was what was kept made anew for the day, since nobody had done anything in it? */
  wasRenewed(): boolean;
  /** All that was done since the base was made; null when it is nothing. Throws when it is too much. */
  carried(): Uint8Array<ArrayBuffer> | null;
  /** Goes on from it on the same base just made. Throws when it does not fit. */
  carryOn(carried: Uint8Array): void;
  snapshot(): Uint8Array;
}

/** Throws the engine's error as JSON text. */
export type EngineFactory = (
  snapshot: Uint8Array | undefined,
  journal: Uint8Array[],
  seed: number,
  size: number,
  base: Uint8Array | undefined,
  now: string,
  chance: bigint,
) => Engine;

/** What makes an engine, unpacks what the page carries packed, and packs what goes to a platform. */
export interface EngineMaker {
  make: EngineFactory;
  unpack(packed: Uint8Array<ArrayBuffer>): Promise<Uint8Array>;
  pack(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>>;
}

/** An engine, and what its base is. */
export interface Opened {
  engine: Engine;
  born: string;
  seq: number;
  /** Changes since the snapshot that it was opened from. */
  since: number;
  /** Does it stand on the work that the platform kept? */
  resumed: boolean;
  /** How many of the last changes could not be read; null when nothing was spoilt. */
  lost: number | null;
}

/** The best of these ways. Throws the engine's error when none opens. */
export async function open(maker: EngineMaker, order: StartOrder, kept: Kept | null) {
  const resumed = await resume(maker, order, kept);
  return resumed ?? (kept ? reopen(maker, order, kept) : begin(maker, order));
}

/** Work that the platform kept and that went further than what is kept here; null when there is none that fits. */
async function resume(
  maker: EngineMaker,
  order: StartOrder,
  kept: Kept | null,
): Promise<Opened | null> {
  const { work, born } = order;
  if (work === null || born === null || order.afresh || (kept?.last ?? -1) >= work.seq) return null;
  try {
    const carried = await maker.unpack(work.bytes);
    const opened = await begin(maker, order);
    opened.engine.carryOn(carried);
    return { ...opened, seq: work.seq, resumed: true };
  } catch {
    return null;
  }
}

/** A base that is not kept here. */
async function begin(maker: EngineMaker, order: StartOrder): Promise<Opened> {
  const base = order.base ? await maker.unpack(order.base) : undefined;
  const born = order.born ?? order.date ?? civilDate(new Date());
  const { seed, size } = order;
  const engine = maker.make(undefined, [], seed, size, base, civilNow(born), drawChance());
  return { engine, born, seq: 0, since: 0, resumed: false, lost: null };
}

/** The first way that opens what is kept; throws the engine's error when none does. */
function reopen(maker: EngineMaker, order: StartOrder, kept: Kept): Opened {
  let reason: unknown = JSON.stringify({ code: 'data_damaged' });
  for (const attempt of kept.attempts) {
    const { snapshot, journal, born, seq, since } = attempt;
    const { seed, size } = order;
    const now = civilNow(order.date);
    try {
      const engine = maker.make(snapshot, journal, seed, size, undefined, now, drawChance());
      const isWhole = !kept.spoilt && attempt === kept.attempts[0];
      return { engine, born, seq, since, resumed: false, lost: isWhole ? null : kept.last - seq };
    } catch (error) {
      if (!isDamage(error)) throw error;
      reason = error;
    }
  }
  throw reason;
}
