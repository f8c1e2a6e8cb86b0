import { createPerson } from '../acts/record.ts';
import { openRecord, ready } from '../acts/shell.ts';
import type { Story } from './story.ts';

export const tabs: Story = {
  name: 'tabs: a second tab is told, and may take over with all the work in it',
  only: (door) => door.inBrowser,
  async tell(visit) {
    const first = visit.place;
    await ready(first);
    const name = await createPerson(first, { Prénom: 'Hortense', Nom: 'Quillivéré' });
    const second = await visit.secondTab();
    await second.ui.getByText('Le simulateur est déjà ouvert dans un autre onglet.').waitFor();
    await second.ui.getByRole('button', { name: 'Continuer ici' }).click();
    await ready(second);
    await openRecord(second, 'quillivere', name);
    await first.ui.getByText('Le simulateur vient d’être repris dans un autre onglet.').waitFor();
  },
};
