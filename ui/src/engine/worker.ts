/** The way to the engine in this browser. Its room may die at any time: it is replaced, and opened on what was kept. */
import { EngineFailure, failureFrom } from './failure';
import type { CallOrder, MemoryReason, Report, StartOrder } from './messages';
import { type MakePlace, type Place, onDeath } from './place';
import type { Answer, Beside, Transport } from './transport';

interface Waiting {
  order: CallOrder;
  progress: Beside['progress'];
  tries: number;
  resolve(answer: Answer): void;
  reject(error: EngineFailure): void;
}

export interface WorkerEvents {
  ready(report: Extract<Report, { kind: 'ready' }>): void;
  replaced(lost: boolean): void;
  memoryOnly(reason: MemoryReason): void;
  rescued(lost: number): void;
  taken(): void;
  saved(seq: number): void;
  /** All that was done up to a change, packed; null when it is nothing, or more than fits. */
  carried(seq: number, bytes: Uint8Array<ArrayBuffer> | null, fits: boolean): void;
  /** A change was made, kept or not. */
  changed(): void;
}

/** A command that says nothing for longer is taken for dead where the browser cannot tell (no Web locks). */
const ANSWER_MS = 60_000;
/** Deaths in a row, without one answer between, after which the door stays shut until the next call. */
const MOST_DEATHS = 3;

export class WorkerTransport implements Transport {
  private readonly places: MakePlace[];
  private readonly startOrder: () => StartOrder;
  private readonly events: WorkerEvents;
  private place: Place | null = null;
  private forget: () => void = () => undefined;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private readonly waiting: Waiting[] = [];
  private opened: { resolve(): void; reject(error: EngineFailure): void } | null = null;
  private ready = false;
  private everReady = false;
  private recovering = false;
  private memory = false;
  private closed: EngineFailure | null = null;
  private deaths = 0;
  private seq = 0;
  private nextId = 1;

  /** `places` are tried in order: the next one when one never says a word. */
  constructor(places: MakePlace[], startOrder: () => StartOrder, events: WorkerEvents) {
    this.places = [...places];
    this.startOrder = startOrder;
    this.events = events;
  }

  /** Opens the base; rejects with the engine's reason when it cannot be. */
  open(): Promise<void> {
    this.closed = null;
    this.deaths = 0;
    this.memory = false;
    this.recovering = false;
    const before = this.opened;
    return new Promise((resolve, reject) => {
      // An opening that another tab cut short goes on with this one.
      this.opened = {
        resolve() {
          before?.resolve();
          resolve();
        },
        reject(error) {
          before?.reject(error);
          reject(error);
        },
      };
      this.start();
    });
  }

  /** Stops here; calls are refused with this error until the base is opened again. */
  close(error: EngineFailure): void {
    this.closed = error;
    this.leave();
    for (const waiting of this.waiting.splice(0)) waiting.reject(error);
  }

  call(name: string, input: string, { file, progress }: Beside = {}): Promise<Answer> {
    if (this.closed) return Promise.reject(this.closed);
    return new Promise((resolve, reject) => {
      const order: CallOrder = { kind: 'call', id: this.nextId++, name, input, file: file ?? null };
      this.waiting.push({ order, progress, tries: 0, resolve, reject });
      if (this.place === null) this.start();
      else if (this.waiting.length === 1) this.sendFirst();
    });
  }

  private start(): void {
    const make = this.places[0];
    if (make === undefined) return;
    const order = this.startOrder();
    try {
      const place: Place = make({
        report: (report) => {
          if (this.place === place) this.hear(report, order);
        },
        broken: () => {
          if (this.place === place) this.died();
        },
      });
      this.place = place;
      place.send(order);
      this.watch();
    } catch {
      this.died();
    }
  }

  private hear(report: Report, order: StartOrder): void {
    switch (report.kind) {
      case 'ready':
        if (this.place?.mortal) this.forget = onDeath(order.life, () => this.died());
        return this.begin(report);
      case 'failed':
        return this.fail(failureFrom(report.error));
      case 'answer':
        return this.answered(report);
      case 'carried':
        return this.events.carried(report.seq, report.bytes, report.fits);
      case 'progress':
        if (this.waiting.length > 0) this.watch();
        return this.waiting[0]?.progress?.(report.done, report.total);
      case 'memory-only':
        this.memory = true;
        return this.events.memoryOnly(report.reason);
      case 'rescued':
        return this.events.rescued(report.lost);
      case 'trapped':
        return this.died();
      case 'taken':
        return this.events.taken();
    }
  }

  private begin(report: Extract<Report, { kind: 'ready' }>): void {
    clearTimeout(this.timer);
    this.ready = true;
    const again = this.recovering;
    this.recovering = false;
    this.everReady = true;
    if (report.memory) {
      this.memory = true;
      if (!again) this.events.memoryOnly(report.memory);
    }
    if (again) this.recover(report.seq);
    this.seq = report.seq;
    this.opened?.resolve();
    this.opened = null;
    this.events.ready(report);
    this.sendFirst();
  }

  /** Only one command is ever in hand: whether it was kept shows in the number of changes. */
  private recover(seq: number): void {
    const first = this.waiting[0];
    if (first && first.tries > 0 && seq > this.seq) this.drop(first, 'answer_lost');
    else if (first && first.tries > 1) this.drop(first, 'command_lost');
    this.events.replaced(seq < this.seq);
  }

  private drop(waiting: Waiting, code: 'answer_lost' | 'command_lost'): void {
    this.waiting.shift();
    waiting.reject(new EngineFailure({ code }));
  }

  private answered(report: Extract<Report, { kind: 'answer' }>): void {
    const first = this.waiting[0];
    if (first?.order.id !== report.id) return;
    clearTimeout(this.timer);
    this.deaths = 0;
    this.waiting.shift();
    const changed = report.seq > this.seq;
    this.seq = report.seq;
    if (report.ok) first.resolve({ output: report.output, file: report.file });
    else first.reject(failureFrom(report.error));
    if (changed) this.events.changed();
    if (changed && !this.memory) this.events.saved(this.seq);
    this.sendFirst();
  }

  private sendFirst(): void {
    const first = this.waiting[0];
    if (!this.ready || !first) return;
    first.tries += 1;
    this.place?.send(first.order);
    this.watch();
  }

  private watch(): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.died(), ANSWER_MS);
  }

  private died(): void {
    this.leave();
    if (!this.everReady && this.places.length > 1) this.places.shift();
    this.deaths += 1;
    this.recovering = this.everReady;
    if (this.deaths > MOST_DEATHS) return this.fail(new EngineFailure({ code: 'command_lost' }));
    this.start();
  }

  private leave(): void {
    clearTimeout(this.timer);
    this.forget();
    this.forget = () => undefined;
    const place = this.place;
    this.place = null;
    this.ready = false;
    place?.close();
  }

  /** Nothing more is tried until the next call. */
  private fail(error: EngineFailure): void {
    this.leave();
    this.deaths = 0;
    this.opened?.reject(error);
    this.opened = null;
    for (const waiting of this.waiting.splice(0)) waiting.reject(error);
  }
}
