import { useSyncExternalStore } from 'react';
import { callWithFile, EngineFailure, type WorkbookKind } from '../engine';
import * as words from '../words/workbook';
import { sayFailure } from './change';
import { saveFile } from './save';
import { say } from './toasts';

/** A work that is over before this long shows nothing. */
const SHOWN_AFTER_MS = 300;
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** A long work in hand: what, and the part of it that is done, when that is known. */
export interface Work {
  what: 'export';
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
export async function exportWorkbook(kind: WorkbookKind, anomalies = false): Promise<boolean> {
  if (work) return false;
  try {
    const { output, file } = await working('export', (progress) =>
      callWithFile('workbook.export', { kind, anomalies }, { progress }),
    );
    if (!file) throw new EngineFailure({ code: 'no_file' });
    const done = saveFile(file.name, file.bytes, XLSX);
    say(done ? words.saved(output) : words.savingRefused, done ? 'good' : 'bad');
    return done;
  } catch (failure) {
    sayFailure(failure);
    return false;
  }
}
