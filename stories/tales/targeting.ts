import assert from 'node:assert/strict';
import { goTo, message, ready, undoButton } from '../acts/shell.ts';
import type { Place } from '../doors/door.ts';
import type { Story } from './story.ts';

/** The number found, once it no longer waits. */
async function found(place: Place): Promise<number> {
  const line = place.ui.getByRole('region', { name: 'Résultat' }).locator('[data-waiting="false"] strong');
  await line.waitFor();
  // A count that is being asked again may still show the former one.
  await place.page.waitForTimeout(600);
  return Number.parseInt((await line.innerText()).replaceAll(/\D/g, ''), 10);
}

async function add(place: Place, group: number, name: string): Promise<void> {
  const chooser = place.ui.locator('input[aria-label="Ajouter une condition"]').nth(group);
  await chooser.fill(name);
  const spaced = new RegExp(`^${name.replace(' :', String.raw`\s:`)}$`);
  await place.ui.getByRole('option', { name: spaced }).filter({ visible: true }).first().click();
}

const conditions = (place: Place) => place.ui.getByRole('region', { name: 'Conditions' });

export const targeting: Story = {
  name: 'targeting: one of the trade built again by hand gives the same people, is kept, listed and taken back',
  async tell({ place }) {
    await ready(place);
    await goTo(place, 'Ciblage');
    await place.ui.getByRole('link', { name: 'Acheté chez nous, jamais venu à l’atelier' }).click();
    await conditions(place).waitFor();
    const expected = await found(place);
    assert.ok(expected > 0);
    await conditions(place).getByText(/^Clients /).waitFor();

    await goTo(place, 'Ciblage');
    await place.ui.getByRole('link', { name: 'Nouveau ciblage' }).click();
    await conditions(place).waitFor();
    const everybody = await found(place);
    await add(place, 0, 'Ceux qui ont : Factures');
    await add(place, 0, 'Type');
    const type = conditions(place).getByRole('combobox', { name: 'Comparaison' }).first();
    await type.selectOption({ label: 'est parmi' });
    const values = conditions(place).locator('input[aria-label^="Valeurs"]');
    for (const value of ['Achat VN', 'Achat VO']) {
      await values.fill(value);
      await place.page.keyboard.press('Enter');
    }
    const bought = await found(place);
    assert.ok(expected < bought && bought < everybody, `${expected} < ${bought} < ${everybody}`);
    await add(place, 1, 'Ceux qui n’ont pas : Factures');
    await add(place, 1, 'Type');
    await conditions(place).locator('select[aria-label="Valeur"]').selectOption({ label: 'APV' });
    assert.equal(await found(place), expected);

    await place.ui.getByRole('textbox', { name: 'Nom du ciblage' }).fill('À inviter à l’atelier');
    await place.ui.getByRole('button', { name: 'Enregistrer', exact: true }).click();
    await message(place, /À inviter à l’atelier/).waitFor();
    await place.ui.getByRole('link', { name: 'Voir la liste' }).click();
    await place.ui.getByText('Ciblage : À inviter à l’atelier').waitFor();
    const line = place.ui.getByRole('status').filter({ hasText: 'fiche' }).last();
    await line.filter({ hasText: String(expected) }).waitFor();
    await undoButton(place).click();
    await message(place, /^Annulé/).waitFor();
    await goTo(place, 'Ciblage');
    await place.ui.getByRole('link', { name: 'Clients atelier inactifs depuis 18 mois' }).waitFor();
    await place.ui.getByRole('link', { name: 'À inviter à l’atelier' }).waitFor({ state: 'detached' });
  },
};

export const targetingText: Story = {
  name: 'targetingText: written as text, a slip explained, tried on a client who does not fit',
  async tell({ place }) {
    await ready(place);
    await goTo(place, 'Ciblage');
    await place.ui.getByRole('link', { name: 'Nouveau ciblage' }).click();
    await place.ui.getByRole('button', { name: 'Écrire en texte' }).click();
    const text = place.ui.getByRole('textbox', { name: 'Le ciblage en texte' });
    await text.fill('Véhicules.Énergi : Électrique');
    await place.page.keyboard.press('Control+Enter');
    await place.ui.getByText(/vouliez-vous «.Énergie.»/).waitFor();
    await text.fill('Véhicules.Énergie : Électrique ; Véhicules.Énergie : Diesel');
    await place.page.keyboard.press('Control+Enter');
    await text.waitFor({ state: 'hidden' });
    assert.ok((await found(place)) >= 0);
    const box = place.ui.locator('input[aria-label="Tester un client"]');
    await box.fill('martin');
    await place.ui.locator('[role=option]:visible').first().click();
    await place.ui.getByText(/retenu/).first().waitFor();
  },
};
