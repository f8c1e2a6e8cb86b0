import assert from 'node:assert/strict';
import { faults } from '../acts/axe.ts';
import { goTo, message, ready, undoButton } from '../acts/shell.ts';
import type { Place } from '../doors/door.ts';
import { twoDoors, type Story } from './story.ts';

const NAME = 'Rennais « de cœur » 🚗';
const tile = ({ ui }: Place) => ui.getByRole('region', { name: NAME, exact: true });

async function choose(place: Place, item: RegExp): Promise<void> {
  await tile(place).getByRole('button', { name: /^Actions sur la tuile/ }).click();
  await place.ui.getByRole('menuitem', { name: item }).click();
}

/** How many rows the list says that it shows. */
async function listed({ ui }: Place, word: string): Promise<number> {
  const line = ui.getByRole('status').filter({ hasText: new RegExp(`^\\d[\\d\\s]*\\s${word}`) }).first();
  await line.waitFor();
  return Number.parseInt((await line.innerText()).split(word)[0]?.replace(/\D/g, '') ?? '', 10);
}

export const tileTargets: Story = {
  name: 'tileTargets: a filtered list becomes a targeting, a tile counts it, and says so when it is gone',
  only: twoDoors,
  async tell({ place }) {
    const { ui, page } = place;
    await ready(place);
    await goTo(place, 'Vue transversale');
    await ui.getByRole('link', { name: 'Rennes', exact: true }).click();
    await ui.getByText('Ville : Rennes').waitFor();
    const people = await listed(place, 'fiche');
    await ui.getByRole('button', { name: 'En faire un ciblage' }).click();
    await ui.getByText(/^Clients dont «\sVille\s» est écrit exactement Rennes/).waitFor();
    const counted = ui.getByRole('region', { name: 'Résultat' }).locator('[data-waiting="false"] strong');
    await counted.filter({ hasText: String(people) }).waitFor();

    await ui.getByRole('textbox', { name: 'Nom du ciblage' }).fill(NAME);
    await ui.getByRole('button', { name: 'Enregistrer', exact: true }).click();
    await message(place, /enregistré/).waitFor();
    await ui.getByRole('link', { name: 'Voir dans un tableau de bord' }).click();

    // By keyboard: the invoices of those people, by kind.
    const among = ui.getByLabel('Parmi');
    await among.waitFor();
    assert.equal(await among.evaluate((select) => (select as HTMLSelectElement).selectedOptions[0]?.label), NAME);
    await ui.getByLabel('Dans', { exact: true }).selectOption({ label: 'Factures' });
    await ui.getByLabel('La période porte sur').selectOption({ index: 0 });
    await ui.getByLabel('Par', { exact: true }).selectOption('kind');
    await ui.getByText('Les fiches comptées sont celles du ciblage, ou leur sont liées.').waitFor();
    await ui.getByRole('region', { name: 'Aperçu' }).locator('[role="img"]').waitFor();
    assert.deepEqual(await faults(place), []);
    await ui.getByRole('button', { name: 'Ajouter au tableau' }).focus();
    await page.keyboard.press('Enter');
    await tile(place).locator('[role="img"]').last().waitFor();

    await choose(place, /^Montrer le calcul/);
    await ui.getByText(`Clients du ciblage « ${NAME} ».`).waitFor();
    const behind = ui.getByRole('dialog').getByRole('link');
    const promised = Number.parseInt((await behind.innerText()).replace(/\D/g, ''), 10);
    assert.ok(promised > 0);
    await behind.click();
    await ui.getByText('Ciblage : Ciblage de cette tuile').waitFor();
    assert.equal(await listed(place, 'facture'), promised);

    await goTo(place, 'Ciblage');
    await ui.getByRole('button', { name: `Actions sur « ${NAME} »` }).click();
    await ui.getByRole('menuitem', { name: 'Supprimer' }).click();
    await goTo(place, 'Tableaux de bord');
    await tile(place).getByText(/^Le ciblage de cette tuile ne s’applique plus/).waitFor();
    assert.equal(await tile(place).getByRole('link').count(), 0);
    await choose(place, /^Modifier/);
    await among.selectOption({ label: 'Toutes les fiches' });
    await ui.getByRole('region', { name: 'Aperçu' }).locator('[role="img"]').waitFor();
    await page.keyboard.press('Escape');
    // The targeting comes back, and the tile with it.
    await undoButton(place).click();
    await message(place, /^Annulé/).waitFor();
    await tile(place).locator('[role="img"]').last().waitFor();
  },
};
