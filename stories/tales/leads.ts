import assert from 'node:assert/strict';
import { faults } from '../acts/axe.ts';
import { addInvoice, createPerson, input, type Typed } from '../acts/record.ts';
import { goTo, openPart, ready, recordTitle, undoButton } from '../acts/shell.ts';
import type { Place } from '../doors/door.ts';
import type { Story } from './story.ts';

const LEAD: Typed = {
  Prénom: 'Maëlle',
  Nom: 'Guivarch',
  Téléphone: '06 39 98 45 67',
  Mail: 'maelle.guivarch@courriel.example',
  'Véhicule d’intérêt': 'Renault Captur',
  Message: 'Je souhaite essayer le Captur.',
};

const column = ({ ui }: Place, name: string) => ui.getByRole('region', { name, exact: true });
const card = (place: Place, state: string, name: string) => column(place, state).getByRole('link', { name });
const sheet = ({ ui }: Place, name: string) => ui.getByRole('article', { name });

async function newLead(place: Place, typed: Typed): Promise<void> {
  const { ui } = place;
  await ui.getByRole('button', { name: 'Nouveau lead' }).click();
  const form = ui.getByRole('dialog', { name: 'Nouveau lead' });
  for (const [label, text] of Object.entries(typed)) await input(place, label, form).fill(text);
  await form.getByRole('button', { name: 'Créer le lead' }).click();
  await sheet(place, `${typed['Prénom']} ${typed['Nom']}`).waitFor();
}

async function toBoard(place: Place): Promise<void> {
  await place.ui.getByRole('link', { name: 'Tableau', exact: true }).first().click();
  await column(place, 'Nouveau').waitFor();
}

async function answer(place: Place, name: string, result: string): Promise<void> {
  const form = place.ui.getByRole('dialog', { name: new RegExp(`^Répondre\\s: ${name}`) });
  await form.waitFor();
  await form.getByLabel('Contenu').fill('Rendez-vous proposé samedi.');
  await form.getByRole('combobox', { name: 'Résultat' }).fill(result);
  await form.getByRole('group', { name: 'Prochaine relance' }).getByRole('button', { name: 'Demain' }).click();
  await place.page.keyboard.press('Control+Enter');
  await form.waitFor({ state: 'hidden' });
}

export const leads: Story = {
  name: 'leads: answered by keyboard, attached to the client it was, and all taken back',
  async tell({ place }) {
    const { page, ui } = place;
    await ready(place);
    await createPerson(place, { Prénom: 'Maelle', Nom: 'Guivarch', Portable: '0639984567' });
    await goTo(place, 'Leads');
    await newLead(place, LEAD);
    await toBoard(place);
    await card(place, 'Nouveau', 'Maëlle Guivarch').getByText('client existant').waitFor();
    assert.deepEqual(await faults(place), []);

    await card(place, 'Nouveau', 'Maëlle Guivarch').focus();
    await page.keyboard.press('Enter');
    await sheet(place, 'Maëlle Guivarch').getByText('même portable').waitFor();
    await page.keyboard.press('r');
    await answer(place, 'Maëlle Guivarch', 'Joint');
    await sheet(place, 'Maëlle Guivarch').getByText('relance demain').waitFor();
    assert.deepEqual(await faults(place), []);

    await page.keyboard.press('t');
    const form = ui.getByRole('dialog', { name: /^Rattacher à un client/ });
    await form.getByRole('checkbox', { name: /^mail/ }).waitFor();
    await form.getByRole('button', { name: 'Rattacher à cette fiche' }).click();
    await form.waitFor({ state: 'hidden' });
    await sheet(place, 'Maëlle Guivarch').getByRole('link', { name: /^Ouvrir la fiche/ }).click();
    await recordTitle(place, 'Maelle Guivarch').waitFor();
    await openPart(place, 'Suivi');
    await ui.getByText('Rendez-vous proposé samedi.').first().waitFor();
    await ui.getByText('Je souhaite essayer le Captur.').first().waitFor();
    for (let step = 0; step < 3; step++) await undoButton(place).click();
    await ui.getByText('Aucune activité').waitFor();
  },
};

export const converted: Story = {
  name: 'converted: a lead becomes a record already filled in, then a client; another is lost with its reason',
  async tell({ place }) {
    const { page, ui } = place;
    await ready(place);
    await goTo(place, 'Leads');
    await newLead(place, LEAD);
    await page.keyboard.press('c');
    const form = ui.getByRole('dialog', { name: /^Convertir en fiche client/ });
    await form.getByLabel('Portable').waitFor();
    assert.equal(await form.getByLabel('Portable').inputValue(), '06 39 98 45 67');
    assert.deepEqual(await faults(place), []);
    await form.getByRole('button', { name: 'Créer la fiche' }).click();
    await form.waitFor({ state: 'hidden' });
    await sheet(place, 'Maëlle Guivarch').getByRole('link', { name: /^Ouvrir la fiche/ }).click();
    await recordTitle(place, 'Maëlle Guivarch').waitFor();
    await addInvoice(place, 'Captur', '15000');
    await ui.getByRole('main').getByText('Client', { exact: true }).first().waitFor();

    await goTo(place, 'Leads');
    await newLead(place, { ...LEAD, Prénom: 'Ewen', Nom: 'Le Garrec', Téléphone: '06 39 98 45 68', Mail: 'ewen@courriel.example' });
    await toBoard(place);
    await card(place, 'Nouveau', 'Ewen Le Garrec').dragTo(column(place, 'Perdu'));
    const lose = ui.getByRole('dialog', { name: /^Lead perdu/ });
    await lose.getByRole('button', { name: 'Classer perdu' }).click();
    await lose.getByText('À remplir.').waitFor();
    await lose.getByRole('radio', { name: 'A acheté ailleurs' }).check();
    await lose.getByLabel('Commentaire').fill('Chez un mandataire.');
    assert.deepEqual(await faults(place), []);
    await lose.getByRole('button', { name: 'Classer perdu' }).click();
    await lose.waitFor({ state: 'hidden' });
    await card(place, 'Perdu', 'Ewen Le Garrec').getByText('A acheté ailleurs').waitFor();

    // The menu does what the mouse does.
    await card(place, 'Perdu', 'Ewen Le Garrec').focus();
    await page.keyboard.press('Shift+F10');
    await ui.getByRole('menuitem', { name: 'Remettre dans les nouveaux' }).click();
    await card(place, 'Nouveau', 'Ewen Le Garrec').waitFor();
    await undoButton(place).click();
    await card(place, 'Perdu', 'Ewen Le Garrec').waitFor();
    await undoButton(place).click();
    await card(place, 'Nouveau', 'Ewen Le Garrec').waitFor();

    await ui.getByRole('link', { name: 'Liste', exact: true }).click();
    await ui.getByRole('grid', { name: 'Liste des leads' }).getByText('Guivarch').first().waitFor();
  },
};
