/** The room of the engine: opens the base, keeps every change before saying that it is done. */
import { civilDate, civilNow, drawChance } from './clock';
import { isQuota, startError } from './faults';
import type { Kept } from './kept';
import type { CallOrder, Order, Report, StartOrder } from './messages';
import { type Engine, type EngineMaker, open, type Opened } from './opening';
import { Storage, TakenOver } from './storage';

/** Changes after which the journal is folded into a new snapshot, when nobody is waiting. */
const CHANGES_PER_SNAPSHOT = 25;
const QUIET_MS = 400;
/** Between two reports of a long work. */
const REPORT_MS = 100;

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
    this.carries = order.carries;
    let kept: Kept | null;
    let opened: Opened;
    try {
      kept = await this.openStorage(order);
      this.maker = await this.load(order.wasm);
      if (order.afresh) await this.setAside();
      opened = await open(this.maker, order, kept);
    } catch (error) {
      return this.say({ kind: 'failed', error: startError(error) });
    }
    const { engine, resumed, lost, seq } = opened;
    engine.hearProgress(this.progress());
    const renewed = engine.wasRenewed();
    const born = renewed ? (this.date ?? civilDate(new Date())) : opened.born;
    Object.assign(this, { engine, seq, born, sinceSnapshot: opened.since });
    const memory = this.storage ? null : 'refused';
    this.say({ kind: 'ready', seq, born, kept: kept !== null, resumed, memory });
    if (lost !== null) {
      await this.setAside();
      await this.keepSnapshot('alone');
      this.say({ kind: 'rescued', lost });
    } else if (kept === null || resumed || renewed) {
      // Later changes are kept as differences from this base.
      await this.keepSnapshot(order.afresh ? 'alone' : 'after another');
    }
  }

  /** What cannot be read is kept as it is, where there is room for it. */
  private async setAside(): Promise<void> {
    try {
      await this.storage?.setAside(civilNow(null));
    } catch (error) {
      if (error instanceof TakenOver) throw error;
    }
  }

  /** What was kept, if anything. Storage that refuses is done without: nothing of what it holds is touched. */
  private async openStorage(order: StartOrder): Promise<Kept | null> {
    try {
      this.storage = await Storage.open(order.database, order.owner);
      return order.afresh ? null : await this.storage.read();
    } catch (error) {
      if (error instanceof Error && error.name === 'VersionError')
        throw JSON.stringify({ code: 'newer_data' });
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
      await this.keepSnapshot('alone');
    }
  }

  private async fold(): Promise<void> {
    await this.carry();
    if (this.sinceSnapshot < CHANGES_PER_SNAPSHOT) return;
    // Where there is no room for it the journal goes on; it is tried again after as many changes.
    await this.writeSnapshot('after another');
    this.sinceSnapshot = 0;
  }

  /** Hands over what was done, for the platform to keep. */
  private async carry(): Promise<void> {
    if (!this.carries || this.engine === null || this.carriedSeq === this.seq) return;
    const seq = (this.carriedSeq = this.seq);
    let carried: Uint8Array<ArrayBuffer> | null;
    try {
      carried = this.engine.carried();
    } catch (error) {
      // The engine says that it is too much; a trap is another matter.
      if (typeof error !== 'string') throw error;
      return this.say({ kind: 'carried', seq, bytes: null, fits: false });
    }
    const bytes = carried === null ? null : ((await this.maker?.pack(carried)) ?? null);
    this.say({ kind: 'carried', seq, bytes, fits: true });
  }

  private async keepSnapshot(beside: 'alone' | 'after another'): Promise<void> {
    const fault = await this.writeSnapshot(beside);
    this.sinceSnapshot = 0;
    if (fault === null) return;
    // A journal with a hole could not be read again: what is kept stays as it is.
    this.storage = null;
    this.say({ kind: 'memory-only', reason: isQuota(fault) ? 'full' : 'stopped' });
  }

  /** Why it could not be written, or null. What was kept before is then as it was. */
  private async writeSnapshot(beside: 'alone' | 'after another'): Promise<unknown> {
    if (this.engine === null || this.storage === null) return null;
    const bytes = this.engine.snapshot();
    try {
      if (beside === 'alone') await this.storage.replaceAll(bytes, this.seq, this.born);
      else await this.storage.replace(bytes, this.seq, this.born);
      return null;
    } catch (error) {
      if (error instanceof TakenOver) throw error;
      // There may be room for one.
      return beside === 'alone' ? error : this.writeSnapshot('alone');
    }
  }
}
