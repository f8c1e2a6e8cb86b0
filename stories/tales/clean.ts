import assert from 'node:assert/strict';
import { goTo, message, ready, undoButton } from '../acts/shell.ts';
import type { Place } from '../doors/door.ts';
import type { Story } from './story.ts';

const open = (place: Place, check: string) =>
  place.ui.getByRole('navigation', { name: 'Contrôles' }).getByRole('button', { name: check });
const findings = (place: Place, check: string) => place.ui.getByRole('region', { name: `À voir : ${check}` });
const rows = (place: Place, check: string) => findings(place, check).locator('ul > li[tabindex]');

/** The number before « points à voir ». */
async function left(place: Place): Promise<number> {
  const line = place.ui.getByRole('status').filter({ hasText: 'à voir' });
  return Number.parseInt((await line.innerText()).replaceAll(/[\s\u00a0\u202f](?=\d)/g, ''), 10);
}

async function becomes(place: Place, count: number): Promise<void> {
  await place.ui.getByRole('status').filter({ hasText: new RegExp(`^${count}\\spoints? à voir`) }).waitFor();
}

export const clean: Story = {
  name: 'clean: by keyboard only, a correction accepted, one typed, one left alone, all taken back',
  async tell({ place }) {
    await ready(place);
    const { keyboard } = place.page;
    // The first stop of the Tab key; in a platform, the keyboard is then in the lesson's frame.
    await place.ui.getByRole('link', { name: 'Aller au contenu' }).focus();
    await keyboard.press('Control+k');
    await place.ui.getByRole('combobox', { name: 'Rechercher un client ou une action' }).fill('nettoyer');
    await place.ui.getByRole('option', { name: 'Nettoyer la base' }).waitFor();
    await keyboard.press('Enter');
    await place.ui.getByRole('heading', { name: 'Nettoyage', level: 1 }).waitFor();
    const check = 'Numéros mal saisis';
    await rows(place, check).first().waitFor();
    const before = await left(place);
    const count = await rows(place, check).count();
    assert.ok(before > 50 && count > 4, `${before} points, ${count} numbers`);

    await place.ui.locator('li:focus').waitFor();
    await keyboard.press('Enter');
    await message(place, 'Correction faite').waitFor();
    await becomes(place, before - 1);
    await place.ui.locator('li:focus').waitFor();
    await keyboard.press('ArrowDown');
    await keyboard.press('i');
    await message(place, 'Laissé tel quel').waitFor();
    await becomes(place, before - 2);
    await findings(place, check).getByRole('button', { name: 'Voir le point laissé tel quel' }).waitFor();
    await place.ui.locator('li:focus').waitFor();
    await keyboard.press('e');
    await place.ui.locator('li input:focus').waitFor();
    await keyboard.type('0639980077');
    await keyboard.press('Enter');
    await becomes(place, before - 3);
    assert.equal(await rows(place, check).count(), count - 3);

    for (const after of [before - 2, before - 1, before]) {
      await undoButton(place).click();
      await becomes(place, after);
    }
  },
};

export const cleanAll: Story = {
  name: 'cleanAll: every certain correction seen, all but one made at once, one undo brings them back',
  async tell({ place }) {
    await ready(place);
    await goTo(place, 'Nettoyage');
    await rows(place, 'Numéros mal saisis').first().waitFor();
    const before = await left(place);
    await open(place, 'Leads de clients connus').click();
    await rows(place, 'Leads de clients connus').first().waitFor();
    await place.ui.getByRole('banner').waitFor();
    await place.ui.getByRole('button', { name: /^Faire les .* corrections sûres/ }).first().click();
    const dialog = place.ui.getByRole('dialog');
    await dialog.getByRole('checkbox').first().uncheck();
    const button = dialog.getByRole('button', { name: /^Faire les \d+ corrections/ });
    const count = Number.parseInt((await button.innerText()).replaceAll(/\D/g, ''), 10);
    assert.ok(count > 20, `${count} corrections`);
    await button.click();
    await message(place, /corrections faites/).waitFor();
    await dialog.waitFor({ state: 'hidden' });
    await place.ui.getByText(/^Bravo/).waitFor();
    assert.ok((await left(place)) <= before - count);
    await undoButton(place).click();
    await becomes(place, before);
  },
};

export const fill: Story = {
  name: 'fill: blanks of a field filled in one after the other, without leaving the keyboard',
  async tell({ place }) {
    await ready(place);
    const { keyboard } = place.page;
    await goTo(place, 'Vue transversale');
    await place.ui.getByLabel('Champ', { exact: true }).selectOption({ label: 'Mail' });
    const blanks = place.ui.getByText(/lignes? sans valeur/);
    await blanks.waitFor();
    const count = Number.parseInt((await blanks.innerText()).replaceAll(/[\s\u00a0\u202f](?=\d)/g, ''), 10);
    await place.ui.getByRole('link', { name: 'Les remplir une à une' }).focus();
    await keyboard.press('Enter');
    await place.ui.getByRole('heading', { name: 'Compléter : Mail', level: 1 }).waitFor();
    const where = place.ui.getByRole('status').filter({ hasText: ' sur ' });
    await where.filter({ hasText: `1 sur ${count}` }).waitFor();
    await keyboard.type('zoe.essai@');
    await keyboard.press('Enter');
    await place.ui.getByText(/Adresse mail non valable/).waitFor();
    await keyboard.type('messagerie.example');
    await keyboard.press('Enter');
    await where.filter({ hasText: '1 valeur remplie' }).waitFor();
    await keyboard.press('Enter');
    await where.filter({ hasText: `3 sur ${count}` }).waitFor();
    await keyboard.press('Escape');
    await place.ui.getByText(new RegExp(`^${count - 1}\\slignes? sans valeur`)).waitFor();
    await undoButton(place).click();
    await place.ui.getByText(new RegExp(`^${count}\\slignes? sans valeur`)).waitFor();
  },
};
