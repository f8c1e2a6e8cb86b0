import assert from 'node:assert/strict';
import { mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { camera } from '../acts/camera.ts';
import { change, createPerson, shows } from '../acts/record.ts';
import { openRecord, ready } from '../acts/shell.ts';
import { journalOf, replaceParts } from '../acts/storage.ts';
import { openBrowser } from '../doors/browser.ts';
import { start } from '../doors/executable.ts';
import { stop } from '../doors/program.ts';
import type { Place } from '../doors/door.ts';
import type { Story } from './story.ts';

export const spoilt: Story = {
  name: 'spoilt: the file of data is damaged, it is said where it now lies, and the copy is there',
  only: (door) => door.name === 'executable',
  async tell(_visit, door) {
    const data = await mkdtemp(join(tmpdir(), 'stories-spoilt-'));
    const browser = await openBrowser();
    const open = async (address: string): Promise<Place> => {
      const page = await browser.newPage();
      await page.goto(address);
      const place = { page, ui: page.mainFrame() };
      await ready(place);
      return place;
    };
    let running = await start(data);
    try {
      const name = await createPerson(await open(running.address), { Prénom: 'Hortense', Nom: 'Quillivéré' });
      await stop(running);
      const file = join(data, 'simulateur.db');
      const bytes = await readFile(file);
      await writeFile(file, bytes.fill(0, 0, 100));

      running = await start(data);
      const place = await open(running.address);
      const said = place.ui.getByRole('status').filter({ hasText: 'Le fichier de vos données était abîmé' });
      await said.waitFor();
      const told = await said.innerText();
      const aside = (await readdir(data)).find((name) => name.startsWith('simulateur-abime-')) ?? '';
      assert.ok(told.includes(join(data, aside)), told);
      assert.match(told, /La copie de secours du \d\d\/\d\d\/\d{4} à \d\d h \d\d a pris sa place/);
      assert.deepEqual(await readFile(join(data, aside)), bytes, 'the old file, to the byte');
      const pictures = await camera(place, door, 'spoilt');
      await pictures.see('copy');
      assert.deepEqual(pictures.found, []);
      await said.getByRole('button', { name: 'Fermer le message' }).press('Enter');
      await said.waitFor({ state: 'hidden' });
      await openRecord(place, 'quillivere', name);
    } finally {
      await browser.forget();
      await stop(running);
      await rm(data, { recursive: true, force: true });
    }
  },
};

export const spoiltBrowser: Story = {
  name: 'spoilt browser: a damaged change is counted, a lost base is asked about before anything takes its place',
  only: (door) => door.name === 'single file',
  async tell(visit, door) {
    await ready(visit.place);
    const name = await createPerson(visit.place, { Prénom: 'Hortense', Nom: 'Quillivéré' });
    await change(visit.place, 'Profession', 'Horlogère');
    await shows(visit.place, 'Profession', 'Horlogère').waitFor();
    const last = Math.max(...(await journalOf(visit.place)));
    await replaceParts(visit.place, [{ store: 'journal', key: last, spoilt: true }]);

    await visit.again();
    await ready(visit.place);
    await visit.place.ui.getByText(/La dernière modification n’a pas pu être relue/).waitFor();
    await openRecord(visit.place, 'quillivere', name);
    await shows(visit.place, 'Profession', 'non renseigné').waitFor();

    await replaceParts(visit.place, [
      { store: 'base', key: 'snapshot', gone: true },
      { store: 'base', key: 'before', gone: true },
      { store: 'journal', key: last + 1, spoilt: true },
    ]);
    await visit.again();
    const { ui } = visit.place;
    await ui.getByText('abîmé et ne peut pas être lu', { exact: false }).waitFor();
    const pictures = await camera(visit.place, door, 'spoilt');
    await pictures.see('lost');
    assert.deepEqual(pictures.found, []);
    await ui.getByRole('button', { name: 'Repartir de la base école' }).press('Enter');
    await ready(visit.place);
  },
};
