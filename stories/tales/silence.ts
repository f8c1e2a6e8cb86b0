import assert from 'node:assert/strict';
import { faults } from '../acts/axe.ts';
import { goTo, holds, message, ready } from '../acts/shell.ts';
import { begin, number, pick, segment } from './campaigns.ts';
import { twoDoors, type Story } from './story.ts';

export const silence: Story = {
  name: 'silence: a campaign beside what it would give in life, and why somebody did not answer, for the trainer alone',
  only: twoDoors,
  async tell({ place }) {
    const { page, ui } = place;
    await ready(place);
    await goTo(place, 'Campagnes');
    await ui.getByRole('link', { name: 'Révision de printemps' }).click();
    await ui.getByText('dans la vraie vie n’est pas connu', { exact: false }).waitFor();

    await begin(place, 'Acheté chez nous, jamais venu à l’atelier');
    await segment(place, /^Mail$/).click();
    await pick(place, 'Modèle', 'Révision à programmer');
    const send = ui.getByRole('button', { name: /^Envoyer à/ });
    const sent = number(await send.innerText());
    await send.click();
    const life = ui.getByRole('region', { name: 'Dans l’exercice et dans la vraie vie' });
    await life.getByText(/^Dans la vraie vie, /).waitFor();
    const figures = (line: string) => life.getByRole('row', { name: new RegExp(`^${line}`) }).getByRole('cell');
    const expected = async (line: string) => Number.parseFloat((await figures(line).last().innerText()).replace(',', '.'));
    const delivered = (await expected('Remis')) + (await expected('Non remis'));
    assert.ok(Math.abs(delivered - sent) < 1, `${delivered} of ${sent}`);
    assert.ok((await expected('Ouverts')) > 0);
    assert.deepEqual(await faults(place), []);
    const kept = await life.innerText();

    const title = await ui.getByRole('heading', { level: 1 }).innerText();
    await goTo(place, 'Données');
    await ui.getByRole('group', { name: 'Avancer jusqu’à' }).getByRole('button', { name: 'La semaine prochaine' }).click();
    await ui.getByRole('region', { name: /ont apporté$/ }).waitFor();
    await goTo(place, 'Campagnes');
    await ui.getByRole('link', { name: title }).click();
    await life.waitFor();
    assert.equal((await life.innerText()).split('\n')[1], kept.split('\n')[1]);

    // Whoever did not even open it.
    const log = ui.getByRole('region', { name: 'Journal des destinataires' }).first();
    await log.getByLabel('Montrer').selectOption({ label: 'Remis' });
    const asks = log.getByRole('button', { name: /^Pourquoi/ });
    await holds(() => asks.count(), (lines) => lines > 0);
    await asks.first().focus();
    await page.keyboard.press('Enter');
    const sheet = ui.getByRole('dialog', { name: /^Pourquoi/ });
    await sheet.getByText('Réservé au formateur').waitFor();
    assert.equal(await sheet.getByText(/tiré/).count(), 0, 'nothing is shown before the trainer confirms');
    await sheet.getByRole('button', { name: 'Montrer les raisons' }).click();
    await sheet.getByText(/il fallait moins de .*non$|n’a pu arriver|une machine a répondu/).first().waitFor();
    assert.deepEqual(await faults(place), []);
    await page.keyboard.press('Escape');
    await sheet.waitFor({ state: 'hidden' });
  },
};

export const passers: Story = {
  name: 'passers: customers come by as the days pass, told in the digest, waiting in the inbox, handled there',
  only: twoDoors,
  async tell({ place }) {
    const { ui } = place;
    await ready(place);
    await goTo(place, 'Données');
    const digest = ui.getByRole('region', { name: /ont apporté$/ });
    const told = digest.getByRole('link', { name: /sans rendez-vous$/ });
    const week = ui.getByRole('group', { name: 'Avancer jusqu’à' }).getByRole('button', { name: 'La semaine prochaine' });
    // Some come every week, as a rule.
    for (let weeks = 1; weeks < 5; weeks += 1) {
      const titled = (await digest.count()) > 0 ? await digest.getAttribute('aria-label') : null;
      await week.click();
      await holds(async () => ((await digest.count()) > 0 ? await digest.getAttribute('aria-label') : null), (now) => now !== titled);
      if ((await told.count()) > 0) break;
    }
    await told.click();
    await ui.getByRole('heading', { level: 1, name: 'Boîte de réception' }).waitFor();
    const visit = ui.getByRole('navigation', { name: 'Réponses reçues' }).getByRole('button', { name: /^Passage/ }).first();
    await visit.click();
    await ui.getByText(/^Passage sans rendez-vous, le/).waitFor();
    await ui.getByRole('button', { name: 'Pourquoi ?' }).click();
    await ui.getByRole('button', { name: 'Montrer les raisons' }).click();
    await ui.getByText(/^Passer ce jour-là/).waitFor();
    assert.deepEqual(await faults(place), []);
    const treatment = ui.getByRole('region', { name: 'Traitement' });
    await treatment.getByRole('button', { name: 'Déjà traité ailleurs' }).click();
    await message(place, 'Réponse traitée').waitFor();
  },
};
