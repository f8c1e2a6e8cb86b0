import { useSyncExternalStore } from 'react';
import {
  callWithFile,
  EngineFailure,
  type CommandInput,
  type Exported,
  type FileProblem,
  type Preview,
  type WorkbookKind,
} from '../engine';
import * as words from '../words/workbook';
import { announce, sayFailure } from './change';
import { readAgain } from './client';
import { saveFile } from './save';
import { say } from './toasts';

/** The largest file that is read, in bytes. */
const LARGEST = 512 * 1024 * 1024;
/** A work that is over before this long shows nothing. */
const SHOWN_AFTER_MS = 300;
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** A long work in hand: what, and the part of it that is done, when that is known. */
export interface Work {
  what: 'export' | 'preview' | 'import';
  part: number | null;
  /** It has lasted long enough to be worth showing. */
  shown: boolean;
}

let work: Work | null = null;
const listeners = new Set<() => void>();

function set(next: Work | null) {
  work = next;
  for (const listener of listeners) listener();
}

/** The work with a workbook in hand; null when there is none. */
export function useWork(): Work | null {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => work,
  );
}

type Progress = (done: number, total: number) => void;

async function working<T>(
  what: Work['what'],
  task: (progress: Progress) => Promise<T>,
): Promise<T> {
  const mine: Work = { what, part: null, shown: false };
  set(mine);
  const timer = setTimeout(() => work && set({ ...work, shown: true }), SHOWN_AFTER_MS);
  try {
    return await task((done, total) => {
      if (work && total > 0) set({ ...work, part: Math.min(done / total, 1) });
    });
  } finally {
    clearTimeout(timer);
    set(null);
  }
}

/** Makes a workbook of the whole sandbox and hands it to the downloads; true when it is on its way there. */
export function exportWorkbook(kind: WorkbookKind, anomalies = false): Promise<boolean> {
  return handOver((progress) => callWithFile('workbook.export', { kind, anomalies }, { progress }));
}

/** Makes a workbook of a list as it is seen. */
export function exportList(input: CommandInput<'list.export'>): Promise<boolean> {
  return handOver((progress) => callWithFile('list.export', input, { progress }));
}

/** Makes a workbook of a table as it is seen. */
export function exportTable(input: CommandInput<'table.export'>): Promise<boolean> {
  return handOver((progress) => callWithFile('table.export', input, { progress }));
}

interface Made {
  output: Exported;
  file: { name: string; bytes: BlobPart } | null;
}

async function handOver(make: (progress: Progress) => Promise<Made>): Promise<boolean> {
  if (work) return false;
  try {
    const { output, file } = await working('export', make);
    if (!file) throw new EngineFailure({ code: 'no_file' });
    const done = saveFile(file.name, file.bytes, XLSX);
    say(done ? words.saved(output) : words.savingRefused, done ? 'good' : 'bad');
    return done;
  } catch (failure) {
    sayFailure(failure);
    return false;
  }
}

/** A workbook that was read, and what it would change; null when it could not even be looked at, which was said. */
export interface Read {
  name: string;
  bytes: Uint8Array<ArrayBuffer>;
  preview: Preview;
}

export async function readWorkbook(file: File): Promise<Read | null> {
  if (work) return null;
  const { name } = file;
  if (file.size > LARGEST) return { name, bytes: new Uint8Array(), preview: refused([tooBig]) };
  try {
    return await working('preview', async (progress) => {
      const bytes = new Uint8Array(await file.arrayBuffer());
      const { output } = await callWithFile('workbook.preview', {}, { file: bytes, progress });
      return { name, bytes, preview: output };
    });
  } catch (failure) {
    const preview = refusedBy(failure);
    if (preview) return { name, bytes: new Uint8Array(), preview };
    if (failure instanceof EngineFailure) sayFailure(failure);
    // The disk could not give it: it was moved, or its stick was taken out.
    else say(words.unreadable, 'bad');
    return null;
  }
}

/** Takes the workbook in place of the data; the problems when it is refused after all. */
export async function importWorkbook({ bytes }: Read): Promise<'done' | 'failed' | Preview> {
  if (work) return 'failed';
  try {
    const { output } = await working('import', (progress) =>
      callWithFile('workbook.import', {}, { file: bytes, progress }),
    );
    await readAgain();
    announce(output, words.imported(output));
    return 'done';
  } catch (failure) {
    const preview = refusedBy(failure);
    if (preview) return preview;
    sayFailure(failure);
    return 'failed';
  }
}

function refusedBy(failure: unknown): Preview | null {
  if (!(failure instanceof EngineFailure) || failure.error.code !== 'bad_workbook') return null;
  return refused(failure.error.problems, failure.error.total);
}

function refused(problems: FileProblem[], problemsTotal = problems.length): Preview {
  return {
    about: null,
    problems,
    problemsTotal,
    warnings: [],
    warningsTotal: 0,
    entities: [],
    records: [],
  };
}

const tooBig: FileProblem = {
  code: 'too_big',
  sheet: null,
  cell: null,
  header: null,
  value: null,
  expected: [],
};
