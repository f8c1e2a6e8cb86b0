import assert from 'node:assert/strict';
import { createPerson, input, openCreation, shows, type } from '../acts/record.ts';
import { message, ready, recordTitle } from '../acts/shell.ts';
import type { Story } from './story.ts';

export const create: Story = {
  name: 'create: look-alikes while typing, the town from the postcode',
  async tell({ place }) {
    await ready(place);
    const first = await createPerson(place, { Prénom: 'Hortense', Nom: 'Quillivéré', Portable: '06 39 98 12 34' });
    await message(place, 'Fiche créée').first().waitFor();

    await openCreation(place, 'Nouveau particulier');
    await type(place, { Nom: 'Quilivere' });
    const aside = place.ui.getByRole('complementary', { name: 'Fiches ressemblantes' });
    const candidate = aside.getByRole('listitem').filter({ hasText: first });
    await candidate.waitFor();
    await type(place, { Portable: '0639981234' });
    await candidate.getByText('même portable').waitFor();
    await candidate.getByRole('link', { name: `Ouvrir cette fiche : ${first}` }).waitFor();

    await type(place, { Prénom: 'Achille', 'Code postal': '35400' });
    await place.page.waitForTimeout(600);
    assert.equal(await input(place, 'Ville').inputValue(), 'Saint-Malo');
    await place.ui.getByRole('button', { name: 'Créer la fiche' }).click();
    await recordTitle(place, 'Achille Quilivere').waitFor();
    await shows(place, 'Ville', 'Saint-Malo').waitFor();
  },
};
