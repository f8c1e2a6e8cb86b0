import { change, createPerson, shows } from '../acts/record.ts';
import { openRecord, ready, undoButton } from '../acts/shell.ts';
import type { Story } from './story.ts';

export const keep: Story = {
  name: 'keep: the program is closed and opened again, twice, and nothing is lost',
  async tell(visit) {
    await ready(visit.place);
    const name = await createPerson(visit.place, { Prénom: 'Hortense', Nom: 'Quillivéré' });
    await change(visit.place, 'Profession', 'Horlogère');
    await shows(visit.place, 'Profession', 'Horlogère').waitFor();

    await visit.again();
    await ready(visit.place);
    await openRecord(visit.place, 'quillivere', name);
    await shows(visit.place, 'Profession', 'Horlogère').waitFor();
    await undoButton(visit.place).click();
    await shows(visit.place, 'Profession', 'non renseigné').waitFor();

    await visit.again();
    await ready(visit.place);
    await openRecord(visit.place, 'quillivere', name);
    await shows(visit.place, 'Profession', 'non renseigné').waitFor();
  },
};
