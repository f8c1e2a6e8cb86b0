// The executable: a fresh data folder, a chosen day, and the address it prints opened in the browser.
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { openBrowser } from './browser.ts';
import type { Door, Place, Visit } from './door.ts';
import { executable as program } from './shipped.ts';

const DAY = '2026-11-24';

interface Running {
  process: ChildProcess;
  address: string;
}

/** Starts the executable and waits for the address with its token. */
export async function start(data: string): Promise<Running> {
  const child = spawn(program(), ['--data', data, '--date', DAY, '--port', '0', '--no-browser'], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const lines = createInterface({ input: child.stdout });
  const address = await new Promise<string>((found, lost) => {
    lines.on('line', (line) => {
      const match = /https?:\/\/\S+/.exec(line);
      if (match) found(match[0]);
    });
    child.once('exit', (code) => lost(new Error(`the executable left with code ${code} before giving its address`)));
    setTimeout(() => lost(new Error('the executable gave no address in 30 s')), 30_000).unref();
  });
  return { process: child, address };
}

export async function stop(running: Running): Promise<void> {
  if (running.process.exitCode !== null) return;
  running.process.kill('SIGTERM');
  await once(running.process, 'exit');
}

export const executable: Door = {
  name: 'executable',
  inBrowser: false,
  async arrive(): Promise<Visit> {
    const data = await mkdtemp(join(tmpdir(), 'stories-data-'));
    const browser = await openBrowser();
    let running = await start(data);
    const open = async (): Promise<Place> => {
      const page = await browser.newPage();
      await page.goto(running.address);
      return { page, ui: page.mainFrame() };
    };
    let place = await open();
    return {
      get place() {
        return place;
      },
      async again() {
        await stop(running);
        await browser.restart();
        running = await start(data);
        place = await open();
      },
      secondTab: open,
      complaints: browser.complaints,
      async leave() {
        await browser.forget();
        await stop(running);
        await rm(data, { recursive: true, force: true });
      },
    };
  },
  async close() {},
};
