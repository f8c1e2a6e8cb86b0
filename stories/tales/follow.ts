import assert from 'node:assert/strict';
import { faults } from '../acts/axe.ts';
import { change, createPerson, shows } from '../acts/record.ts';
import { openPart, ready, recordTitle, undoButton } from '../acts/shell.ts';
import type { Story } from './story.ts';

export const follow: Story = {
  name: 'follow: a call is logged in two keys, its follow-up is done, and one undo brings it back',
  async tell({ place }) {
    const { page, ui } = place;
    await ready(place);
    const name = await createPerson(place, { Prénom: 'Nolwenn', Nom: 'Kervadec' });
    await openPart(place, 'Suivi');
    await ui.getByText('Aucune activité').waitFor();
    await ui.getByRole('tab', { name: 'Suivi' }).focus();
    await page.keyboard.press('Alt+s');
    await ui.getByRole('menuitem', { name: 'Appel' }).waitFor();
    await page.keyboard.press('a');
    const form = ui.getByRole('dialog', { name: /^Appel\s: Nolwenn Kervadec/ });
    await form.waitFor();
    await page.keyboard.type('Demande de reprise');
    await form.getByRole('group', { name: 'Prochaine relance' }).getByRole('button', { name: 'Demain' }).click();
    await page.keyboard.press('Control+Enter');
    await form.waitFor({ state: 'hidden' });
    const ahead = ui.getByRole('heading', { level: 2, name: 'À faire et à venir' });
    await ahead.waitFor();
    assert.deepEqual(await faults(place), []);

    await ui.getByRole('button', { name: /^Faire la relance du/ }).click();
    await form.waitFor();
    assert.equal(await form.getByLabel('Objet').inputValue(), 'Demande de reprise');
    await form.getByRole('combobox', { name: 'Résultat' }).fill('Joint');
    await page.keyboard.press('Control+Enter');
    await form.waitFor({ state: 'hidden' });
    await ahead.waitFor({ state: 'hidden' });
    await undoButton(place).click();
    await ahead.waitFor();
    await recordTitle(place, name).waitFor();
  },
};

export const past: Story = {
  name: 'past: the name of a field tells what it held, brings it back and leads to all its values',
  async tell({ place }) {
    const { ui } = place;
    await ready(place);
    await createPerson(place, { Prénom: 'Ewen', Nom: 'Le Garrec', Profession: 'Menuisier' });
    await change(place, 'Profession', 'Menuisir');
    await shows(place, 'Profession', 'Menuisir').waitFor();
    const story = ui.getByRole('button', { name: /^Profession\s: historique/ });
    await shows(place, 'Profession', 'Menuisir').press('Shift+F10');
    await ui.getByRole('dialog').getByText(/Menuisier → Menuisir/).waitFor();
    assert.deepEqual(await faults(place), []);
    await ui.getByRole('button', { name: /^Remettre Profession\s: Menuisier/ }).click();
    await shows(place, 'Profession', 'Menuisier').waitFor();
    await story.click();
    await ui.getByRole('link', { name: 'Toutes les valeurs de ce champ' }).click();
    await ui.getByRole('heading', { level: 1, name: 'Vue transversale' }).waitFor();
    await ui.getByText('Menuisier', { exact: true }).first().waitFor();
  },
};
