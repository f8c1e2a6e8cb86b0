import assert from 'node:assert/strict';
import { faults } from '../acts/axe.ts';
import { addVehicle, createPerson } from '../acts/record.ts';
import { openPart, ready } from '../acts/shell.ts';
import type { Story } from './story.ts';

export const workshop: Story = {
  name: 'workshop: two visits give a mileage a year, and the way to it is shown',
  async tell({ place }) {
    const { page, ui } = place;
    await ready(place);
    await createPerson(place, { Prénom: 'Gaëlle', Nom: 'Morvan' });
    await openPart(place, 'Après-vente');
    await ui.getByText('Aucun véhicule', { exact: true }).waitFor();
    await addVehicle(place, { Marque: 'Renault', Modèle: 'Clio', 'Date de mise en circulation': '10/01/2024' });
    await openPart(place, 'Factures');
    for (const [day, km] of [['10/01/2025', '12000'], ['10/01/2026', '24000']] as const) {
      await ui.getByRole('button', { name: 'Ajouter une facture' }).click();
      const form = ui.getByRole('dialog', { name: 'Ajouter une facture' });
      await form.getByRole('textbox', { name: 'Date', exact: true }).fill(day);
      await form.getByRole('textbox', { name: 'Kilométrage' }).fill(km);
      await form.getByRole('textbox', { name: 'Montant HT' }).last().fill('250');
      await form.getByRole('button', { name: 'Enregistrer' }).click();
      await form.waitFor({ state: 'hidden' });
    }
    await openPart(place, 'Après-vente');
    await ui.getByText('Prochaine visite attendue').waitFor();
    // Two years, 731 days, for 24 000 km.
    await ui.getByText(/^11\s992\skm par an$/).waitFor();
    await ui.getByRole('button', { name: /^Montre le calcul\s: Kilométrage annuel/ }).focus();
    await page.keyboard.press('Enter');
    const way = ui.getByRole('dialog', { name: /Kilométrage annuel/ });
    await way.getByText(/24\s000\skm ÷ 731\sjours × 365,25/).waitFor();
    assert.deepEqual(await faults(place), []);
    await page.keyboard.press('Escape');
    await way.waitFor({ state: 'hidden' });
    await ui.getByRole('combobox', { name: 'Année' }).selectOption('2025');
    await ui.getByText(/Total de 1\sfacture/).waitFor();
    assert.deepEqual(await faults(place), []);
  },
};
