import assert from 'node:assert/strict';
import type { Locator } from 'playwright-core';
import { column, toDate, toView } from '../acts/agenda.ts';
import { faults } from '../acts/axe.ts';
import { addInvoice, input } from '../acts/record.ts';
import { dayAfter, goTo, holds, message, openPart, ready, recordTitle } from '../acts/shell.ts';
import type { Place } from '../doors/door.ts';
import { begin, gate, number, pick, segment } from './campaigns.ts';
import { twoDoors, type Story } from './story.ts';

/** What somebody who may buy asks for, the best first; else whatever was answered. */
const ASKED = [/^Demande de rendez-vous ou d’essai/, /^Demande de reprise/, /^Demande de devis/, /^(?!Toutes|Message non remis)/];

async function goToInbox({ ui }: Place): Promise<void> {
  await ui.getByRole('navigation').getByRole('link', { name: 'Réponses' }).click();
  await ui.getByRole('heading', { level: 1, name: 'Boîte de réception' }).waitFor();
}

/** Days pass one by one until somebody has answered: three of them, as a rule. Gives the line of the best answer. */
async function untilAnswered(place: Place): Promise<Locator> {
  const { ui } = place;
  for (let day = 1; day < 8; day += 1) {
    await goTo(place, 'Données');
    const tomorrow = await dayAfter(place, 1);
    // The day before a Monday, « Demain » gives way to « Lundi ».
    await ui.getByRole('group', { name: 'Avancer jusqu’à' }).getByRole('button').first().click();
    await holds(() => dayAfter(place, 0), (today) => today === tomorrow);
    if (day < 3) continue;
    await goToInbox(place);
    const kinds = ui.getByLabel('Ce qu’elle demande');
    const found = await kinds.getByRole('option').allInnerTexts();
    for (const best of ASKED.flatMap((wish) => found.filter((kind) => wish.test(kind)))) {
      await kinds.selectOption({ label: best });
      // Who came by of their own accord answers no campaign.
      const lines = ui.getByRole('navigation', { name: 'Réponses reçues' }).getByRole('button');
      const label = best.replace(/\s*\(\d+\)$/, '');
      await holds(() => lines.first().innerText(), (text) => text.includes(label));
      const answers = lines.filter({ hasNotText: /^Passage/ });
      if ((await answers.count()) > 0) return answers.first();
    }
  }
  throw new Error('a week has passed and no prospect answered');
}

export const wholeCampaign: Story = {
  name: 'whole campaign: a targeting, SMS refused, a mail sent, three days, an answer, an appointment dragged, an invoice, a client',
  only: twoDoors,
  async tell({ place }) {
    const { ui } = place;
    await ready(place);
    await begin(place, 'Prospects rencontrés, pas encore clients');
    await segment(place, /^SMS$/).click();
    await pick(place, 'Modèle', 'Portes ouvertes');
    await gate(place);
    const refused = ui.getByRole('region', { name: 'Contrôle avant envoi' }).getByRole('button', { name: /[Cc]onsentement/ }).first();
    assert.ok(number(await refused.innerText()) > 0);

    await segment(place, /^Mail$/).click();
    await pick(place, 'Modèle', 'Invitation à un essai');
    await ui.getByRole('textbox', { name: 'Nom de la campagne' }).fill('Venez l’essayer');
    await ui.getByRole('button', { name: /^Envoyer à/ }).click();
    await ui.getByRole('heading', { level: 1, name: 'Venez l’essayer' }).waitFor();

    const line = await untilAnswered(place);
    await line.click();
    const who = (await line.locator('strong').innerText()).trim();
    const treatment = ui.getByRole('region', { name: 'Traitement' });
    const part = treatment.getByRole('checkbox', { name: 'Prendre rendez-vous' });
    if (!(await part.isChecked())) await part.check();
    await treatment.getByRole('button', { name: /glisser-déposer/ }).click();
    await ui.getByRole('heading', { level: 1, name: 'Agenda' }).waitFor();

    const day = await dayAfter(place, 5);
    await toView(place, 'Jour');
    await toDate(place, day);
    const hours = column(place, day);
    await hours.waitFor();
    const sent = ui.getByRole('complementary', { name: 'À placer' }).getByRole('region', { name: 'Envoyées ici' });
    await sent.getByRole('button', { name: new RegExp(`^${who}`) }).dragTo(hours, { targetPosition: { x: 200, y: 330 } });
    const form = ui.getByRole('dialog', { name: 'Nouveau rendez-vous' });
    await form.waitFor();
    assert.equal(await input(place, 'Client', form).inputValue(), who);
    await form.getByRole('button', { name: 'Enregistrer' }).click();
    await form.waitFor({ state: 'hidden' });
    const event = hours.getByRole('button', { name: new RegExp(`RDV ${who}`) });
    await event.waitFor();
    assert.deepEqual(await faults(place), []);

    await goToInbox(place);
    await ui.getByRole('navigation', { name: 'Réponses reçues' }).getByRole('button', { name: who }).first().click();
    await treatment.getByRole('button', { name: 'Déjà traité ailleurs' }).click();
    await message(place, 'Réponse traitée').waitFor();

    // They came and bought: the invoice makes a client of them, and the campaign knows it.
    await goTo(place, 'Campagnes');
    await ui.getByRole('link', { name: 'Venez l’essayer' }).click();
    await ui.getByRole('region', { name: 'Journal des destinataires' }).first().getByRole('link', { name: who }).first().click();
    await recordTitle(place, who).waitFor();
    await addInvoice(place, 'Véhicule neuf', '21000');
    await message(place, `${who} est maintenant client`).waitFor();
    await openPart(place, 'Suivi');
    await ui.getByText('Réponse reçue').first().waitFor();
  },
};
