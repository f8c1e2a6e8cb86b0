import assert from 'node:assert/strict';
import { addVehicle, createPerson, shows } from '../acts/record.ts';
import { goTo, message, openPart, openRecord, ready, recordTitle, undoButton } from '../acts/shell.ts';
import type { Place } from '../doors/door.ts';
import type { Story } from './story.ts';

const FACTS = { 'Date de naissance': '12/03/1984', Portable: '06 39 98 12 34' };

async function twice(place: Place): Promise<void> {
  await createPerson(place, { Prénom: 'Hortense', Nom: 'Quillivéré', Mail: 'hortense@courriel.example', ...FACTS });
  await addVehicle(place, { Marque: 'Renault', Modèle: 'Clio', Immatriculation: 'QA-123-QB' });
  await createPerson(place, { Prénom: 'Hortance', Nom: 'Quiliveré', Profession: 'Horlogère', ...FACTS });
}

const compared = (place: Place) => place.ui.getByRole('region', { name: 'Comparaison' });
const waiting = (place: Place) => place.ui.getByRole('status').filter({ hasText: /à examiner/ });

async function count(place: Place): Promise<number> {
  return Number.parseInt((await waiting(place).innerText()).replace(/\D/, ''), 10);
}

export const doubles: Story = {
  name: 'doubles: from a record, the reasons, one record of two, nothing lost, taken back',
  async tell({ place }) {
    await ready(place);
    await twice(place);
    await place.ui.getByRole('button', { name: /^Actions sur la fiche|^Actions/ }).click();
    await place.ui.getByRole('menuitem', { name: 'Chercher les doublons de cette fiche' }).click();
    await compared(place).getByText('même téléphone').waitFor();
    await compared(place).getByText('même date de naissance').waitFor();
    await compared(place).getByRole('button', { name: 'Même personne' }).click();

    await place.ui.getByRole('heading', { level: 1, name: 'Fusionner des fiches' }).waitFor();
    await place.ui.getByText('1 véhicule').first().waitFor();
    const chosen = place.ui.getByRole('radio', { name: /^Nom : garder Quiliveré/ });
    await chosen.check();
    await place.ui.getByRole('button', { name: 'Fusionner les 2 fiches' }).click();
    await recordTitle(place, 'Hortense Quiliveré').waitFor();
    await shows(place, 'Profession', 'Horlogère').waitFor();
    await openPart(place, 'Notes');
    await place.ui.getByText(/Hortance/).first().waitFor();

    await undoButton(place).click();
    await message(place, /^Annulé/).waitFor();
    await openRecord(place, 'hortance quilivere', 'Hortance Quiliveré');
  },
};

export const answers: Story = {
  name: 'answers: the queue by keyboard only, what is told is remembered',
  async tell({ place }) {
    await ready(place);
    await goTo(place, 'Doublons');
    await compared(place).waitFor({ timeout: 30_000 });
    const before = await count(place);
    assert.ok(before > 10, `${before} pairs to answer`);
    const first = await compared(place).getByRole('columnheader').nth(1).innerText();
    await place.page.keyboard.press('d');
    await place.ui.getByText('1 jugée différente').waitFor();
    assert.equal(await count(place), before - 1);
    await place.page.keyboard.press('p');
    await place.ui.getByText('1 remise à plus tard').waitFor();
    await place.page.keyboard.press('ArrowDown');
    await place.page.keyboard.press('m');
    await place.ui.getByRole('heading', { level: 1, name: 'Fusionner des fiches' }).waitFor();
    await place.ui.getByRole('button', { name: 'Ne pas fusionner' }).focus();
    await place.page.keyboard.press('Enter');
    await goTo(place, 'Doublons');
    await compared(place).waitFor();
    assert.notEqual(await compared(place).getByRole('columnheader').nth(1).innerText(), first);
    assert.equal(await count(place), before - 1);
    await undoButton(place).click();
    await undoButton(place).click();
    await place.ui.getByText('jugée différente').waitFor({ state: 'detached' });
    assert.equal(await count(place), before);
  },
};
