import { faults } from '../acts/axe.ts';
import { ready } from '../acts/shell.ts';
import type { Story } from './story.ts';

export const quit: Story = {
  name: 'quit: the program is ended from its page, and everything is found again',
  only: (door) => !door.inBrowser,
  async tell(visit) {
    const { ui } = visit.place;
    await ready(visit.place);
    await ui.getByRole('button', { name: 'Fermer l’accueil' }).click();
    await ui.getByRole('button', { name: 'Quitter le simulateur' }).press('Enter');
    const dialog = ui.getByRole('dialog', { name: /^Quitter le simulateur/ });
    await dialog.waitFor();
    const wrong = await faults(visit.place);
    if (wrong.length > 0) throw new Error(wrong.join('\n'));
    // What is preferred is written a moment after it is chosen.
    await ui.waitForTimeout(600);
    await dialog.getByRole('button', { name: 'Quitter le simulateur' }).press('Enter');
    await ui.getByRole('heading', { name: 'Le simulateur est fermé' }).waitFor();
    await visit.again();
    await ready(visit.place);
    if ((await visit.place.ui.getByRole('button', { name: 'Fermer l’accueil' }).count()) > 0) {
      throw new Error('the welcome that was closed came back');
    }
  },
};
