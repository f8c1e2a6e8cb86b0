// A door that is a program of the PC: started on a chosen day, it prints the address that the browser opens.
import { type ChildProcess, type StdioOptions } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { openBrowser, visitIn, type MakeName } from './browser.ts';
import type { Place, Visit } from './door.ts';

const DAY = '2026-11-24';

/** How the program is started with these words; the same data each time. */
export type Start = (words: string[], stdio: StdioOptions) => ChildProcess;

export interface Running {
  process: ChildProcess;
  address: string;
}

/** Starts the program and waits for the address with its token. */
export async function run(start: Start): Promise<Running> {
  const child = start(['--date', DAY, '--port', '0', '--no-browser'], ['ignore', 'pipe', 'inherit']);
  const lines = createInterface({ input: child.stdout! });
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
  if (running.process.exitCode !== null || running.process.signalCode !== null) return;
  running.process.kill('SIGTERM');
  await once(running.process, 'exit');
}

/** Waits for the end of what was asked of the program, and gives all that it said. */
async function ask(start: Start, words: string[]): Promise<{ code: number | null; said: string }> {
  const child = start(words, ['ignore', 'pipe', 'pipe']);
  const parts: Buffer[] = [];
  for (const stream of [child.stdout!, child.stderr!]) stream.on('data', (part: Buffer) => parts.push(part));
  const [code] = (await once(child, 'close')) as [number | null];
  return { code, said: Buffer.concat(parts).toString('utf8') };
}

/** One learner at this program; `forget` takes away what it left on the disk. */
export async function visitProgram(
  start: Start,
  folder: string,
  forget: () => Promise<void>,
  make: MakeName = 'chromium',
): Promise<Visit> {
  const browser = await openBrowser(make);
  let running = await run(start);
  const open = async (): Promise<Place> => {
    const page = await browser.newPage();
    await page.goto(running.address);
    return { page, ui: page.mainFrame(), saved: browser.saved };
  };
  const visit = await visitIn(browser, open, {
    close: () => stop(running),
    async reopen() {
      running = await run(start);
    },
    async leave() {
      await stop(running);
      await forget();
    },
  });
  return Object.assign(visit, {
    program: { folder, address: () => running.address, ask: (...words: string[]) => ask(start, words) },
  });
}
