import assert from 'node:assert/strict';
import type { Locator } from 'playwright-core';
import { change, createPerson, input, openCreation } from '../acts/record.ts';
import { openPart, ready } from '../acts/shell.ts';
import type { Place } from '../doors/door.ts';
import type { Story } from './story.ts';

/** Types a wrong value, leaves the field, and reads the sentence at the field; the value typed is still there. */
async function refused(place: Place, field: Locator, text: string, sentence: string): Promise<void> {
  await field.fill(text);
  await field.press('Tab');
  await place.ui.getByText(sentence).first().waitFor({ timeout: 5_000 }).catch(() => {
    throw new Error(`« ${text} »: no sentence « ${sentence} »`);
  });
  assert.equal(await field.inputValue(), text, 'the value typed is kept');
  assert.equal(await field.getAttribute('aria-invalid'), 'true');
}

export const refuse: Story = {
  name: 'refuse: a sentence at the field for each wrong value, and the value stays',
  async tell({ place }) {
    await ready(place);
    await openCreation(place, 'Nouveau particulier');
    await refused(place, input(place, 'Date de naissance'), '31/02/1980', 'Date non valable : écrivez-la ainsi');
    await refused(place, input(place, 'Portable'), '06 12', 'Numéro non valable : dix chiffres');
    await refused(place, input(place, 'Code postal'), '3500', 'Code postal non valable : cinq chiffres');
    await refused(place, input(place, 'Mail'), 'hortense@', 'Adresse mail non valable');
    await place.ui.getByRole('button', { name: 'Créer la fiche' }).click();
    await place.ui.getByText('À remplir.').first().waitFor();
    assert.equal(await input(place, 'Date de naissance').inputValue(), '31/02/1980');

    await openCreation(place, 'Nouvelle société');
    await refused(place, input(place, 'SIRET'), '123 456 789 00012', 'SIRET non valable : quatorze chiffres');

    await createPerson(place, { Prénom: 'Hortense', Nom: 'Quillivéré' });
    await change(place, 'Mail', 'hortense@');
    await place.ui.getByText('Adresse mail non valable').waitFor();
    assert.equal(await input(place, 'Mail').inputValue(), 'hortense@');
    await input(place, 'Mail').press('Escape');

    await openPart(place, 'Véhicules');
    await place.ui.getByRole('button', { name: 'Ajouter un véhicule' }).click();
    const form = place.ui.getByRole('dialog', { name: 'Ajouter un véhicule' });
    await refused(place, input(place, 'Immatriculation', form), 'AB-12', 'Immatriculation non valable');
  },
};
