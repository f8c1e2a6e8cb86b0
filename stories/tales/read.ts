import assert from 'node:assert/strict';
import { goTo, openPart, ready } from '../acts/shell.ts';
import type { Story } from './story.ts';

export const read: Story = {
  name: 'read: the dealership is there, and one of its records opens',
  async tell({ place }) {
    await ready(place);
    await goTo(place, 'Données');
    const facts = await place.ui.getByRole('region', { name: 'Ce que contient la base' }).innerText();
    const count = (label: string) => Number(new RegExp(`${label}\\s+([\\d\\s]+)\\n`).exec(facts)?.[1]?.replace(/\s/g, ''));
    const people = count('Clients') + count('Prospects');
    assert.ok(people >= 500, `${people} clients and prospects`);

    await goTo(place, 'Clients');
    const grid = place.ui.getByRole('grid', { name: 'Liste des clients' });
    const first = grid.getByRole('row').nth(1).getByRole('link');
    // The list sorts by last name; the record bears the first name first.
    const names = (await first.innerText()).split(' ');
    await first.click();
    const title = place.ui.getByRole('heading', { level: 1 }).filter({ hasText: names.at(-1) ?? '' });
    await title.filter({ hasText: names[0] ?? '' }).waitFor();
    for (const part of ['Véhicules', 'Factures', 'Après-vente', 'Suivi', 'Notes', 'Consentements', 'Historique', 'Fiche']) {
      await openPart(place, part);
      await place.ui.getByRole('tabpanel', { name: part }).waitFor();
    }
  },
};
