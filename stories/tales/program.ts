import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { createPerson } from '../acts/record.ts';
import { holds, openRecord, ready } from '../acts/shell.ts';
import { manifest, shippedBase } from '../doors/shipped.ts';
import { unzip } from '../files/zip.ts';
import type { Story } from './story.ts';

/** The parts of a workbook, each by its digest. */
const parts = async (path: string) =>
  [...unzip(await readFile(path))].map(([name, bytes]) => `${name} ${createHash('sha256').update(bytes).digest('hex')}`);

export const program: Story = {
  name: 'program: ended from its page and started again, asked a second time while it runs, asked for verbs',
  only: (door) => !door.inBrowser,
  async tell(visit, door) {
    const { program, place } = visit;
    assert.ok(program, 'this door is a program');
    await ready(place);
    const name = await createPerson(place, { Prénom: 'Hortense', Nom: 'Quillivéré' });
    await place.ui.getByRole('button', { name: 'Quitter le simulateur' }).click();
    const dialog = place.ui.getByRole('dialog', { name: /^Quitter le simulateur/ });
    await dialog.getByRole('button', { name: 'Quitter le simulateur' }).click();
    await place.ui.getByRole('heading', { name: 'Le simulateur est fermé' }).waitFor();
    await visit.again();
    await ready(visit.place);
    await openRecord(visit.place, 'quillivere', name);
    if (door.milder === 'windows') assert.ok((await readdir(join(program.folder, 'donnees'))).length > 0);

    // A second double click.
    const second = await program.ask(...(program.shown ? [] : ['--no-browser']));
    assert.equal(second.code, 0, second.said);
    assert.match(second.said, /est déjà ouvert sur ces données/);
    assert.ok(second.said.includes(program.address()), `the address of the first: ${second.said}`);
    if (program.shown) await holds(program.shown, (address) => address === program.address());

    const { day, seed, size } = manifest().base;
    const recipe = ['--date', day, '--graine', String(seed), '--taille', String(size)];
    const made = await program.ask('base', ...recipe, '--sortie', 'à vérifier.xlsx');
    assert.equal(made.code, 0, made.said);
    const [here, shipped] = await Promise.all([join(program.folder, 'à vérifier.xlsx'), shippedBase()].map(parts));
    // The zip itself says on which system it was made.
    assert.deepEqual(here, shipped, 'every system makes the base that is handed over');
    const verified = await program.ask('verifier', 'à vérifier.xlsx');
    assert.equal(verified.code, 0, verified.said);
    assert.match(verified.said, /Tout est cohérent/);
    const absent = await program.ask('verifier', 'absent.xlsx');
    assert.equal(absent.code, 2, absent.said);
    assert.match(absent.said, /il n’existe pas/);
  },
};
