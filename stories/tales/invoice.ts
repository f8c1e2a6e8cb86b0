import { addInvoice, createPerson } from '../acts/record.ts';
import { message, ready, undoButton } from '../acts/shell.ts';
import type { Story } from './story.ts';

export const invoice: Story = {
  name: 'invoice: the prospect becomes a client, and is a prospect again once it is undone',
  async tell({ place }) {
    await ready(place);
    const name = await createPerson(place, { Prénom: 'Hortense', Nom: 'Quillivéré' });
    const badge = place.ui.getByRole('main').getByRole('banner').or(place.ui.locator('main header')).first();
    await badge.getByText('Prospect', { exact: true }).waitFor();
    await addInvoice(place, 'Forfait révision', '250');
    await message(place, `${name} est maintenant client`).waitFor();
    await badge.getByText('Client', { exact: true }).waitFor();
    await place.ui.getByText(/300,00/).first().waitFor();
    await undoButton(place).click();
    await badge.getByText('Prospect', { exact: true }).waitFor();
  },
};
