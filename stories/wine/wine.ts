// A Windows of its own for the stories: Wine in a temporary folder, without a screen.
import { execFileSync, spawn, spawnSync, type ChildProcess, type StdioOptions } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Debian installs no command for it. */
const BIN = '/usr/lib/wine';

export interface Wine {
  /** Starts a Windows program that stands in a folder of ours, from that folder. */
  start(program: string, words: string[], folder: string, stdio: StdioOptions): ChildProcess;
  /** The address that the browser of the system was last asked to show. */
  shown(): Promise<string>;
  close(): Promise<void>;
}

/** A fresh Windows: some seconds, and 700 MB until it is closed. */
export async function openWine(): Promise<Wine> {
  const prefix = await mkdtemp(join(tmpdir(), 'stories-wine-'));
  const shown = join(prefix, 'shown');
  const env = {
    ...process.env,
    WINEPREFIX: prefix,
    WINEDEBUG: '-all',
    WINEARCH: 'win64',
    // Neither of the two that it would offer to install.
    WINEDLLOVERRIDES: 'mscoree,mshtml=',
    DISPLAY: '',
    PATH: `${await fakeBrowser(prefix, shown)}:${process.env['PATH']}`,
  };
  execFileSync(`${BIN}/wine64`, ['wineboot', '--init'], { env, stdio: 'ignore', timeout: 180_000 });
  const library = join(prefix, 'drive_c/windows/system32/bcryptprimitives.dll');
  const source = join(import.meta.dirname, 'bcryptprimitives.c');
  execFileSync('x86_64-w64-mingw32-gcc', ['-shared', '-Os', '-s', '-o', library, source, '-ladvapi32']);
  return {
    start: (program, words, folder, stdio) =>
      spawn(`${BIN}/wine64`, [program, ...words], { cwd: folder, env, stdio }),
    shown: async () => (await readFile(shown, 'utf8').catch(() => '')).trim(),
    async close() {
      // Its server keeps the folder for a while: told to leave, then waited for.
      spawnSync(`${BIN}/wineserver64`, ['-k'], { env });
      spawnSync(`${BIN}/wineserver64`, ['-w'], { env, timeout: 30_000 });
      await rm(prefix, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

/** Wine hands an address over to `xdg-open`: one of ours writes it down. */
async function fakeBrowser(prefix: string, shown: string): Promise<string> {
  const folder = join(prefix, 'browser');
  await mkdir(folder);
  await writeFile(join(folder, 'xdg-open'), `#!/bin/sh\nprintf '%s' "$1" >'${shown}'\n`, { mode: 0o755 });
  return folder;
}
