// The executable on a fresh data folder.
import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { MakeName } from './browser.ts';
import type { Door } from './door.ts';
import { run, visitProgram, type Running, type Start } from './program.ts';
import { executable as program } from './shipped.ts';

/** Verbs come first; the folder of the data is an option of opening. */
const on = (data: string): Start => (words, stdio) =>
  spawn(program(), words[0]?.startsWith('-') === false ? words : [...words, '--data', data], { cwd: data, stdio });

export const start = (data: string): Promise<Running> => run(on(data));

/** The executable, its address opened in a browser of this make. */
export function served(name: string, make: MakeName): Door {
  return {
    name,
    inBrowser: false,
    async arrive() {
      const data = await mkdtemp(join(tmpdir(), 'stories-data-'));
      return visitProgram(on(data), data, () => rm(data, { recursive: true, force: true }), make);
    },
    async close() {},
  };
}

export const executable = served('executable', 'chromium');
