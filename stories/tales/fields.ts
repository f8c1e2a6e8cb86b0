import assert from 'node:assert/strict';
import { createPerson, shows, value } from '../acts/record.ts';
import { goTo, message, openRecord, ready, recordTitle, undoButton } from '../acts/shell.ts';
import { agree, carryAway, handIn } from '../acts/workbook.ts';
import type { Place } from '../doors/door.ts';
import type { Story } from './story.ts';

const title = (place: Place) => place.ui.getByRole('heading', { level: 1, name: 'Champs ajoutés', exact: true });
const dialog = (place: Place) => place.ui.getByRole('dialog');

/** Fills the form of a new field, which is open. */
async function describe(place: Place, label: string, kind: string, choices: string): Promise<void> {
  await dialog(place).getByLabel('Nom du champ').fill(label);
  await dialog(place).getByLabel('Type').selectOption({ label: kind });
  if (choices) await dialog(place).getByLabel('Choix', { exact: true }).fill(choices);
}

/** From the panel of the trainer, on the screen of data. */
export async function openFields(place: Place): Promise<void> {
  await goTo(place, 'Données');
  await place.ui.getByText('Pour le formateur').click();
  await place.ui.getByRole('link', { name: 'Champs ajoutés…' }).click();
  await title(place).waitFor();
}

export async function addList(place: Place, label: string, choices: string): Promise<void> {
  await place.ui.getByRole('button', { name: 'Ajouter un champ', exact: true }).first().click();
  await describe(place, label, 'Liste de choix', choices);
  await dialog(place).getByRole('button', { name: 'Enregistrer' }).click();
  await message(place, `Champ ajouté : ${label}`).waitFor();
}

/** Chooses a value where it stands on the record. */
async function choose(place: Place, label: string, choice: string): Promise<void> {
  await value(place, label).first().click();
  const editor = place.ui.getByRole('combobox', { name: label, exact: true });
  await editor.selectOption({ label: choice });
  await editor.press('Enter');
  await shows(place, label, choice).waitFor();
}

/** The groups of the list of clients by a field: words and numbers. */
async function groupsOf(place: Place, field: string): Promise<string> {
  await goTo(place, 'Clients');
  await place.ui.getByRole('grid', { name: 'Liste des clients' }).waitFor();
  await place.ui.getByRole('columnheader', { name: field }).waitFor();
  await place.ui.getByRole('button', { name: 'Grouper' }).click();
  const groups = place.ui.getByRole('complementary', { name: 'Grouper' });
  await groups.getByLabel('Grouper par').selectOption({ label: field });
  await groups.getByRole('button', { name: /^Or/ }).waitFor();
  return (await groups.innerText()).replaceAll(/\s+/g, ' ');
}

export const fields: Story = {
  name: 'fields: a list is added to clients, filled, grouped, carried away by a workbook and found elsewhere',
  async tell({ place }, door) {
    await ready(place);
    await openFields(place);
    await place.ui.getByText('Aucun champ ajouté').waitFor();
    await addList(place, 'Club fidélité', 'Or\nArgent');
    const row = place.ui.getByRole('row', { name: /^Club fidélité/ });
    await row.getByText('aucune fiche').waitFor();

    await createPerson(place, { Prénom: 'Ana', Nom: 'Zyxwv' });
    await choose(place, 'Club fidélité', 'Or');
    await createPerson(place, { Prénom: 'Bob', Nom: 'Zyxwv' });
    await choose(place, 'Club fidélité', 'Argent');
    assert.match(await groupsOf(place, 'Club fidélité'), /Argent 1 .*Or 1|Or 1 .*Argent 1/);
    await place.ui.getByRole('button', { name: 'Fermer les groupes' }).click();

    // The name of a field leads to all its values.
    await openRecord(place, 'ana zyxwv', 'Ana Zyxwv');
    await place.ui.getByRole('link', { name: 'Club fidélité' }).click();
    await place.ui.getByRole('heading', { level: 1, name: 'Vue transversale' }).waitFor();
    await place.ui.getByRole('link', { name: 'Argent', exact: true }).waitFor();

    const { name, bytes } = await carryAway(place);
    const other = await door.arrive();
    try {
      await ready(other.place);
      await goTo(other.place, 'Données');
      await handIn(other.place, name, bytes);
      await agree(other.place, 'Importer ce classeur');
      await openRecord(other.place, 'ana zyxwv', 'Ana Zyxwv');
      await shows(other.place, 'Club fidélité', 'Or').waitFor();
      assert.match(await groupsOf(other.place, 'Club fidélité'), /Argent 1 .*Or 1|Or 1 .*Argent 1/);
    } finally {
      await other.leave();
    }
  },
};

export const fieldsKept: Story = {
  name: 'fieldsKept: a choice renamed follows on the records, a field taken away leaves lists whole and comes back',
  async tell({ place }) {
    await ready(place);
    await goTo(place, 'Clients');
    await place.ui.getByRole('button', { name: /^Colonnes/ }).first().click();
    await place.ui.getByRole('button', { name: 'Ajouter un champ…' }).click();
    await dialog(place).getByRole('button', { name: 'Enregistrer' }).click();
    await dialog(place).getByText('Donnez un nom au champ.').waitFor();
    await describe(place, 'ville', 'Liste de choix', '');
    await dialog(place).getByLabel('Nom du champ').press('Enter');
    await dialog(place).getByText('Ce nom est déjà celui d’un champ de ces fiches.').waitFor();
    await dialog(place).getByText('Écrivez au moins un choix.').waitFor();
    await describe(place, 'Niveau « A » 🎉', 'Liste de choix', 'Or\nArgent');
    await dialog(place).getByLabel('Nom du champ').press('Enter');
    // Back in the list, where the field is a column.
    await place.ui.getByRole('columnheader', { name: 'Niveau « A » 🎉' }).waitFor();
    await createPerson(place, { Prénom: 'Ana', Nom: 'Zyxwv' });
    await choose(place, 'Niveau « A » 🎉', 'Or');

    await openFields(place);
    await place.ui.getByRole('button', { name: /^Modifier le champ/ }).click();
    await dialog(place).getByLabel('Nom du champ').fill('Niveau');
    await dialog(place).getByLabel('Choix 1').fill('Diamant');
    await dialog(place).getByRole('button', { name: 'Retirer « Argent »' }).click();
    await dialog(place).getByRole('button', { name: 'Enregistrer' }).click();
    await message(place, 'Champ modifié : Niveau').waitFor();
    await openRecord(place, 'ana zyxwv', 'Ana Zyxwv');
    await shows(place, 'Niveau', 'Diamant').waitFor();

    await openFields(place);
    await place.ui.getByRole('button', { name: 'Supprimer le champ « Niveau »' }).click();
    await dialog(place).getByText(/1\sfiche disparaît avec lui/).waitFor();
    await dialog(place).getByRole('button', { name: 'Supprimer le champ' }).click();
    await place.ui.getByText('Aucun champ ajouté').waitFor();
    await goTo(place, 'Clients');
    await place.ui.getByRole('grid', { name: 'Liste des clients' }).getByRole('row').nth(1).waitFor();
    assert.equal(await place.ui.getByRole('columnheader', { name: 'Niveau' }).count(), 0);
    await undoButton(place).click();
    await place.ui.getByRole('columnheader', { name: 'Niveau' }).waitFor();
    await openRecord(place, 'ana zyxwv', 'Ana Zyxwv');
    await recordTitle(place, 'Ana Zyxwv').waitFor();
    await shows(place, 'Niveau', 'Diamant').waitFor();
  },
};
