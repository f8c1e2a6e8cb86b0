import { change, createPerson, shows } from '../acts/record.ts';
import { openPart, openRecord, ready } from '../acts/shell.ts';
import type { Story } from './story.ts';

export const edit: Story = {
  name: 'edit: a value is changed where it stands, and its history keeps both',
  async tell({ place }) {
    await ready(place);
    const name = await createPerson(place, { Prénom: 'Hortense', Nom: 'Quillivéré', Mail: 'hortense@exemple.fr' });
    await change(place, 'Mail', 'h.quillivere@exemple.fr');
    await shows(place, 'Mail', 'h.quillivere@exemple.fr').waitFor();
    await change(place, 'Date de naissance', '3/5/1984');
    await shows(place, 'Date de naissance', '03/05/1984').waitFor();

    await openPart(place, 'Historique');
    const history = place.ui.getByRole('tabpanel', { name: 'Historique' });
    await history.getByText('hortense@exemple.fr').first().waitFor();
    await history.getByText('h.quillivere@exemple.fr').first().waitFor();

    await openRecord(place, 'h.quillivere@exemple.fr', name);
  },
};
