import assert from 'node:assert/strict';
import { faults } from '../acts/axe.ts';
import { goTo, openRecord, ready } from '../acts/shell.ts';
import type { Place } from '../doors/door.ts';
import type { Story } from './story.ts';

/** Opens the help of the screen by its key, starts the tour, goes through it by the arrow, and gives what it showed. */
async function tour(place: Place): Promise<string[]> {
  const { ui, page } = place;
  // In a platform, the keyboard is then in the lesson's frame.
  await ui.getByRole('link', { name: 'Aller au contenu' }).focus();
  await page.keyboard.press('F1');
  const drawer = ui.getByRole('dialog');
  await drawer.getByRole('button', { name: 'Visite guidée' }).click();
  const popover = ui.locator('.driver-popover');
  const titles: string[] = [];
  for (;;) {
    const at = `${titles.length + 1} sur `;
    await popover.locator('.driver-popover-progress-text').filter({ hasText: at }).waitFor();
    titles.push(await popover.locator('.driver-popover-title').innerText());
    const last = (await popover.getByRole('button', { name: 'Terminer' }).count()) > 0;
    if (titles.length === 2) assert.deepEqual(await faults(place), []);
    await popover.getByRole('button', { name: last ? 'Terminer' : 'Suivant' }).click();
    if (last) break;
  }
  await popover.waitFor({ state: 'detached' });
  return titles;
}

/** How many stops each screen has: its own, those of every screen, and what it is for. */
const SCREENS: [string, number][] = [
  ['Accueil', 10],
  ['Clients', 10],
  ['Données', 9],
];

export const help: Story = {
  name: 'help: a welcome that is closed once, the help of each screen by F1, its tour, all the help and what this is',
  async tell({ place }, door) {
    const { ui, page } = place;
    await ready(place);
    const welcome = ui.getByRole('region', { name: 'Bienvenue dans la concession' });
    await welcome.waitFor();
    await ui.getByRole('link', { name: 'Aller au contenu' }).focus();
    await welcome.getByRole('button', { name: 'Fermer l’accueil' }).press('Enter');
    await welcome.waitFor({ state: 'detached' });

    // All of them by one door; the tour itself is the same everywhere.
    for (const [screen, stops] of door.inBrowser ? SCREENS.slice(0, 1) : SCREENS) {
      await goTo(place, screen);
      const titles = await tour(place);
      assert.equal(titles.length, stops, `${screen}: ${titles.join(', ')}`);
      assert.equal(new Set(titles).size, stops, titles.join(', '));
    }
    await goTo(place, 'Accueil');
    assert.equal(await welcome.count(), 0);

    await openRecord(place, 'Martin', 'Martin');
    await ui.getByRole('link', { name: 'Aller au contenu' }).focus();
    await page.keyboard.press('F1');
    await ui.getByRole('dialog', { name: 'La fiche d’un client' }).waitFor();
    assert.deepEqual(await faults(place), []);
    await ui.getByRole('link', { name: 'Toute l’aide' }).click();
    await ui.getByRole('heading', { name: 'Aide', level: 1 }).waitFor();
    await ui.getByRole('navigation', { name: 'Sommaire de l’aide' }).getByRole('link', { name: 'Doublons' }).click();
    await ui.waitForFunction(() => document.activeElement?.id === 'aide-doublons');
    assert.deepEqual(await faults(place), []);
    await ui.getByRole('link', { name: /^À propos/ }).click();
    await ui.getByRole('heading', { name: 'Accessibilité' }).waitFor();
    await ui.locator('summary').filter({ hasText: 'Écrans et polices' }).click();
    await ui.getByText(/driver\.js .* MIT/).waitFor();
    assert.deepEqual(await faults(place), []);
  },
};
