/** The door of the single file and of the lesson: the engine in this very browser, the base in its storage. */
import { drawChance, readDate } from './clock';
import { emit } from './events';
import { EngineFailure } from './failure';
import type { StartOrder } from './messages';
import { packedBase, packedEngine } from './packed';
import { inPage, inWorker } from './place';
import { Lesson } from './scorm';
import { tabsOf } from './tab';
import { latest, writeToken, writeWork, type Work } from './token';
import { WorkerTransport } from './worker';

/** The school base, as the executable makes it. */
const SEED = 2026;
const SIZE = 520;

const lesson = Lesson.begin();
const left = latest(lesson?.resume ?? []);
const seed = left?.seed ?? SEED;
const size = left?.size ?? SIZE;
const own = packedBase();
/** Files opened by double click share one storage with every other page of the disk: the name says whose it is. */
const base = ['simulateur-crm', own?.mark ?? `${seed}.${size}`, lesson?.student]
  .filter(Boolean)
  .join('.');

let born = left?.born ?? null;
let memoryOnly = false;
let unkept = 0;
let afresh = false;
/** Changes made, those that were packed, what came of it, and whether the platform has room for it. */
let seq = 0;
let packed = 0;
let work: Work | null = left?.work ?? null;
let hasRoom = true;

const transport = new WorkerTransport([inWorker, inPage], startOrder, {
  ready(report) {
    afresh = false;
    born = report.born;
    seq = report.seq;
    const known = left?.seq ?? 0;
    if (report.resumed)
      emit({ kind: 'work', state: report.seq < known ? 'resumed-partly' : 'resumed' });
    else if (!report.kept) {
      // What did not fit is not said again as if it were of this base.
      work = null;
      if (known > 0) return emit({ kind: 'work', state: 'other-computer' });
    }
    leaveToken();
  },
  replaced: (lost) => emit({ kind: 'worker-replaced', lost }),
  memoryOnly(reason) {
    memoryOnly = true;
    emit({ kind: 'memory-only', reason });
  },
  rescued: (lost) => emit({ kind: 'rescued', where: 'browser', lost }),
  taken: giveUp,
  saved(upTo) {
    seq = upTo;
    leaveToken();
    emit({ kind: 'saved', seq });
  },
  carried(upTo, bytes, fits) {
    packed = upTo;
    work = bytes && { seq: upTo, bytes };
    seq = Math.max(seq, upTo);
    leaveToken(fits);
  },
  changed: () => {
    unkept += 1;
  },
});

const tabs = tabsOf(base, giveUp);
let given = false;

// A closed tab forgets what could not be kept: the browser asks first.
addEventListener('beforeunload', (event) => {
  if (memoryOnly && unkept > 0) event.preventDefault();
});

/** Resolves when the base is ours and open. */
export async function openInBrowser(): Promise<WorkerTransport> {
  await tabs.own(() => emit({ kind: 'other-tab', state: 'elsewhere' }));
  await transport.open();
  return transport;
}

/** Takes the base from the tab that has it; the first opening then goes on by itself. */
export async function takeBase(): Promise<void> {
  const again = given;
  given = false;
  await tabs.take();
  if (!again) return;
  await transport.open();
  emit({ kind: 'other-tab', state: 'here' });
}

/** Leaves aside a base that cannot be read, and makes a new one in its place. */
export async function openAfresh(): Promise<WorkerTransport> {
  afresh = true;
  await transport.open();
  return transport;
}

/** What was just done is packed once nobody has asked anything for a moment. */
const PACKING_MS = 1_500;

/** Hands the lesson back to the platform, with all that was done; what would be done after it, it would never hear of. */
export async function endLesson(): Promise<void> {
  const until = Date.now() + PACKING_MS;
  while (hasRoom && seq > packed && Date.now() < until)
    await new Promise((later) => setTimeout(later, 50));
  if (lesson?.finish()) transport.close(new EngineFailure({ code: 'finished' }));
}

function giveUp(): void {
  if (given) return;
  given = true;
  transport.close(new EngineFailure({ code: 'other_tab' }));
  emit({ kind: 'other-tab', state: 'taken' });
}

/** Leaves what there is with the platform; says once when the work no longer fits into it. */
function leaveToken(fits = hasRoom): void {
  if (lesson === null || born === null) return;
  const token = { seed, size, born, seq };
  const long = work && writeWork(token, work);
  lesson.leave(writeToken(token), long);
  const had = hasRoom;
  hasRoom = fits && (long === null || lesson.hasRoomFor(long));
  if (had && !hasRoom) emit({ kind: 'work', state: 'too-much' });
}

function startOrder(): StartOrder {
  const mark = drawChance().toString(36);
  return {
    kind: 'start',
    wasm: packedEngine(),
    database: base,
    owner: mark,
    seed,
    size,
    base: own?.bytes ?? null,
    born,
    work,
    carries: lesson !== null,
    afresh,
    date: readDate(new URLSearchParams(location.search).get('date')),
    life: `${base}:${mark}`,
  };
}
