import assert from 'node:assert/strict';
import { createPerson } from '../acts/record.ts';
import { goTo, message, openRecord, ready, search } from '../acts/shell.ts';
import { agree, carryAway, downloaded, handIn } from '../acts/workbook.ts';
import { editCell, spoilHeader } from '../files/workbook.ts';
import type { Story } from './story.ts';

/** A file that the program made, and what other programs can open. */
function assertWorkbook(name: string, bytes: Buffer): void {
  assert.match(name, /\.xlsx$/);
  assert.equal(bytes.subarray(0, 2).toString('latin1'), 'PK');
}

export const carry: Story = {
  name: 'carry: taken away before a reset, brought back after it, and even that can be undone',
  async tell({ place }) {
    await ready(place);
    const name = await createPerson(place, { Prénom: 'Hortense', Nom: 'Quillivéré', Mail: 'hortense@exemple.fr' });
    await goTo(place, 'Données');
    await place.ui.getByRole('button', { name: 'Remettre à zéro' }).click();
    const question = place.ui.getByRole('dialog', { name: 'Remettre les données à zéro ?' });
    const copy = question.getByRole('checkbox', { name: /^Garder d’abord une copie/ });
    assert.ok(await copy.isChecked(), 'a copy is offered as soon as there is work');
    const kept = await downloaded(place, () => question.getByRole('button', { name: 'Tout remettre à zéro' }).click());
    assertWorkbook(kept.name, kept.bytes);
    await question.waitFor({ state: 'hidden' });
    assert.equal(await (await search(place, 'quillivere')).filter({ hasText: name }).count(), 0);
    await place.page.keyboard.press('Escape');

    await handIn(place, kept.name, kept.bytes);
    const row = place.ui.getByRole('row', { name: /Clients/ }).first();
    assert.match(await row.innerText(), /Clients\s+1\s/);
    await place.ui.getByRole('region', { name: 'Clients' }).getByText(name).waitFor();
    await agree(place, 'Importer ce classeur');
    await message(place, /^Classeur importé/).waitFor();
    await openRecord(place, 'quillivere', name);

    const again = await carryAway(place);
    await handIn(place, again.name, again.bytes);
    await place.ui.getByText('Ce classeur contient exactement les données d’ici').waitFor();
  },
};

export const edited: Story = {
  name: 'edited: a cell changed in a spreadsheet is shown before and after, taken in, taken back',
  async tell({ place }) {
    await ready(place);
    const { name, bytes } = await carryAway(place);
    const changed = editCell(bytes, 'Particuliers', 'Profession', 'Horlogère de marine');
    await handIn(place, name, changed.bytes);
    const records = place.ui.getByRole('region', { name: 'Clients' });
    await records.getByText(changed.reference).waitFor();
    const line = records.getByRole('row', { name: /Profession/ });
    await line.getByText('Horlogère de marine').waitFor();
    assert.equal(await records.getByRole('row').count(), 2, 'nothing else changes');

    await place.ui.getByRole('button', { name: 'Ne rien changer' }).click();
    await place.ui.getByText('Rien n’a encore été modifié').waitFor();
    await handIn(place, name, changed.bytes);
    await agree(place, 'Importer ce classeur');
    const done = place.ui.getByRole('region', { name: 'Ce qui a été fait' });
    await done.getByText('Import d’un classeur').waitFor();
    await handIn(place, name, bytes);
    await records.getByRole('row', { name: /Profession/ }).waitFor();
    await place.ui.getByRole('button', { name: 'Ne rien changer' }).click();

    await done.getByRole('button', { name: /^Annuler jusqu’ici : import/ }).click();
    await done.getByText('annulé', { exact: true }).waitFor();
    await handIn(place, name, bytes);
    await place.ui.getByText('Ce classeur contient exactement les données d’ici').waitFor();
  },
};

export const broken: Story = {
  name: 'broken: each problem with its cell, a list to save, and nothing changed',
  async tell({ place }) {
    await ready(place);
    const { name, bytes } = await carryAway(place);
    await handIn(place, 'lettre.xlsx', Buffer.from('Cher client,'));
    await place.ui.getByText('Ce fichier n’est pas un classeur Excel').waitFor();

    const wrong = editCell(bytes, 'Particuliers', 'Civilité', 'Monseigneur');
    await handIn(place, name, wrong.bytes);
    const problems = place.ui.getByRole('region', { name: 'Ce classeur ne peut pas être importé tel quel' });
    const line = problems.getByRole('row').filter({ hasText: 'Monseigneur' });
    await line.getByText('Particuliers', { exact: true }).waitFor();
    await line.getByText(wrong.cell, { exact: true }).waitFor();
    await line.getByText(/Attendu\s: M\., Mme/).waitFor();
    assert.equal(await place.ui.getByRole('button', { name: 'Importer ce classeur' }).count(), 0);
    const list = await downloaded(place, () => place.ui.getByRole('button', { name: 'Enregistrer la liste (CSV)' }).click());
    assert.match(list.name, /^Problèmes de .*\.csv$/);
    assert.match(list.bytes.toString('utf8'), new RegExp(`"Particuliers";"${wrong.cell}";"Civilité";"Monseigneur"`));

    await handIn(place, name, spoilHeader(bytes, 'Particuliers'));
    await place.ui.getByText(/La colonne «\s.*\s» manque/).waitFor();
    await place.ui.getByRole('button', { name: 'Ne rien changer' }).click();
    await place.ui.getByText('Rien n’a encore été modifié').waitFor();
  },
};
