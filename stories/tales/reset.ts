import assert from 'node:assert/strict';
import { createPerson } from '../acts/record.ts';
import { goTo, openRecord, ready, search, undoButton } from '../acts/shell.ts';
import type { Story } from './story.ts';

export const reset: Story = {
  name: 'reset: everything back to the start, and even that can be undone',
  async tell({ place }) {
    await ready(place);
    const name = await createPerson(place, { Prénom: 'Hortense', Nom: 'Quillivéré' });
    await goTo(place, 'Données');
    await place.ui.getByRole('button', { name: 'Remettre à zéro' }).click();
    const question = place.ui.getByRole('dialog', { name: 'Remettre les données à zéro ?' });
    await question.getByText('1 modification sera retirée').waitFor();
    await question.getByRole('checkbox').uncheck();
    await question.getByRole('button', { name: 'Tout remettre à zéro' }).click();
    await question.waitFor({ state: 'hidden' });

    await search(place, 'quillivere');
    await place.ui.getByText('Aucun client ne correspond à').waitFor();
    assert.equal(await (await search(place, 'quillivere')).filter({ hasText: name }).count(), 0);
    await place.page.keyboard.press('Escape');

    await undoButton(place).click();
    await openRecord(place, 'quillivere', name);
  },
};
