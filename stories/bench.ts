// The figures of the doors that need a browser, printed beside their bars. Judges nothing: see the load printed
// around them by `cargo xtask bench`.
import { copyFile, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Page, Worker } from 'playwright-core';
import { ready } from './acts/shell.ts';
import { openBrowser, type Browser } from './doors/browser.ts';
import { start } from './doors/executable.ts';
import { stop } from './doors/program.ts';
import { singlePage } from './doors/shipped.ts';
import { commands, type Sample } from './bench-commands.ts';
import { serve } from './lms/platform.ts';

const line = (what: string, value: string, bar: string) => console.log(`${what.padEnd(58)} ${value.padStart(12)}   bar ${bar}`);
const milliseconds = (value: number) => `${value.toFixed(1)} ms`;
const seconds = (value: number) => `${(value / 1000).toFixed(2)} s`;

async function timedOpening(browser: Browser, address: string, slowdown: number): Promise<{ page: Page; took: number }> {
  const page = await browser.newPage();
  const session = await browser.context.newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
  const begun = performance.now();
  await page.goto(address);
  await ready({ page, ui: page.mainFrame() });
  return { page, took: performance.now() - begun };
}

async function singleFile(): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'stories-bench-'));
  const file = join(folder, 'simulateur-crm.html');
  await copyFile(singlePage(), file);
  const address = pathToFileURL(file).href;
  for (const [slowdown, bar] of [[1, '2.5 s'], [4, '8 s']] as const) {
    const browser = await openBrowser();
    // A window that is already open: the time of the program, not of the browser.
    await (await browser.newPage()).goto('about:blank');
    const first = await timedOpening(browser, address, slowdown);
    // Chromium slows the page down, not its worker.
    line(`single file, first screen, CPU ${slowdown}x (base made)`, seconds(first.took), bar);
    await first.page.close();
    const second = await timedOpening(browser, address, slowdown);
    line(`single file, second opening, CPU ${slowdown}x`, seconds(second.took), slowdown === 1 ? '1 s' : '-');
    if (slowdown === 1) {
      await inWorker(second.page, 'base of 520, wasm, durable');
      await workbooks(second.page, 'base of 520, wasm');
    }
    await browser.forget();
  }
  await rm(folder, { recursive: true, force: true });
}

/** A base of another size is asked for as a platform would: by what the lesson left in lesson_location. */
async function largeBase(size: number): Promise<void> {
  const page = await readFile(singlePage());
  const host = await serve((_, address, response) => {
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' });
    response.end(address.pathname === '/lesson' ? page : frameOf(size));
  });
  const browser = await openBrowser();
  const opened = await browser.newPage();
  await opened.goto(host.origin);
  const element = await opened.waitForSelector('iframe');
  const ui = await element.contentFrame();
  if (!ui) throw new Error('no frame');
  await ui.getByRole('heading', { name: 'À faire aujourd’hui' }).waitFor({ timeout: 300_000 });
  await inWorker(opened, `base of ${size}, wasm`, ['search.find', 'targeting.count, three levels', 'dashboard.answer, every ready tile']);
  await browser.forget();
  await host.close();
}

function frameOf(size: number): string {
  return `<!doctype html><script>
    var kept = '1.2026.${size}.2026-11-23.0';
    window.API = {
      LMSInitialize: function () { return 'true'; }, LMSFinish: function () { return 'true'; },
      LMSGetValue: function (name) { return name === 'cmi.core.lesson_location' ? kept : name === 'cmi.core.student_id' ? 'bench' : ''; },
      LMSSetValue: function () { return 'true'; }, LMSCommit: function () { return 'true'; }
    };
  </script><iframe src="/lesson" style="width:100%;height:90vh"></iframe>`;
}

/** Milliseconds, for what is not as quick as a key. */
const BARS: Record<string, number> = {
  'data.reset': 1000,
  'cleaning.read': 300,
  'duplicates.find': 200,
  'time.advance, a week': 300,
  'agenda.window, a month': 100,
};

/** Calls the engine where it lives, as the page does, often enough. `barred`: the commands that have a bar there; all. */
async function inWorker(page: Page, where: string, barred?: string[]): Promise<void> {
  const worker = page.workers().at(-1);
  if (!worker) throw new Error('no worker');
  const samples = await commands((name, input) => ask(worker, name, input));
  for (const { name, times } of samples) {
    const bar = BARS[name] ?? 30;
    print(`${name}, ${where}`, times, barred === undefined || barred.includes(name) ? bar : null);
  }
}

/** The workbook of the whole session out, then the same one looked at before it is taken in. */
async function workbooks(page: Page, where: string): Promise<void> {
  const worker = page.workers().at(-1);
  if (!worker) throw new Error('no worker');
  const took = async (name: string, input: object) => {
    const times: number[] = [];
    for (let turn = 0; turn < 5; turn += 1) times.push((await ask(worker, name, input)).took);
    return times;
  };
  print(`workbook.export, ${where}`, await took('workbook.export', { kind: 'session', anomalies: false }), 500);
  print(`workbook.preview, ${where}`, await took('workbook.preview', {}), 1000);
}

function print(what: string, times: Sample['times'], bar: number | null): void {
  const sorted = [...times].sort((a, b) => a - b);
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
  line(`${what} (p50 ${at(0.5).toFixed(1)})`, milliseconds(at(0.99)), bar === null ? '-' : `${bar} ms p99${at(0.99) > bar ? '  OVER' : ''}`);
}

/** One order through the worker's own door; its answer is timed inside the worker. A file that it makes goes with the next. */
function ask(worker: Worker, name: string, input: object): Promise<{ took: number; output: unknown }> {
  return worker.evaluate(
    ([command, text]) =>
      new Promise<{ took: number; output: unknown }>((resolve, reject) => {
        interface Scope { postMessage: (report: unknown) => void; onmessage: (event: unknown) => void; kept?: Uint8Array | null }
        const scope = self as unknown as Scope;
        const told = scope.postMessage;
        const begun = performance.now();
        scope.postMessage = (report) => {
          const answer = report as { kind: string; id?: number; ok?: boolean; output?: string; error?: string; file?: { bytes: Uint8Array } | null };
          if (answer.kind !== 'answer' || answer.id !== -1) return told.call(scope, report);
          scope.postMessage = told;
          if (!answer.ok) return reject(new Error(`${command}: ${answer.error}`));
          if (answer.file) scope.kept = answer.file.bytes;
          resolve({ took: performance.now() - begun, output: JSON.parse(answer.output ?? 'null') });
        };
        scope.onmessage({ data: { kind: 'call', id: -1, name: command, input: text, file: scope.kept ?? null } });
      }),
    [name, JSON.stringify(input)] as const,
  );
}

async function executable(): Promise<void> {
  const data = await mkdtemp(join(tmpdir(), 'stories-bench-data-'));
  const running = await start(data);
  const browser = await openBrowser();
  const { took } = await timedOpening(browser, running.address, 1);
  line('executable, first screen', seconds(took), '-');
  await browser.forget();
  await new Promise((later) => setTimeout(later, 2000));
  const status = await readFile(`/proc/${running.process.pid}/status`, 'utf8');
  const kilobytes = Number(/VmRSS:\s+(\d+)/.exec(status)?.[1]);
  line('executable, idle memory with one sandbox', `${(kilobytes / 1024).toFixed(1)} MB`, '60 MB');
  await stop(running);
  await rm(data, { recursive: true, force: true });
}

// All of it, or the parts that are named: `npm run bench -- single`.
const parts = { single: singleFile, large: () => largeBase(10_000), executable };
const asked = process.argv.slice(2);
for (const [name, part] of Object.entries(parts)) if (asked.length === 0 || asked.includes(name)) await part();
