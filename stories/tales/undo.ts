import { change, createPerson, shows } from '../acts/record.ts';
import { goTo, message, openRecord, ready, redoButton, undoButton } from '../acts/shell.ts';
import type { Story } from './story.ts';

export const undo: Story = {
  name: 'undo: from the message, from the bar, from the list of what was done',
  async tell({ place }) {
    await ready(place);
    const name = await createPerson(place, { Prénom: 'Hortense', Nom: 'Quillivéré' });
    await change(place, 'Profession', 'Horlogère');
    await shows(place, 'Profession', 'Horlogère').waitFor();

    const toast = place.ui.getByRole('region', { name: 'Messages' });
    await toast.getByRole('button', { name: 'Annuler' }).last().click();
    await message(place, /^Annulé/).waitFor();
    await shows(place, 'Profession', 'non renseigné').waitFor();
    await redoButton(place).click();
    await shows(place, 'Profession', 'Horlogère').waitFor();
    await undoButton(place).click();
    await shows(place, 'Profession', 'non renseigné').waitFor();

    await goTo(place, 'Données');
    const done = place.ui.getByRole('region', { name: 'Ce qui a été fait' });
    await done.getByRole('button', { name: /^Annuler jusqu’ici : création/ }).click();
    await done.getByRole('button', { name: /^Rétablir jusqu’ici : modification/ }).click();
    await openRecord(place, 'quillivere', name);
    await shows(place, 'Profession', 'Horlogère').waitFor();
  },
};
