import assert from 'node:assert/strict';
import { faults } from '../acts/axe.ts';
import { createPerson } from '../acts/record.ts';
import { goTo, holds, message, openPart, ready, undoButton } from '../acts/shell.ts';
import type { Place } from '../doors/door.ts';
import { twoDoors, type Story } from './story.ts';

export const number = (text: string) => Number.parseInt(text.replaceAll(/[^\d]/g, ''), 10);

/** Picks a line of a list that opens under a field. */
export async function pick({ ui }: Place, label: string, option: string | RegExp): Promise<void> {
  await ui.getByRole('combobox', { name: label, exact: true }).or(ui.locator(`input[aria-label="${label}"]`)).first().click();
  await ui.getByRole('option', { name: option }).filter({ visible: true }).first().click();
}

/** A segment of a choice is a radio under its label. */
export const segment = ({ ui }: Place, name: string | RegExp) => ui.locator('label').filter({ hasText: name });

/** The campaign screen of a targeting of the trade. */
export async function begin(place: Place, targeting: string): Promise<void> {
  await goTo(place, 'Ciblage');
  await place.ui.getByRole('link', { name: targeting }).click();
  await place.ui.getByRole('link', { name: 'Lancer une campagne' }).click();
  await place.ui.getByRole('heading', { level: 1, name: 'Nouvelle campagne' }).waitFor();
}

export async function gate(place: Place): Promise<void> {
  await segment(place, /^Contrôle avant envoi/).click();
  await place.ui.getByRole('region', { name: 'Contrôle avant envoi' }).getByRole('status').waitFor();
}

export const campaigns: Story = {
  name: 'campaigns: SMS refused for lack of consent, a mail that leaves, its log, whoever was left out is targeted, all taken back',
  only: twoDoors,
  async tell({ place }) {
    const { ui } = place;
    await ready(place);
    await begin(place, 'Acheté chez nous, jamais venu à l’atelier');
    await segment(place, /^SMS$/).click();
    await pick(place, 'Modèle', 'Révision à programmer');
    await ui.getByText(/STOP au 36000/).first().waitFor();
    await gate(place);
    const reasons = ui.getByRole('region', { name: 'Contrôle avant envoi' });
    const refused = reasons.getByRole('button', { name: /Consentement refusé$/ });
    const count = number(await refused.innerText());
    assert.ok(count > 0);
    await refused.click();
    await holds(() => reasons.getByRole('link').count(), (people) => people === count);
    assert.deepEqual(await faults(place), []);

    // By mail: those whom the gate leaves get it, seen one by one before.
    await segment(place, /^Mail$/).click();
    await pick(place, 'Modèle', 'Révision à programmer');
    await segment(place, /^Aperçu$/).click();
    const preview = ui.getByRole('region', { name: 'Aperçu' });
    await preview.getByText(/desinscription/).waitFor();
    const first = await preview.getByRole('link').first().innerText();
    await preview.getByRole('button', { name: 'Destinataire suivant' }).click();
    await holds(() => preview.getByRole('link').first().innerText(), (name) => name !== first);
    await ui.getByRole('textbox', { name: 'Nom de la campagne' }).fill('Première révision');
    const button = ui.getByRole('button', { name: /^Envoyer à/ });
    const sent = number(await button.innerText());
    await button.click();
    await message(place, /Première révision/).waitFor();
    await ui.getByRole('heading', { level: 1, name: 'Première révision' }).waitFor();
    const log = ui.getByRole('region', { name: 'Journal des destinataires' }).first();
    await log.getByLabel('Montrer').selectOption({ label: 'Envoyé' });
    await holds(async () => number(await log.getByRole('status').innerText()), (lines) => lines === sent);
    assert.deepEqual(await faults(place), []);

    // A targeting of those left out, from the log.
    await ui.getByRole('button', { name: 'Nouveau ciblage' }).click();
    await ui.getByRole('menuitem', { name: 'Exclu à l’envoi' }).click();
    await ui.getByRole('region', { name: 'Conditions' }).waitFor();
    const found = ui.getByRole('region', { name: 'Résultat' }).locator('[data-waiting="false"] strong');
    await holds(async () => number(await found.innerText()), (people) => people > 0);
    await undoButton(place).click();
    await goTo(place, 'Campagnes');
    await ui.getByRole('link', { name: 'Première révision' }).waitFor();
    await undoButton(place).click();
    await ui.getByRole('link', { name: 'Première révision' }).waitFor({ state: 'hidden' });
  },
};

export const letters: Story = {
  name: 'letters: a run of letters, one a page, with the address where the envelope shows it',
  only: twoDoors,
  async tell({ place }, door) {
    const { ui, page } = place;
    await ready(place);
    await begin(place, 'Acheté chez nous, jamais venu à l’atelier');
    await segment(place, /^Courrier$/).click();
    await pick(place, 'Modèle', 'Portes ouvertes');
    const button = ui.getByRole('button', { name: /^Envoyer à/ });
    await button.click();
    await ui.getByRole('link', { name: 'Courriers à imprimer' }).click();
    const pages = ui.getByRole('article');
    await pages.nth(1).waitFor();
    const count = await pages.count();
    const address = pages.first().locator('address').last().locator('span');
    const lines = await address.allInnerTexts();
    assert.ok(lines.length <= 6 && lines.every((line) => line.length <= 38), lines.join(' / '));
    assert.match(lines.at(-1) ?? '', /^\d{5} [A-Z0-9 ]+$/);
    assert.deepEqual(await faults(place), []);
    if (door.name === 'executable') {
      const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
      assert.equal([...pdf.matchAll(/\/Type\s*\/Page\b(?!s)/g)].length, count, 'one page for each letter');
    }
  },
};

export const written: Story = {
  name: 'written: one message to one customer by the keyboard, refused without an agreement, sent as a service, in the history',
  only: twoDoors,
  async tell({ place }) {
    const { ui, page } = place;
    await ready(place);
    await createPerson(place, { Prénom: 'Soizic', Nom: 'Le Dantec', Mail: 'soizic@exemple.example' });
    await ui.getByRole('button', { name: 'Actions sur Soizic Le Dantec' }).focus();
    await page.keyboard.press('Enter');
    await ui.getByRole('menuitem', { name: 'Envoyer un mail' }).press('Enter');
    await ui.getByRole('heading', { level: 1, name: 'Écrire à Soizic Le Dantec' }).waitFor();
    await ui.getByRole('textbox', { name: 'Objet' }).fill('Votre rendez-vous, {Prenon}');
    const body = ui.getByRole('textbox', { name: 'Message' });
    await body.fill('Bonjour {Prénom}, à demain.');
    await ui.getByRole('button', { name: /Champ inconnu.*« Prénom »/ }).press('Enter');
    assert.equal(await page.evaluate(() => getSelection()?.toString() ?? ''), '{Prenon}');
    await page.keyboard.type('{Prénom}');
    const preview = ui.getByRole('region', { name: 'Aperçu' });
    await preview.getByRole('heading', { name: 'Votre rendez-vous, Soizic' }).waitFor();
    await preview.getByText(/pas donné son accord/).waitFor();
    await ui.getByRole('button', { name: 'Envoyer', exact: true }).press('Enter');
    await message(place, /règles de contact/).waitFor();
    await ui.getByRole('checkbox', { name: /Message de service/ }).press('Space');
    await ui.getByRole('button', { name: 'Envoyer', exact: true }).press('Enter');
    await message(place, 'Message envoyé à Soizic Le Dantec').waitFor();
    await openPart(place, 'Suivi');
    await ui.getByText('Votre rendez-vous, Soizic').first().waitFor();
    await undoButton(place).click();
    await ui.getByText('Votre rendez-vous, Soizic').first().waitFor({ state: 'hidden' });
  },
};
