import { emit } from './events';
import { EngineFailure, failureFrom } from './failure';
import type { Beside, FileMade, Transport } from './transport';

/** Bears the number of a file: the one given with a command, the one that it made. */
const FILE = 'X-File';
const PROGRESS_MS = 300;

/** The way to the executable that served this page. */
export const http: Transport = {
  async call(name, input, { file, progress } = {}) {
    const headers: Record<string, string> = { 'Content-Type': 'application/json' };
    if (file) headers[FILE] = await give(file);
    const stop = progress ? follow(progress) : () => undefined;
    try {
      const answer = await send(`/api/${name}`, { method: 'POST', headers, body: input });
      const output = await answer.text();
      const made = answer.headers.get(FILE);
      return { output, file: made === null ? null : await fetchFile(made) };
    } finally {
      stop();
    }
  },
};

/** Where the program keeps its data. */
export interface DataPlace {
  folder: string;
  /** Beside the program, in the person's own folder because the program's cannot be written, or where it was told. */
  whereabouts: 'beside' | 'personal' | 'asked';
  /** What was done since the program started about data that could not be read. */
  rescued: {
    aside: string | null;
    taken: { kind: 'file' | 'base' } | { kind: 'copy'; made_at: string };
  } | null;
}

export async function dataPlace(): Promise<DataPlace> {
  return (await send('/place', {})).json() as Promise<DataPlace>;
}

/** Tells what the program had to do about data that could not be read; nothing when all was well. */
export async function tellRescue(): Promise<void> {
  const { rescued } = await dataPlace();
  if (rescued === null) return;
  const { aside, taken } = rescued;
  const madeAt = taken.kind === 'copy' ? taken.made_at : null;
  emit({ kind: 'rescued', where: 'program', aside, taken: taken.kind, madeAt });
}

/** Ends the program that served this page, with everything kept. */
export async function quit(): Promise<void> {
  await send('/quit', { method: 'POST' });
}

async function give(file: Uint8Array<ArrayBuffer>): Promise<string> {
  const headers = { 'Content-Type': 'application/octet-stream' };
  return (await send('/file', { method: 'POST', headers, body: file })).text();
}

async function fetchFile(number: string): Promise<FileMade> {
  const answer = await send(`/file/${number}`, {});
  const named = /filename\*=UTF-8''([^;]+)/.exec(answer.headers.get('Content-Disposition') ?? '');
  const bytes = new Uint8Array(await answer.arrayBuffer());
  return { name: decodeURIComponent(named?.[1] ?? ''), bytes };
}

/** Asks how far the work has come, again and again; returns how to stop. */
function follow(progress: NonNullable<Beside['progress']>): () => void {
  let asking = true;
  const ask = async () => {
    try {
      const { done, total } = (await (await send('/progress', {})).json()) as Progress;
      if (asking && total > 0) progress(done, total);
    } catch {
      // The command itself says what is wrong.
    }
    if (asking) setTimeout(() => void ask(), PROGRESS_MS);
  };
  const begin = setTimeout(() => void ask(), PROGRESS_MS);
  return () => {
    asking = false;
    clearTimeout(begin);
  };
}

interface Progress {
  done: number;
  total: number;
}

async function send(path: string, request: RequestInit): Promise<Response> {
  const response = await reach(path, request);
  if (response.ok) return response;
  if (response.status === 401 || response.status === 403)
    throw new EngineFailure({ code: 'refused' });
  const failure = failureFrom(await response.text());
  // The program has looked its file through by now.
  if (failure.code === 'data_damaged') void tellRescue().catch(() => undefined);
  throw failure;
}

async function reach(path: string, request: RequestInit): Promise<Response> {
  try {
    return await fetch(path, { ...request, credentials: 'same-origin', cache: 'no-store' });
  } catch {
    throw new EngineFailure({ code: 'unreachable' });
  }
}
