import assert from 'node:assert/strict';
import { faults } from '../acts/axe.ts';
import { holds, ready } from '../acts/shell.ts';
import { walk } from '../acts/walk.ts';
import type { Place } from '../doors/door.ts';
import type { Story } from './story.ts';

/** Every screen: its address, its title, and a button that is there once what it shows has come. */
const SCREENS: [string, string | RegExp, (string | RegExp)?][] = [
  ['/', 'À faire aujourd’hui', /^Fait/],
  ['/leads', 'Leads', /^Actions/],
  ['/agenda/semaine', 'Agenda', /Traitement des leads/],
  ['/agenda/mois', 'Agenda', /^Voir le/],
  ['/agenda/liste', 'Agenda', /Traitement des leads/],
  ['/boite', 'Boîte de réception'],
  ['/clients', 'Clients'],
  ['/clients/C00001', /./],
  ['/clients/C00001/vehicules', /./],
  ['/clients/C00001/suivi', /./],
  ['/clients/C00001/consentements', /./],
  ['/liste/vehicules', 'Véhicules'],
  ['/liste/factures', 'Factures'],
  ['/nouveau/particulier', 'Nouveau particulier'],
  ['/nouveau/societe', 'Nouvelle société'],
  ['/campagnes', 'Campagnes'],
  ['/campagnes/nouvelle', 'Nouvelle campagne'],
  ['/modeles', 'Modèles'],
  ['/ciblage', 'Ciblage'],
  ['/ciblage/nouveau', 'Nouveau ciblage'],
  ['/tableaux', 'Tableaux de bord', /^Actions sur la tuile/],
  ['/valeurs', 'Vue transversale', /^Remplacer/],
  ['/doublons', 'Doublons', /^Même personne/],
  ['/nettoyage', 'Nettoyage', /^Corriger : /],
  ['/remplir/customer/mail', /^Compléter/, 'Passer'],
  ['/champs', 'Champs ajoutés'],
  ['/donnees', 'Données', 'Remettre à zéro'],
  ['/aide', 'Aide'],
  ['/a-propos', 'À propos'],
];

/** What opens over a screen: where, by which button, what opens. */
const OPENED: [string, string | RegExp, 'dialog' | 'menu' | 'listbox'][] = [
  ['/leads', 'Nouveau lead', 'dialog'],
  ['/agenda/semaine', 'Nouveau rendez-vous', 'dialog'],
  ['/agenda/semaine', 'Autres actions', 'menu'],
  ['/clients', 'Filtres', 'dialog'],
  ['/clients', /^Colonnes/, 'dialog'],
  ['/clients/C00001/factures', 'Ajouter une facture', 'dialog'],
  ['/tableaux', 'Nouveau tableau', 'dialog'],
  ['/tableaux', 'Tuile', 'dialog'],
  ['/champs', 'Ajouter un champ', 'dialog'],
  ['/nettoyage', /^Faire les .* corrections sûres/, 'dialog'],
  ['/donnees', 'Remettre à zéro', 'dialog'],
];

async function show(place: Place, address: string, title: string | RegExp): Promise<void> {
  await place.ui.evaluate((hash) => {
    location.hash = `#${hash}`;
  }, address);
  const exact = typeof title === 'string';
  await place.ui.getByRole('heading', { level: 1, name: title, exact }).first().waitFor();
  // What is read has come, and nothing more moves.
  await place.ui.waitForFunction(() => !document.querySelector('#contenu :is(.mantine-Skeleton-root, .mantine-Loader-root)'));
  await settled(place);
}

/** As many things to press as a moment before. */
async function settled({ ui }: Place): Promise<void> {
  let before = -1;
  await holds(
    async () => {
      await new Promise((later) => setTimeout(later, 250));
      const [last, now] = [before, await ui.locator('#contenu :is(button, a, input, select, textarea, [tabindex])').count()];
      before = now;
      return last === now;
    },
    (isSame) => isSame,
  );
}

/** Screens looked at twice as large: half the points of a classroom's screen. */
const ENLARGED = ['/', '/leads', '/agenda/semaine', '/boite', '/clients', '/clients/C00001', '/campagnes/nouvelle', '/doublons'];

export const enlarged: Story = {
  name: 'enlarged: at 200 % nothing is out of reach, and axe sees no fault',
  only: ({ name }) => name === 'executable',
  async tell({ place }) {
    const found: string[] = [];
    await place.page.setViewportSize({ width: 683, height: 384 });
    await ready(place);
    for (const address of ENLARGED) {
      await show(place, address, /./);
      const out = await place.ui.evaluate(() => {
        const main = document.getElementById('contenu');
        return main ? main.scrollWidth - main.clientWidth : -1;
      });
      if (out !== 0) found.push(`${address}: ${out} points out of sight`);
      found.push(...(await faults(place)).map((fault) => `${address}: ${fault}`));
    }
    assert.equal(found.join('\n'), '');
  },
};

export const walked: Story = {
  name: 'walk: each screen by the Tab key alone, and what opens over it closed by Escape',
  only: ({ name }) => name === 'executable',
  async tell({ place }) {
    const found: string[] = [];
    await place.page.emulateMedia({ reducedMotion: 'reduce' });
    await ready(place);
    for (const [address, title, button] of SCREENS) {
      await show(place, address, title);
      if (button) await place.ui.getByRole('main').getByRole('button', { name: button }).first().waitFor();
      found.push(...(await walk(place)).map((fault) => `${address}: ${fault}`));
      const [shown, heading] = [await place.page.title(), await place.ui.locator('h1').first().innerText()];
      if (!shown.startsWith(heading.trim().slice(0, 12))) found.push(`${address}: the page is called « ${shown} »`);
    }
    for (const [address, opener, role] of OPENED) {
      await show(place, address, /./);
      found.push(...(await opened(place, opener, role)).map((fault) => `${address}, ${opener}: ${fault}`));
    }
    assert.equal(found.join('\n'), '');
  },
};

/** Opens by Enter, goes round, leaves by Escape: the focus comes back to where it was. */
async function opened({ page, ui }: Place, opener: string | RegExp, role: 'dialog' | 'menu' | 'listbox'): Promise<string[]> {
  const button = ui.getByRole('main').getByRole('button', { name: opener, exact: typeof opener === 'string' }).first();
  await button.focus();
  await page.keyboard.press('Enter');
  const box = ui.getByRole(role).last();
  const taken = ui.waitForFunction((kind) => document.activeElement?.closest(`[role="${kind}"]`), role, { timeout: 5_000 });
  if (!(await taken.then(() => true, () => false))) return [`no ${role} takes the focus`];
  const left: string[] = [];
  if (role === 'dialog') {
    for (let step = 0; step < 25; step += 1) await page.keyboard.press('Tab');
    const inside = await ui.evaluate(() => document.activeElement?.closest('[role="dialog"]') !== null);
    if (!inside) left.push('the focus leaves the dialog');
  }
  await page.keyboard.press('Escape');
  await box.waitFor({ state: 'hidden' });
  const back = await button.evaluate((node) => node === document.activeElement || node.contains(document.activeElement));
  if (!back) left.push('the focus does not come back');
  return left;
}
