/** The room of the engine: opens the base, keeps every change before saying that it is done. */
import { civilDate, civilNow, drawChance } from './clock';
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

/** What makes an engine, and unpacks what the page carries packed. */
export interface EngineMaker {
  make: EngineFactory;
  unpack(packed: Uint8Array<ArrayBuffer>): Promise<Uint8Array>;
}

/** Changes after which the journal is folded into a new snapshot, when nobody is waiting. */
const CHANGES_PER_SNAPSHOT = 25;
const QUIET_MS = 400;
/** Between two reports of a long work. */
const REPORT_MS = 100;

export class Room {
  private readonly say: (report: Report) => void;
  private readonly load: (packed: Uint8Array<ArrayBuffer>) => Promise<EngineMaker>;
  private engine: Engine | null = null;
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
    this.born = kept?.born ?? order.born ?? order.date ?? civilDate(new Date());
    try {
      const { make, unpack } = await this.load(order.wasm);
      const base = kept === null && order.base ? await unpack(order.base) : undefined;
      const now = kept ? civilNow(this.date) : civilNow(this.born);
      this.engine = make(
        kept?.snapshot,
        kept?.journal ?? [],
        order.seed,
        order.size,
        base,
        now,
        drawChance(),
      );
      this.engine.hearProgress(this.progress());
    } catch (error) {
      return this.say({ kind: 'failed', error: startError(error) });
    }
    this.seq = kept?.seq ?? 0;
    this.sinceSnapshot = kept?.journal.length ?? 0;
    if (this.engine.wasRenewed()) this.born = this.date ?? civilDate(new Date());
    this.say({
      kind: 'ready',
      seq: this.seq,
      born: this.born,
      kept: kept !== null,
      memory: this.storage ? null : 'refused',
    });
    // Later changes are kept as differences from this base.
    if (kept === null || this.engine.wasRenewed()) await this.keepSnapshot();
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
    if (this.sinceSnapshot >= CHANGES_PER_SNAPSHOT) await this.keepSnapshot();
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

function isQuota(error: unknown): boolean {
  return error instanceof Error && error.name === 'QuotaExceededError';
}

/** Why the engine did not start, as JSON text: its own error, or what the browser lacks or forbids. */
function startError(error: unknown): string {
  if (typeof error === 'string') return error;
  if (
    typeof WebAssembly === 'undefined' ||
    /CompileError|EvalError/.test(error instanceof Error ? error.name : '')
  ) {
    return JSON.stringify({ code: 'wasm_refused' });
  }
  if (typeof DecompressionStream === 'undefined')
    return JSON.stringify({ code: 'browser_too_old' });
  throw error;
}
