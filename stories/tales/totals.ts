import assert from 'node:assert/strict';
import { goTo, holds, ready } from '../acts/shell.ts';
import type { Place } from '../doors/door.ts';
import type { Story } from './story.ts';

const digits = (text: string) => Number.parseInt(text.replaceAll(/[^\d]/g, ''), 10);

/** « somme 1 234,56 € » in cents. */
async function sum(place: Place, region: string, label: string): Promise<number> {
  const settled = place.ui.getByRole('region', { name: region }).and(place.ui.locator('[aria-busy="false"]'));
  const line = settled.locator('div').filter({ hasText: label }).last();
  return digits((await line.getByText(/^somme/).innerText()).replace('somme', ''));
}

export const totals: Story = {
  name: 'totals: groups in groups, what they come to, the totals of the list and of a selection, on paper',
  async tell({ place }) {
    await ready(place);
    await goTo(place, 'Factures');
    await place.ui.getByRole('grid', { name: 'Liste des factures' }).waitFor();
    const whole = await sum(place, 'Totaux de la liste', 'Montant TTC');

    await place.ui.getByRole('button', { name: 'Grouper' }).click();
    const groups = place.ui.getByRole('complementary', { name: 'Grouper' });
    await groups.getByLabel('Puis par').selectOption({ label: 'Concession' });
    await groups.getByLabel('Additionner').selectOption({ label: 'Somme : Montant TTC' });
    const open = groups.getByRole('button', { name: 'Détail de « APV »' });
    await open.focus();
    await place.page.keyboard.press('Enter');
    const service = groups.getByRole('listitem').filter({ has: place.ui.getByRole('button', { name: 'Détail de « APV »' }) });
    const inside = service.getByRole('listitem');
    await inside.first().waitFor();
    const parts = await Promise.all((await inside.all()).map(async (part) => digits(await part.locator('span').nth(1).innerText())));
    const all = digits(await service.locator('span').nth(1).innerText());
    assert.ok(parts.length > 1 && all < whole, `${parts.length} sites, ${all} of ${whole}`);
    assert.equal(parts.reduce((one, other) => one + other, 0), all);

    // One site of one type: the totals under the list are those of the group.
    await inside.first().getByRole('button').click();
    await place.ui.getByText('Type : APV').waitFor();
    await place.ui.getByText(/^Concession\s:\s/).waitFor();
    await holds(() => sum(place, 'Totaux de la liste', 'Montant TTC'), (list) => list === parts[0]);

    const grid = place.ui.getByRole('grid', { name: 'Liste des factures' });
    await grid.locator('[data-cell="0:1"]').focus();
    await place.page.keyboard.press('Space');
    const first = await sum(place, 'Totaux de la sélection', 'Montant TTC');
    await place.page.keyboard.press('ArrowDown');
    await place.page.keyboard.press('Space');
    const two = await holds(() => sum(place, 'Totaux de la sélection', 'Montant TTC'), (both) => both > first);
    assert.ok(first > 0 && two < (parts[0] ?? 0), `${first}, ${two} of ${parts[0]}`);

    await place.ui.getByRole('button', { name: 'Imprimer' }).click();
    await place.ui.getByText(/Sélection de 2\sfactures/).waitFor();
    const lines = place.ui.getByRole('region', { name: 'Lignes à imprimer' }).getByRole('row');
    assert.equal(await lines.count(), 3, 'the titles and the two rows chosen');
    await place.ui.getByText('Type : APV').waitFor();
    assert.equal(await sum(place, 'Totaux de la sélection', 'Montant TTC'), two);
    await place.page.keyboard.press('Escape');
    await grid.waitFor();
  },
};
