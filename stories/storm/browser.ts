// The single file in Chromium as prey: the whole browser is killed with SIGKILL, or the worker of the engine alone.
import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { copyFile, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { pathToFileURL } from 'node:url';
import { chromium, type Page, type Worker } from 'playwright-core';
import { args, executablePath } from '../doors/browser.ts';
import { executable, singlePage } from '../doors/shipped.ts';
import { Gone, type Prey, Refused } from './prey.ts';
import { hook, type StormScope } from './hook.ts';

const DAY = '2026-11-24';
const READY_MS = 60_000;

export async function browserPrey(): Promise<Prey> {
  const folder = await mkdtemp(join(tmpdir(), 'storm-browser-'));
  const file = join(folder, 'simulateur-crm.html');
  await copyFile(singlePage(), file);
  let chrome: ChildProcess | undefined;
  let page: Page | undefined;
  let worker: Worker | undefined;
  let deaths = 0;

  const alive = () => chrome?.exitCode === null && chrome.signalCode === null;
  /** Its own group of processes: all of them die at once, as when the power goes. */
  const killBrowser = () => {
    page = undefined;
    if (chrome?.pid !== undefined && alive()) process.kill(-chrome.pid, 'SIGKILL');
  };
  const launch = async (): Promise<Page> => {
    if (chrome && alive() && page && !page.isClosed()) return page;
    if (chrome && alive()) await once(chrome, 'exit');
    const options = [...args, '--headless=new', `--user-data-dir=${join(folder, 'profile')}`, '--remote-debugging-port=0', 'about:blank'];
    chrome = spawn(executablePath!, options, { detached: true, stdio: ['ignore', 'ignore', 'pipe'] });
    const lines = createInterface({ input: chrome.stderr! });
    const address = await new Promise<string>((found, lost) => {
      lines.once('close', () => lost(new Gone()));
      lines.on('line', (line) => {
        const match = /DevTools listening on (ws:\S+)/.exec(line);
        if (match?.[1]) found(match[1]);
      });
    });
    const browser = await chromium.connectOverCDP(address);
    const context = browser.contexts()[0]!;
    page = context.pages()[0] ?? (await context.newPage());
    await page.goto(`${pathToFileURL(file).href}?date=${DAY}`);
    return page;
  };
  /** A worker that was not there before, with our way in. */
  const findWorker = async (page: Page): Promise<Worker> => {
    const end = Date.now() + READY_MS;
    for (;;) {
      const found = page.workers().at(-1);
      if (found && found !== worker && (await answers(found))) return found;
      if (Date.now() > end) throw new Error(`no worker answers: ${(await page.innerText('body')).slice(0, 300)}`);
      await new Promise((later) => setTimeout(later, 50));
    }
  };

  return {
    async start() {
      const opened = await launch();
      worker = await findWorker(opened);
      if (await opened.getByText(/était abîmée/).count()) throw new Error('the page says that something was spoilt');
      const mine = worker;
      const gone = new Promise<never>((_, lost) => mine.once('close', () => lost(new Gone())));
      gone.catch(() => undefined);
      return async (name, input) => {
        const asked = mine.evaluate(([name, text]) => (self as unknown as StormScope).storm(name, text), [name, JSON.stringify(input)] as const);
        const answer = await Promise.race([asked.catch(() => Promise.reject(new Gone())), gone]);
        if (answer.trapped) throw new Error(`${name} ${JSON.stringify(input)}: the engine trapped`);
        if (!answer.ok) throw new Refused((JSON.parse(answer.text) as { code: string }).code, answer.text);
        return JSON.parse(answer.text) as unknown;
      };
    },
    kill() {
      deaths += 1;
      if (deaths % 2 === 0) killBrowser();
      else void worker?.evaluate(() => self.close()).catch(() => undefined);
    },
    async killAtStart(after) {
      killBrowser();
      if (chrome && alive()) await once(chrome, 'exit');
      setTimeout(killBrowser, 400 + 4 * after);
      await launch().catch(() => undefined);
      if (chrome && alive()) await once(chrome, 'exit');
    },
    async examine() {
      const opened = await launch();
      const bytes = await opened.evaluate(readSnapshot);
      if (bytes === null) return null;
      const copy = join(folder, 'snapshot.db');
      await writeFile(copy, Buffer.from(bytes, 'base64'));
      return new Promise((done) => {
        execFile(executable(), ['verifier', copy], (error, out, err) => done(error ? out + err : null));
      });
    },
    async leave() {
      killBrowser();
      await rm(folder, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

/** A room that opens answers in its turn; one that is dead never does. */
async function answers(worker: Worker): Promise<boolean> {
  const late = new Promise<false>((late) => setTimeout(() => late(false), 5000));
  const asked = worker.evaluate(hook).then(() =>
    worker.evaluate(() => (self as unknown as StormScope).storm('session.state', '{}')),
  );
  return Promise.race([asked.then((answer) => answer.ok, () => false), late]);
}

async function readSnapshot(): Promise<string | null> {
  const [{ name }] = (await indexedDB.databases()) as [{ name: string }];
  const db = await new Promise<IDBDatabase>((opened) => {
    const request = indexedDB.open(name);
    request.onsuccess = () => opened(request.result);
  });
  const kept = await new Promise<{ bytes: Uint8Array<ArrayBuffer> } | undefined>((read) => {
    const request = db.transaction('base').objectStore('base').get('snapshot');
    request.onsuccess = () => read(request.result as { bytes: Uint8Array<ArrayBuffer> } | undefined);
  });
  db.close();
  if (!kept) return null;
  const url = await new Promise<string>((read) => {
    const reader = new FileReader();
    reader.onload = () => read(String(reader.result));
    reader.readAsDataURL(new Blob([kept.bytes]));
  });
  return url.slice(url.indexOf(',') + 1);
}
