// A morning's work by the keyboard alone: calls, a lead, the agenda, a targeting, figures, answers.
import assert from 'node:assert/strict';
import { message, ready } from '../acts/shell.ts';
import type { Place } from '../doors/door.ts';
import { twoDoors, type Story } from './story.ts';

/** What has the focus is in the screen, not before it nor nowhere. */
async function isInScreen({ ui }: Place): Promise<void> {
  await ui.waitForFunction(() => document.getElementById('contenu')?.contains(document.activeElement));
}

/** Ctrl+K, the name of a screen, Enter: there, and the next Tab is in it. */
async function goByName(place: Place, name: string, title: string): Promise<void> {
  const { page, ui } = place;
  await page.keyboard.press('Control+k');
  await ui.getByRole('combobox', { name: 'Rechercher un client ou une action' }).waitFor();
  await page.keyboard.type(name);
  await page.keyboard.press('Enter');
  await ui.getByRole('heading', { level: 1, name: title, exact: true }).waitFor();
  await isInScreen(place);
}

/** A form opens, in a field to type in. */
async function typeInForm(place: Place, text: string): Promise<void> {
  const { page, ui } = place;
  await ui.waitForFunction(() => document.activeElement?.matches('[role="dialog"] :is(input, textarea, select)'));
  await page.keyboard.type(text);
  await page.keyboard.press('Control+Enter');
  await ui.getByRole('dialog').waitFor({ state: 'hidden' });
}

export const morning: Story = {
  name: 'morning: calls, a lead, the agenda, a targeting and the figures, without the mouse',
  only: twoDoors,
  async tell({ place }) {
    const { page, ui } = place;
    const keys = page.keyboard;
    await ready(place);
    await ui.getByRole('button', { name: /^Fait/ }).first().waitFor();
    await ui.getByRole('link', { name: 'Aller au contenu' }).focus();

    await keys.press('ArrowDown');
    await keys.press('3');
    await message(place, /^Appel noté/).first().waitFor();
    await ui.waitForFunction(() => document.activeElement?.matches('[data-follow-up]'));
    await keys.press('n');
    await typeInForm(place, 'Rappelle jeudi, après l’essai.');
    await ui.waitForFunction(() => document.activeElement?.matches('[data-follow-up]'));
    const whose = await ui.evaluate(() => document.activeElement?.textContent ?? '');
    await keys.press('Enter');
    await ui.getByRole('heading', { level: 1, name: whose }).waitFor();
    await isInScreen(place);

    await goByName(place, 'leads', 'Leads');
    await ui.getByRole('region', { name: 'Nouveau', exact: true }).getByRole('link').first().waitFor();
    await keys.press('ArrowDown');
    await keys.press('r');
    await typeInForm(place, 'Essai proposé samedi matin.');

    await goByName(place, 'agenda', 'Agenda');
    await ui.getByRole('application').focus();
    await keys.press('Enter');
    await typeInForm(place, 'Préparer la livraison');
    await message(place, /endez-vous/).first().waitFor();

    await goByName(place, 'ciblage', 'Ciblage');
    await goByName(place, 'nouveau ciblage', 'Nouveau ciblage');
    await goByName(place, 'tableaux de bord', 'Tableaux de bord');
    await keys.press('Tab');
    assert.equal(await ui.evaluate(() => document.activeElement?.textContent), 'Direction');
    await goByName(place, 'réponses', 'Boîte de réception');
  },
};
