import { shows } from '../acts/record.ts';
import { ready, recordTitle } from '../acts/shell.ts';
import type { Story } from './story.ts';

export const keyboard: Story = {
  name: 'keyboard: a person is created, corrected and undone without the mouse',
  async tell({ place }) {
    const { page, ui } = place;
    await ready(place);
    // The first stop of the Tab key; in a platform, the keyboard is then in the lesson's frame.
    await ui.getByRole('link', { name: 'Aller au contenu' }).focus();
    await page.keyboard.press('Alt+n');
    await ui.getByRole('heading', { name: 'Nouveau particulier' }).waitFor();
    const keys = page.keyboard;
    // The form opens on its first field: civility, first name, name.
    await keys.press('Tab');
    await keys.type('Hortense');
    await keys.press('Tab');
    await keys.type('Quillivéré');
    await keys.press('Control+Enter');
    await recordTitle(place, 'Hortense Quillivéré').waitFor();

    await ui.getByRole('button', { name: /^Modifier Mail :/ }).focus();
    await keys.press('F2');
    await keys.type('hortense@exemple.fr');
    await keys.press('Enter');
    await shows(place, 'Mail', 'hortense@exemple.fr').waitFor();
    await keys.press('Control+z');
    await shows(place, 'Mail', 'non renseigné').waitFor();

    await keys.press('Control+k');
    const box = ui.getByRole('combobox', { name: 'Rechercher un client ou une action' });
    await box.waitFor();
    await keys.type('donnees');
    await ui.getByRole('option', { name: 'Aller aux données' }).waitFor();
    await keys.press('Escape');
    await box.waitFor({ state: 'hidden' });
    await keys.press('Control+k');
    await box.waitFor();
    await keys.type('quillivere');
    await ui.getByRole('option', { name: /Hortense Quillivéré/ }).first().waitFor();
    await keys.press('Enter');
    await recordTitle(place, 'Hortense Quillivéré').waitFor();
  },
};
