import assert from 'node:assert/strict';
import { createPerson } from '../acts/record.ts';
import { goTo, message, openRecord, ready, recordTitle, undoButton } from '../acts/shell.ts';
import type { Place } from '../doors/door.ts';
import type { Story } from './story.ts';

const heading = (place: Place, name: string) => place.ui.getByRole('heading', { level: 1, name, exact: true });
const grid = (place: Place, name: string) => place.ui.getByRole('grid', { name });

/** The first number of the line under the list. */
async function rows(place: Place): Promise<number> {
  const line = place.ui.getByRole('status').filter({ hasText: /facture|fiche|véhicule/ }).last();
  return Number.parseInt((await line.innerText()).replaceAll(/[\s\u00a0\u202f](?=\d)/g, ''), 10);
}

export const lists: Story = {
  name: 'lists: invoices grouped by type, narrowed by a group, opened on their customer',
  async tell({ place }) {
    await ready(place);
    await goTo(place, 'Factures');
    await heading(place, 'Factures').waitFor();
    await grid(place, 'Liste des factures').waitFor();
    const all = await rows(place);
    await place.ui.getByRole('button', { name: 'Grouper' }).click();
    const group = place.ui.getByRole('complementary', { name: 'Grouper' }).getByRole('button', { name: /^APV/ });
    const count = Number.parseInt((await group.locator('span').last().innerText()).replaceAll(/\D/g, ''), 10);
    await group.click();
    await place.ui.getByText('Type : APV').waitFor();
    assert.ok(count > 0 && count < all, `${count} of ${all}`);
    for (let tries = 0; tries < 50 && (await rows(place)) !== count; tries += 1) await place.page.waitForTimeout(100);
    assert.equal(await rows(place), count);

    const cell = grid(place, 'Liste des factures').locator('[data-cell="0:4"]');
    const name = (await cell.innerText()).trim();
    await cell.focus();
    await cell.dispatchEvent('contextmenu');
    await place.ui.getByRole('menuitem', { name: 'Ouvrir la fiche' }).click();
    await recordTitle(place, name).waitFor();
  },
};

export const inNumber: Story = {
  name: 'inNumber: odd spellings made one, all clients edited at once and taken back',
  async tell({ place }) {
    await ready(place);
    for (const [first, town] of [
      ['Ana', 'Quimperlé'],
      ['Bob', 'QUIMPERLE'],
      ['Cyd', 'Quimpérlé'],
    ] as const)
      await createPerson(place, { Prénom: first, Nom: 'Zyxwv', Ville: town });
    await goTo(place, 'Vue transversale');
    await place.ui.getByRole('button', { name: /^Tout écrire « Quimperlé »/ }).click();
    const dialog = place.ui.getByRole('dialog');
    await dialog.getByRole('button', { name: 'Voir ce qui changera' }).click();
    await dialog.getByRole('button', { name: /^Modifier 2 fiches/ }).click();
    await message(place, /2\sfiches.*modification faite/).waitFor();
    await place.ui.getByText(/Aucune écriture douteuse/).waitFor();
    await openRecord(place, 'cyd zyxwv', 'Cyd Zyxwv');
    await place.ui.getByText('Quimperlé').first().waitFor();

    await goTo(place, 'Clients');
    await grid(place, 'Liste des clients').waitFor();
    await place.ui.getByRole('columnheader', { name: 'Sélection' }).click();
    await place.ui.getByRole('button', { name: 'Modifier la sélection' }).click();
    await dialog.getByLabel('Champ à modifier').selectOption({ label: 'Responsable' });
    await dialog.getByLabel('Nouvelle valeur').fill('Zoé Essai');
    await dialog.getByRole('button', { name: 'Voir ce qui changera' }).click();
    await dialog.getByRole('button', { name: /^Modifier .*fiches/ }).click();
    await message(place, /modification faite/).last().waitFor();
    await undoButton(place).click();
    await message(place, /^Annulé/).waitFor();
  },
};
