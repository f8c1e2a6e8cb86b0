import { addVehicle, createPerson } from '../acts/record.ts';
import { openRecord, ready, search } from '../acts/shell.ts';
import type { Story } from './story.ts';

export const find: Story = {
  name: 'find: by a name with a typo, a phone in any form, a plate',
  async tell({ place }) {
    await ready(place);
    const name = await createPerson(place, { Prénom: 'Hortense', Nom: 'Quillivéré', Portable: '06 39 98 12 34' });
    await addVehicle(place, { Marque: 'Renault', Modèle: 'Clio', Immatriculation: 'QA-123-QB' });

    for (const text of ['quilliveré', 'hortense quilivere', 'QUILLIVERE Hor', '06.39.98.12.34', '+33639981234', 'qa 123 qb']) {
      const found = (await search(place, text)).filter({ hasText: name });
      await found.first().waitFor({ timeout: 5_000 }).catch(() => {
        throw new Error(`« ${text} » does not find ${name}`);
      });
    }
    await openRecord(place, 'quilivere', name);
  },
};
