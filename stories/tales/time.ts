import { goTo, message, ready, undoButton } from '../acts/shell.ts';
import type { Story } from './story.ts';

export const time: Story = {
  name: 'time: a week passes, brings what it holds, and is taken back',
  async tell({ place }) {
    const { ui } = place;
    await ready(place);
    await goTo(place, 'Données');
    const panel = ui.getByRole('region', { name: 'Jour d’utilisation' });
    const today = panel.locator('p').first();
    const before = await today.innerText();
    await panel.getByRole('button', { name: 'La semaine prochaine' }).click();
    await message(place, 'Une semaine a passé').waitFor();
    await panel.getByRole('status').getByText(/événements? (est|sont) arrivés?/).waitFor();
    await panel.getByText('En avance sur le calendrier').waitFor();
    if ((await today.innerText()) === before) throw new Error(`the day is still ${before}`);
    await undoButton(place).click();
    await panel.getByText(before, { exact: true }).waitFor();
    await panel.getByText('En avance sur le calendrier').waitFor({ state: 'detached' });
  },
};
