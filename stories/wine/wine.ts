// A Windows of its own for the stories: Wine in a temporary folder, without a screen.
import { execFileSync, spawn, spawnSync, type ChildProcess, type StdioOptions } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Debian installs no command for it. */
const BIN = '/usr/lib/wine';

export interface Wine {
  /** Starts a Windows program that stands in a folder of ours, from that folder. */
  start(program: string, words: string[], folder: string, stdio: StdioOptions): ChildProcess;
  close(): Promise<void>;
}

/** A fresh Windows: some seconds, and 700 MB until it is closed. */
export async function openWine(): Promise<Wine> {
  const prefix = await mkdtemp(join(tmpdir(), 'stories-wine-'));
  const env = { ...process.env, WINEPREFIX: prefix, WINEDEBUG: '-all', WINEARCH: 'win64', DISPLAY: '' };
  // Neither of the two that it would offer to install.
  const offline = { ...env, WINEDLLOVERRIDES: 'mscoree,mshtml=' };
  execFileSync(`${BIN}/wine64`, ['wineboot', '--init'], { env: offline, stdio: 'ignore', timeout: 120_000 });
  const library = join(prefix, 'drive_c/windows/system32/bcryptprimitives.dll');
  const source = join(import.meta.dirname, 'bcryptprimitives.c');
  execFileSync('x86_64-w64-mingw32-gcc', ['-shared', '-Os', '-s', '-o', library, source, '-ladvapi32']);
  return {
    start: (program, words, folder, stdio) =>
      spawn(`${BIN}/wine64`, [program, ...words], { cwd: folder, env: offline, stdio }),
    async close() {
      // Its server keeps the folder for a while: told to leave, then waited for.
      spawnSync(`${BIN}/wineserver64`, ['-k'], { env });
      spawnSync(`${BIN}/wineserver64`, ['-w'], { env, timeout: 30_000 });
      await rm(prefix, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}
