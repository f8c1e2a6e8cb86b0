/** The door of the single file and of the lesson: the engine in this very browser, the base in its storage. */
import { drawChance, readDate } from './clock';
import { emit } from './events';
import { EngineFailure } from './failure';
import type { StartOrder } from './messages';
import { packedBase, packedEngine } from './packed';
import { inPage, inWorker } from './place';
import { Lesson } from './scorm';
import { tabsOf } from './tab';
import { readToken, writeToken } from './token';
import { WorkerTransport } from './worker';

/** The school base, as the executable makes it. */
const SEED = 2026;
const SIZE = 520;

const lesson = Lesson.begin();
const left = readToken(lesson?.resume ?? '');
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

const transport = new WorkerTransport([inWorker, inPage], startOrder, {
  ready(report) {
    afresh = false;
    born = report.born;
    if (!report.kept && (left?.seq ?? 0) > 0) emit({ kind: 'lms', state: 'other-computer' });
    else leaveToken(report.seq);
  },
  replaced: (lost) => emit({ kind: 'worker-replaced', lost }),
  memoryOnly(reason) {
    memoryOnly = true;
    emit({ kind: 'memory-only', reason });
  },
  taken: giveUp,
  saved(seq) {
    leaveToken(seq);
    emit({ kind: 'saved', seq });
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

/** Hands the lesson back to the platform; what would be done after it, it would never hear of. */
export function endLesson(): void {
  if (lesson?.finish()) transport.close(new EngineFailure({ code: 'finished' }));
}

function giveUp(): void {
  if (given) return;
  given = true;
  transport.close(new EngineFailure({ code: 'other_tab' }));
  emit({ kind: 'other-tab', state: 'taken' });
}

function leaveToken(seq: number): void {
  if (lesson && born !== null) lesson.leave(writeToken({ seed, size, born, seq }));
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
    afresh,
    date: readDate(new URLSearchParams(location.search).get('date')),
    life: `${base}:${mark}`,
  };
}
