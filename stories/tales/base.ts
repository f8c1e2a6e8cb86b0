import assert from 'node:assert/strict';
import { createPerson } from '../acts/record.ts';
import { goTo, message, openRecord, ready, search, undoButton } from '../acts/shell.ts';
import { agree, downloaded, handIn } from '../acts/workbook.ts';
import type { Story } from './story.ts';

export const base: Story = {
  name: 'base: a trainer’s base is installed, a reset returns to it, the product’s comes back',
  async tell({ place }) {
    const { ui } = place;
    await ready(place);
    const name = await createPerson(place, { Prénom: 'Hortense', Nom: 'Quillivéré' });
    await goTo(place, 'Données');
    await ui.getByText('Pour le formateur').click();
    const made = await downloaded(place, () => ui.getByRole('button', { name: 'Exporter comme base école' }).click());
    await ui.getByRole('button', { name: 'Remettre à zéro' }).click();
    const question = ui.getByRole('dialog', { name: 'Remettre les données à zéro ?' });
    await question.getByRole('checkbox').uncheck();
    await question.getByRole('button', { name: 'Tout remettre à zéro' }).click();
    await question.waitFor({ state: 'hidden' });

    await handIn(place, made.name, made.bytes);
    await ui.getByText('sera celle à laquelle la remise à zéro revient').waitFor();
    await agree(place, 'Installer cette base école');
    const holds = ui.getByRole('region', { name: 'Ce que contient la base' });
    await holds.getByText('Base du formateur').waitFor();
    await openRecord(place, 'quillivere', name);

    await createPerson(place, { Prénom: 'Anselme', Nom: 'Kerdoncuff' });
    await goTo(place, 'Données');
    await ui.getByRole('button', { name: 'Remettre à zéro' }).click();
    await question.getByRole('checkbox').uncheck();
    await question.getByRole('button', { name: 'Tout remettre à zéro' }).click();
    await question.waitFor({ state: 'hidden' });
    assert.equal(await (await search(place, 'kerdoncuff')).filter({ hasText: 'Anselme' }).count(), 0);
    await place.page.keyboard.press('Escape');
    await openRecord(place, 'quillivere', name);

    await goTo(place, 'Données');
    await ui.getByText('Pour le formateur').click();
    await ui.getByRole('button', { name: 'Revenir à la base du produit' }).click();
    const sure = ui.getByRole('dialog', { name: 'Revenir à la base du produit ?' });
    await sure.getByRole('button', { name: 'Revenir à la base du produit' }).click();
    await message(place, 'Base du produit remise en place').waitFor();
    await holds.getByText('Base du produit').waitFor();
    assert.equal(await (await search(place, 'quillivere')).filter({ hasText: name }).count(), 0);
    await place.page.keyboard.press('Escape');
    await undoButton(place).click();
    await holds.getByText('Base du formateur').waitFor();
  },
};
