import assert from 'node:assert/strict';
import { faults } from '../acts/axe.ts';
import { createPerson } from '../acts/record.ts';
import { openPart, ready, undoButton } from '../acts/shell.ts';
import type { Story } from './story.ts';

export const consents: Story = {
  name: 'consents: no mail without an agreement; it is written down with its proof, and taken back',
  async tell({ place }) {
    const { page, ui } = place;
    await ready(place);
    await createPerson(place, { Prénom: 'Soizic', Nom: 'Le Dantec', Mail: 'soizic@exemple.example' });
    await openPart(place, 'Consentements');
    const mail = ui.getByRole('region', { name: 'Mail', exact: true });
    await mail.getByText('Aucun accord enregistré.').waitFor();
    await ui.getByRole('region', { name: 'SMS', exact: true }).getByText('Aucun portable.').waitFor();
    assert.deepEqual(await faults(place), []);
    await mail.getByRole('button', { name: /enregistrer un accord/ }).focus();
    await page.keyboard.press('Enter');
    await ui.getByRole('menuitem', { name: 'Formulaire papier signé' }).press('Enter');
    await mail.getByText(/^Accord donné le \d\d\/\d\d\/\d{4}\.$/).waitFor();
    await mail.getByRole('button', { name: /enregistrer un retrait/ }).click();
    await mail.getByText(/^Accord retiré le/).waitFor();
    await undoButton(place).click();
    await mail.getByText(/^Accord donné le/).waitFor();
    await undoButton(place).click();
    await mail.getByText('Aucun accord enregistré.').waitFor();
    // By letter, information is enough; the strict rules ask for an agreement.
    const letter = ui.getByRole('region', { name: 'Courrier', exact: true });
    await letter.getByText('L’adresse n’est pas renseignée.').waitFor();
  },
};
