// `npm run learners -- 50 10`: so many learners at once on the hostile platform, in so many real browsers. Each opens the
// lesson, does a few things, ends it; none may fail. Prints what a platform sees of a learner: requests and bytes.
import type { Browser, Request } from 'playwright-core';
import { launchPlain, SCREEN } from './doors/browser.ts';
import type { Place } from './doors/door.ts';
import { scormPackage } from './doors/shipped.ts';
import { change, createPerson, shows } from './acts/record.ts';
import { undoButton } from './acts/shell.ts';
import { dokeos, type Dokeos } from './lms/dokeos.ts';

/** Fifty first openings share the processor: a platform does not hurry anybody. */
const PATIENCE_MS = 900_000;

interface Seen {
  /** Milliseconds to the first screen, and to the end of the lesson. */
  ready: number;
  ended: number;
  requests: Map<string, { count: number; bytes: number }>;
}

async function learn(browser: Browser, host: Dokeos, learner: number): Promise<Seen> {
  const begun = performance.now();
  const context = await browser.newContext({ viewport: SCREEN, locale: 'fr-FR', timezoneId: 'Europe/Paris' });
  context.setDefaultTimeout(PATIENCE_MS);
  const requests: Seen['requests'] = new Map();
  const counted: Promise<void>[] = [];
  context.on('requestfinished', (request) => counted.push(count(request, requests)));
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(String(error)));
  await page.goto(host.launchAddress(learner));
  const ui = await (await page.waitForSelector('#content_id')).contentFrame();
  if (!ui) throw new Error(`learner ${learner}: no frame`);
  const place: Place = { page, ui };
  await ui.getByRole('heading', { name: 'À faire aujourd’hui' }).waitFor();
  const ready = performance.now() - begun;

  await createPerson(place, { Prénom: 'Hortense', Nom: `Quillivéré ${learner}` });
  for (const profession of ['Horlogère', 'Luthière']) {
    await change(place, 'Profession', profession);
    await shows(place, 'Profession', profession).waitFor();
  }
  await undoButton(place).click();
  await shows(place, 'Profession', 'Horlogère').waitFor();
  await ui.getByRole('button', { name: 'Terminer et enregistrer' }).click();
  await ui.getByText('La leçon est terminée', { exact: false }).first().waitFor();
  const { location } = host.row(learner);
  // The welcome that is read and the like count too.
  if (Number(/\.(\d+)$/.exec(location)?.[1]) < 4) throw new Error(`learner ${learner}: the platform holds « ${location} »`);
  if (complaints.length > 0) throw new Error(`learner ${learner}: ${complaints.join('; ')}`);
  await Promise.all(counted);
  const ended = performance.now() - begun;
  await context.close();
  return { ready, ended, requests };
}

/** By what is asked for; what never leaves the browser (blobs) is not counted. */
async function count(request: Request, requests: Seen['requests']): Promise<void> {
  const address = new URL(request.url());
  if (address.protocol !== 'http:') return;
  const sizes = await request.sizes().catch(() => null);
  const kind = address.pathname.endsWith('.htm') ? 'the lesson' : address.pathname.includes('save_item') ? 'what it saves' : "the platform's own pages";
  const sum = requests.get(kind) ?? { count: 0, bytes: 0 };
  sum.count += 1;
  sum.bytes += sizes ? sizes.responseBodySize + sizes.responseHeadersSize + sizes.requestBodySize + sizes.requestHeadersSize : 0;
  requests.set(kind, sum);
}

const [learners, processes] = [process.argv[2] ?? '50', process.argv[3] ?? '10'].map(Number) as [number, number];
const host = await dokeos(scormPackage());
const browsers = await Promise.all(Array.from({ length: processes }, () => launchPlain()));
const begun = performance.now();
try {
  const numbers = Array.from({ length: learners }, (_, at) => at + 1);
  const ended = await Promise.allSettled(numbers.map((learner) => learn(browsers[learner % processes]!, host, learner)));
  const seen = ended.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []));
  for (const one of ended) if (one.status === 'rejected') console.error(String(one.reason));
  const seconds = (value: number) => `${(value / 1000).toFixed(0)} s`;
  const sorted = seen.map(({ ready }) => ready).sort((a, b) => a - b);
  console.log(`${learners} learners at once in ${processes} browsers: ${seen.length} to the end, ${learners - seen.length} failed, in ${seconds(performance.now() - begun)}`);
  console.log(`first screen: ${seconds(sorted[Math.floor(sorted.length / 2)] ?? 0)} in the middle, ${seconds(sorted.at(-1) ?? 0)} at most`);
  for (const kind of new Set(seen.flatMap(({ requests }) => [...requests.keys()]))) {
    const mean = (of: 'count' | 'bytes') => seen.reduce((sum, { requests }) => sum + (requests.get(kind)?.[of] ?? 0), 0) / seen.length;
    console.log(`${kind}, a learner: ${mean('count').toFixed(1)} requests, ${(mean('bytes') / 1000).toFixed(1)} kB`);
  }
  if (seen.length < learners) process.exitCode = 1;
} finally {
  await Promise.all(browsers.map((browser) => browser.close()));
  await host.close();
}
