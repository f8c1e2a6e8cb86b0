import assert from 'node:assert/strict';
import { createPerson } from '../acts/record.ts';
import { goTo, holds, message, openPart, openRecord, ready, recordTitle, undoButton } from '../acts/shell.ts';
import type { Place } from '../doors/door.ts';
import type { Story } from './story.ts';

const HOME = { Rue: 'rue des Tilleuls', 'Code postal': '35000', Ville: 'Rennes' };
const compared = (place: Place) => place.ui.getByRole('region', { name: 'Comparaison' });

/** From a record, the search for its doubles, without the mouse. */
async function lookForDoubles(place: Place): Promise<void> {
  await place.ui.getByRole('button', { name: /^Actions/ }).focus();
  await place.page.keyboard.press('Enter');
  const item = place.ui.getByRole('menuitem', { name: 'Chercher les doublons de cette fiche' });
  await item.waitFor();
  await item.focus();
  await place.page.keyboard.press('Enter');
  await place.ui.getByRole('heading', { level: 1, name: 'Doublons' }).waitFor();
}

async function noneLeft(place: Place): Promise<void> {
  await place.ui.getByText('Aucune autre fiche ne ressemble assez à celle-ci.').waitFor();
}

export const traps: Story = {
  name: 'traps: namesakes answered different, father and son put in one household, by keyboard, and remembered',
  async tell({ place }) {
    await ready(place);
    // Two cousins of one name, one home, one telephone: alike enough to be asked about.
    const cousin = { Prénom: 'Maël', Nom: 'Quillivéré', 'Téléphone fixe': '02 99 98 12 34', ...HOME };
    await createPerson(place, cousin);
    await createPerson(place, { ...cousin, Mail: 'mael.q@courriel.example' });
    await lookForDoubles(place);
    await compared(place).waitFor();
    await place.page.keyboard.press('d');
    await message(place, /deux fiches différentes/).waitFor();
    await noneLeft(place);

    await createPerson(place, { Prénom: 'Yannick', Nom: 'Kerzoncuff', 'Téléphone fixe': '02 99 98 56 78', ...HOME });
    const son = await createPerson(place, { Prénom: 'Yanick', Nom: 'Kerzoncuff', 'Téléphone fixe': '02 99 98 56 78', ...HOME });
    await lookForDoubles(place);
    await compared(place).waitFor();
    await place.page.keyboard.press('f');
    await message(place, /d’un même foyer/).waitFor();
    await noneLeft(place);
    await openRecord(place, 'yanick kerzoncuff', son);
    const household = place.ui.getByRole('region', { name: 'Même foyer' });
    await household.getByRole('link', { name: 'Yannick Kerzoncuff' }).waitFor();
    // What was answered is remembered, and is taken back in one step.
    await lookForDoubles(place);
    await noneLeft(place);
    await undoButton(place).click();
    await compared(place).waitFor();
  },
};

/** Ten other things done: records created, values edited. */
async function tenOthers(place: Place): Promise<void> {
  for (let turn = 1; turn <= 5; turn += 1) {
    await createPerson(place, { Prénom: 'Zoé', Nom: `Passante ${'ABCDE'[turn - 1] ?? ''}` });
    const job = place.ui.getByRole('button', { name: /^Modifier Profession :/ });
    await job.focus();
    await place.page.keyboard.press('F2');
    await place.page.keyboard.type(`Métier ${turn}`);
    await place.page.keyboard.press('Enter');
    await place.ui.getByRole('button', { name: `Modifier Profession : Métier ${turn}` }).waitFor();
  }
}

export const late: Story = {
  name: 'late: two records merged from the list, ten other changes, then all of it undone from the merge on',
  async tell({ place }) {
    await ready(place);
    const one = await createPerson(place, { Prénom: 'Hortense', Nom: 'Quillivéré', Profession: 'Horlogère' });
    const other = await createPerson(place, { Prénom: 'Hortance', Nom: 'Quilivéré', Mail: 'hortance@courriel.example' });
    await goTo(place, 'Clients');
    await place.ui.getByLabel('Filtrer la liste').fill('hort');
    const grid = place.ui.getByRole('grid', { name: 'Liste des clients' });
    await grid.getByRole('link', { name: /Quillivéré Hortense/ }).waitFor();
    await place.ui.getByRole('status').filter({ hasText: /^2\sfiches/ }).waitFor();
    await grid.locator('[data-cell="0:1"]').focus();
    for (const key of ['Space', 'ArrowDown', 'Space']) await place.page.keyboard.press(key);
    await place.ui.getByRole('link', { name: 'Fusionner…' }).click();
    await place.ui.getByRole('button', { name: 'Fusionner les 2 fiches' }).click();
    await recordTitle(place, one).waitFor();
    await place.ui.getByRole('button', { name: /^Modifier Mail : hortance@/ }).waitFor();

    await tenOthers(place);
    await goTo(place, 'Données');
    const done = place.ui.getByRole('region', { name: 'Ce qui a été fait' });
    await done.getByRole('button', { name: /^Annuler jusqu’ici : fusion de fiches/ }).click();
    await message(place, /^Annulé/).waitFor();
    await openRecord(place, 'hortance quilivere', other);
    await openRecord(place, 'hortense quillivere', one);
    await place.ui.getByRole('button', { name: 'Modifier Mail : non renseigné' }).waitFor();
    await openPart(place, 'Notes');
    await place.ui.getByRole('button', { name: 'Écrire une note' }).waitFor();
    await goTo(place, 'Clients');
    await place.ui.getByLabel('Filtrer la liste').fill('passante');
    await place.ui.getByText('Aucune fiche ne correspond').waitFor();
  },
};

export const hundreds: Story = {
  name: 'hundreds: some four hundred persons edited at once, then taken back',
  async tell({ place }) {
    await ready(place);
    await goTo(place, 'Clients');
    const grid = place.ui.getByRole('grid', { name: 'Liste des clients' });
    await grid.waitFor();
    const count = async (label: RegExp) => {
      const line = await place.ui.getByRole('status').filter({ hasText: label }).last().innerText();
      return Number.parseInt(line.replaceAll(/[\s\u00a0\u202f](?=\d)/g, ''), 10);
    };
    const all = await count(/fiche/);
    await place.ui.getByRole('radiogroup', { name: 'Nature' }).getByText('Particuliers').click();
    const persons = await holds(
      () => count(/fiche/),
      (shown) => shown < all,
    );
    assert.ok(persons >= 400, `${persons} persons`);
    await grid.locator('[data-cell="0:1"]').focus();
    await place.page.keyboard.press('Control+a');
    await place.ui.getByRole('button', { name: 'Modifier la sélection' }).focus();
    await place.page.keyboard.press('Enter');
    const dialog = place.ui.getByRole('dialog');
    await dialog.getByLabel('Champ à modifier').selectOption({ label: 'Profession' });
    await dialog.getByLabel('Nouvelle valeur').fill('Horlogère de marine');
    await place.page.keyboard.press('Enter');
    const apply = dialog.getByRole('button', { name: /^Modifier .*fiches/ });
    await apply.waitFor();
    assert.equal(Number.parseInt((await apply.innerText()).replaceAll(/\D/g, ''), 10), persons);
    await place.page.keyboard.press('Enter');
    await message(place, /modification faite/).last().waitFor();
    await goTo(place, 'Vue transversale');
    await place.ui.getByLabel('Champ', { exact: true }).selectOption({ label: 'Profession' });
    const row = place.ui.getByRole('row').filter({ hasText: 'Horlogère de marine' });
    await row.waitFor();
    await place.page.keyboard.press('Control+z');
    await message(place, /^Annulé/).waitFor();
    await row.waitFor({ state: 'detached' });
  },
};
