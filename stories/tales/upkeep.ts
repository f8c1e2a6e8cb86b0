import assert from 'node:assert/strict';
import { faults } from '../acts/axe.ts';
import { dayAfter, openPart, ready, recordTitle } from '../acts/shell.ts';
import type { Place } from '../doors/door.ts';
import type { Story } from './story.ts';

const NEXT = 'Prochaine visite attendue';
const DUE = 'Contrôle technique au plus tard';

const grid = (place: Place) => place.ui.getByRole('grid', { name: 'Liste des véhicules' });

/** Where a column stands in the grid, the first one being 0. */
async function columnOf(place: Place, label: string): Promise<number> {
  const header = grid(place).getByRole('columnheader', { name: label });
  return Number((await header.getAttribute('aria-colindex')) ?? '0') - 1;
}

const cell = (place: Place, row: number, column: number) => grid(place).locator(`[data-cell="${row}:${column}"]`);

export const upkeep: Story = {
  name: 'upkeep: vehicles by the next visit, sifted by the contrôle technique, the same day on the record',
  async tell({ place }) {
    const { page, ui } = place;
    await ready(place);
    // In a platform, the keyboard is then in the lesson's frame.
    await ui.getByRole('link', { name: 'Aller au contenu' }).focus();
    await page.keyboard.press('Control+k');
    const box = ui.getByRole('combobox', { name: 'Rechercher un client ou une action' });
    await box.fill('liste des véhicules');
    await ui.getByRole('option', { name: 'Aller à la liste des véhicules' }).click();
    await grid(place).waitFor();

    const iso = (text: string) => text.trim().split('/').reverse().join('-');
    const last = await dayAfter(place, 60);
    // By keyboard: a filter on a day, then a column that was hidden.
    await ui.getByRole('button', { name: 'Filtres' }).press('Enter');
    const filters = ui.getByRole('dialog', { name: 'Filtres' });
    await filters.getByRole('combobox', { name: 'Filtrer sur' }).selectOption({ label: DUE });
    await filters.getByRole('textbox', { name: 'Jusqu’à' }).fill(last);
    assert.deepEqual(await faults(place), []);
    await page.keyboard.press('Escape');
    await ui.getByText(`${DUE} : jusqu’à ${last}`).waitFor();

    await grid(place).getByRole('columnheader', { name: NEXT }).click();
    const [next, due] = [await columnOf(place, NEXT), await columnOf(place, DUE)];
    await cell(place, 0, next).waitFor();
    const read = async (column: number) => {
      const found: string[] = [];
      for (let row = 0; row < 5; row += 1) found.push(iso(await cell(place, row, column).innerText()));
      return found;
    };
    // The rows come a moment after the press.
    for (let turn = 0; turn < 50; turn += 1) {
      const days = await read(next);
      if (days.join() === days.toSorted().join()) break;
      await page.waitForTimeout(100);
    }
    const days = await read(next);
    assert.deepEqual(days, days.toSorted());
    for (const day of await read(due)) assert.ok(day <= iso(last), day);

    const expected = (await cell(place, 0, next).innerText()).trim();
    const customer = (await cell(place, 0, 1).innerText()).trim();
    await ui.getByRole('button', { name: /^Colonnes/ }).first().click();
    await ui.getByRole('textbox', { name: 'Chercher une colonne' }).fill('fidelite');
    await ui.getByRole('checkbox', { name: 'Afficher Fidélité à l’atelier' }).press('Space');
    assert.deepEqual(await faults(place), []);
    await page.keyboard.press('Escape');
    await grid(place).getByRole('columnheader', { name: 'Fidélité à l’atelier' }).waitFor();

    await cell(place, 0, 1).focus();
    await page.keyboard.press('Enter');
    await recordTitle(place, customer).waitFor();
    await openPart(place, 'Après-vente');
    await ui.getByText(NEXT).waitFor();
    await ui.getByText(expected).first().waitFor();
  },
};
