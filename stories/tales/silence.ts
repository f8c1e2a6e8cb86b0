import assert from 'node:assert/strict';
import { faults } from '../acts/axe.ts';
import { goTo, holds, ready } from '../acts/shell.ts';
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
    await ui.getByText('n’a pas été gardé', { exact: false }).waitFor();

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
