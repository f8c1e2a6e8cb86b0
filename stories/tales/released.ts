import { readdir, readFile, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Place } from '../doors/door.ts';
import { openBrowser } from '../doors/browser.ts';
import { start } from '../doors/executable.ts';
import { stop } from '../doors/program.ts';
import { unzip } from '../files/zip.ts';
import { goTo, openRecord, ready } from '../acts/shell.ts';
import { shows } from '../acts/record.ts';
import { journalOf, type Part, replaceParts } from '../acts/storage.ts';
import { twoDoors, type Story } from './story.ts';

const KEPT = join(import.meta.dirname, '../../crates/engine/src/tests/fixtures');

/** What each released format wrote, oldest first. */
async function formats(): Promise<Map<string, Buffer>[]> {
  const names = (await readdir(KEPT)).filter((name) => /^format-\d+\.zip$/.test(name)).sort();
  return Promise.all(names.map(async (name) => unzip(await readFile(join(KEPT, name)))));
}

/** The learner of those files is there, as they left her. Ends on the first screen: the next format begins there. */
async function found(place: Place): Promise<void> {
  await ready(place);
  await openRecord(place, 'quillivere', 'Hortense Quillivéré');
  await shows(place, 'Profession', 'Horlogère').waitFor();
  await goTo(place, 'Accueil');
}

/** The format is SQLite's user_version: bytes 60 to 63 of the file. */
function newer(bytes: Buffer): Buffer {
  const copy = Buffer.from(bytes);
  copy.writeUInt32BE(9999, 60);
  return copy;
}

const NEWER = /version plus récente/;

export const released: Story = {
  name: 'released: what every released version wrote opens here; what a newer one wrote is refused in plain words',
  only: twoDoors,
  async tell(visit, door) {
    if (door.inBrowser) await ready(visit.place);
    for (const files of await formats()) await (door.inBrowser ? inBrowser(visit.place, files) : inProgram(files));
  },
};

async function inProgram(files: Map<string, Buffer>): Promise<void> {
  const data = await mkdtemp(join(tmpdir(), 'stories-released-'));
  const file = join(data, 'simulateur.db');
  const browser = await openBrowser();
  const bytes = files.get('simulateur.db')!;
  try {
    for (const [content, tell] of [
      [bytes, found],
      [newer(bytes), ({ ui }: Place) => ui.getByText(NEWER).waitFor()],
    ] as const) {
      await writeFile(file, content);
      const running = await start(data);
      const page = await browser.newPage();
      await page.goto(running.address);
      await tell({ page, ui: page.mainFrame() });
      await page.close();
      await stop(running);
    }
  } finally {
    await browser.forget();
    await rm(data, { recursive: true, force: true });
  }
}

async function inBrowser(place: Place, files: Map<string, Buffer>): Promise<void> {
  const journal = [...files.keys()].filter((name) => name.startsWith('journal/')).sort();
  const gone = [...(await journalOf(place)).map((key) => ({ store: 'journal' as const, key, gone: true as const }))];
  const snapshot = (bytes: Buffer): Part => ({ store: 'base', key: 'snapshot', bytes: bytes.toString('base64'), seq: 0, born: '2026-11-23' });
  const entries = journal.map((name, at): Part => ({ store: 'journal', key: at + 1, entry: files.get(name)!.toString('base64') }));
  const last: Part[] = [{ store: 'base', key: 'last', gone: true }, { store: 'base', key: 'before', gone: true }];
  await replaceParts(place, [...gone, ...last, snapshot(files.get('snapshot.db')!), ...entries]);
  await place.page.reload();
  await found(place);
  await replaceParts(place, [...last, snapshot(newer(files.get('snapshot.db')!))]);
  await place.page.reload();
  await place.ui.getByText(NEWER).waitFor();
}
