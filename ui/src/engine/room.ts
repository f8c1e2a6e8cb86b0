/** The room of the engine: opens the base, keeps every change before saying that it is done. */
import { civilDate, civilNow, drawChance } from './clock';
import { isQuota, startError } from './failure';
import type { CallOrder, Order, Report, StartOrder } from './messages';
import { type Kept, Storage, TakenOver } from './storage';
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
  /** All that was done since the base was made; null when it is nothing, or too much. */
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

/** Changes after which the journal is folded into a new snapshot, when nobody is waiting. */
const CHANGES_PER_SNAPSHOT = 25;
const QUIET_MS = 400;
/** Between two reports of a long work. */
const REPORT_MS = 100;

interface Opened {
  engine: Engine;
  resumed: boolean;
}

export class Room {
  private readonly say: (report: Report) => void;
  private readonly load: (packed: Uint8Array<ArrayBuffer>) => Promise<EngineMaker>;
  private engine: Engine | null = null;
  private maker: EngineMaker | null = null;
  private carries = false;
  private carriedSeq = 0;
  private storage: Storage | null = null;
  private date: string | null = null;
  private born = '';
  private seq = 0;
  private sinceSnapshot = 0;
  private quiet: ReturnType<typeof setTimeout> | undefined;
  private work: Promise<void> = Promise.resolve();

  constructor(
    load: (packed: Uint8Array<ArrayBuffer>) => Promise<EngineMaker>,
    say: (report: Report) => void,
  ) {
    this.load = load;
    this.say = say;
  }

  /** Orders are carried out one after the other. */
  receive(order: Order): void {
    clearTimeout(this.quiet);
    this.queue(() => (order.kind === 'start' ? this.start(order) : this.call(order)));
  }

  private queue(step: () => Promise<void>): void {
    this.work = this.work.then(step).catch((error: unknown) => this.stop(error));
  }

  private stop(error: unknown): void {
    this.engine = null;
    this.say(error instanceof TakenOver ? { kind: 'taken' } : { kind: 'trapped' });
  }

  private async start(order: StartOrder): Promise<void> {
    this.date = order.date;
    const kept = await this.openStorage(order);
    let opened: Opened;
    try {
      this.maker = await this.load(order.wasm);
      opened = (await this.resume(order, kept)) ?? (await this.open(order, kept));
    } catch (error) {
      return this.say({ kind: 'failed', error: startError(error) });
    }
    const { engine, resumed } = opened;
    engine.hearProgress(this.progress());
    this.engine = engine;
    this.carries = order.carries;
    this.sinceSnapshot = kept?.journal.length ?? 0;
    if (engine.wasRenewed()) this.born = this.date ?? civilDate(new Date());
    const memory = this.storage ? null : 'refused';
    const { seq, born } = this;
    this.say({ kind: 'ready', seq, born, kept: kept !== null, resumed, memory });
    // Later changes are kept as differences from this base.
    if (kept === null || resumed || engine.wasRenewed()) await this.keepSnapshot();
  }

  /** What is kept here, or a base just made. */
  private async open(order: StartOrder, kept: Kept | null): Promise<Opened> {
    this.born = kept?.born ?? order.born ?? order.date ?? civilDate(new Date());
    this.seq = kept?.seq ?? 0;
    const { snapshot, journal = [] } = kept ?? {};
    const now = civilNow(kept ? this.date : this.born);
    return { engine: await this.make(order, snapshot, journal, now), resumed: false };
  }

  /** Work that the platform kept and that went further than what is kept here; null when there is none that fits. */
  private async resume(order: StartOrder, kept: Kept | null): Promise<Opened | null> {
    const { work, born } = order;
    if (work === null || born === null || order.afresh || (kept?.seq ?? -1) >= work.seq)
      return null;
    try {
      const carried = await this.maker?.unpack(work.bytes);
      const engine = await this.make(order, undefined, [], civilNow(born));
      engine.carryOn(carried ?? new Uint8Array(0));
      this.born = born;
      this.seq = work.seq;
      return { engine, resumed: true };
    } catch {
      return null;
    }
  }

  private async make(
    order: StartOrder,
    snapshot: Uint8Array | undefined,
    journal: Uint8Array[],
    now: string,
  ): Promise<Engine> {
    if (this.maker === null) throw new Error('the engine is not loaded');
    const own = snapshot === undefined ? order.base : null;
    const base = own ? await this.maker.unpack(own) : undefined;
    return this.maker.make(snapshot, journal, order.seed, order.size, base, now, drawChance());
  }

  /** What was kept, if anything. Storage that refuses is done without: nothing of what it holds is touched. */
  private async openStorage(order: StartOrder): Promise<Kept | null> {
    try {
      this.storage = await Storage.open(order.database, order.owner);
      return order.afresh ? null : await this.storage.read();
    } catch {
      this.storage = null;
      return null;
    }
  }

  private async call(order: CallOrder): Promise<void> {
    if (this.engine === null) return;
    const { name, input, file } = order;
    const answer = this.engine.call(
      name,
      input,
      file ?? undefined,
      civilNow(this.date),
      drawChance(),
    );
    // A command that only looks may bring what a new day holds.
    if (answer.journal.length > 0) await this.keep(answer.journal);
    const { id } = order;
    const { seq } = this;
    this.say(
      answer.ok
        ? { kind: 'answer', id, ok: true, output: answer.text, seq, file: answer.file }
        : { kind: 'answer', id, ok: false, error: answer.text, seq },
    );
    this.quiet = setTimeout(() => this.queue(() => this.fold()), QUIET_MS);
  }

  /** Says it now and then only: a long work reports each of its rows. */
  private progress(): (done: number, total: number) => void {
    let said = 0;
    return (done, total) => {
      const now = Date.now();
      if (now - said < REPORT_MS) return;
      said = now;
      this.say({ kind: 'progress', done, total });
    };
  }

  private async keep(entries: Uint8Array[]): Promise<void> {
    this.seq += 1;
    this.sinceSnapshot += 1;
    try {
      await this.storage?.append(entries, this.seq);
    } catch (error) {
      if (error instanceof TakenOver) throw error;
      // No room for one more change: a single snapshot may take less than what is there.
      await this.keepSnapshot();
    }
  }

  private async fold(): Promise<void> {
    await this.carry();
    if (this.sinceSnapshot >= CHANGES_PER_SNAPSHOT) await this.keepSnapshot();
  }

  /** Hands over what was done, for the platform to keep. */
  private async carry(): Promise<void> {
    if (!this.carries || this.engine === null || this.carriedSeq === this.seq) return;
    this.carriedSeq = this.seq;
    const carried = this.engine.carried();
    const bytes = carried === null ? null : ((await this.maker?.pack(carried)) ?? null);
    this.say({ kind: 'carried', seq: this.carriedSeq, bytes });
  }

  private async keepSnapshot(): Promise<void> {
    if (this.engine === null || this.storage === null) return;
    const bytes = this.engine.snapshot();
    try {
      await this.storage.replace(bytes, this.seq, this.born);
      this.sinceSnapshot = 0;
    } catch (error) {
      if (error instanceof TakenOver) throw error;
      // A journal with a hole could not be read again: what is kept stays as it is.
      this.storage = null;
      this.say({ kind: 'memory-only', reason: isQuota(error) ? 'full' : 'refused' });
    }
  }
}
