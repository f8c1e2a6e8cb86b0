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

/** And those that are the hardest to make narrow. */
const NARROW: [string][] = [
  ['/agenda/jour'],
  ['/clients/C00002/apres-vente'],
  ['/clients/C00002/factures'],
  ['/clients/C00001/historique'],
  ['/tableaux/Vente'],
  ['/tableaux/Relances'],
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

/** What shows out of the sides of the screen: of the page, of its main part, and which element goes furthest. */
function outOfSight(): string {
  const main = document.getElementById('contenu');
  if (!main) return 'no main part';
  const page = document.documentElement;
  const out = Math.max(main.scrollWidth - main.clientWidth, page.scrollWidth - page.clientWidth);
  if (out <= 0) return '';
  const edge = ({ right }: DOMRect) => right;
  const [widest] = [...main.querySelectorAll('*')].sort(
    (one, other) => edge(other.getBoundingClientRect()) - edge(one.getBoundingClientRect()),
  );
  return `${out} points out of sight (${widest?.tagName} « ${widest?.textContent?.slice(0, 30)} »)`;
}

/** Every screen in a window of so many points: nothing out at the sides, and no fault that axe sees where it looks. */
function fitting(name: string, size: { width: number; height: number }, axe: boolean): Story {
  return {
    name,
    only: (door) => door.name === 'executable',
    async tell({ place }) {
      const found: string[] = [];
      await ready(place);
      await place.page.setViewportSize(size);
      for (const [address] of [...SCREENS, ...NARROW]) {
        await show(place, address, /./);
        const out = await place.ui.evaluate(outOfSight);
        if (out !== '') found.push(`${address}: ${out}`);
        if (axe) found.push(...(await faults(place)).map((fault) => `${address}: ${fault}`));
      }
      assert.equal(found.join('\n'), '');
    },
  };
}

/** Half the points of a classroom's screen. */
export const enlarged = fitting('enlarged: at 200 % no screen scrolls sideways, and axe sees no fault', { width: 683, height: 384 }, true);

/** The narrowest that the rules of accessibility ask for: 1280 points, four times as large. Axe has looked at 200 %. */
export const narrow = fitting('narrow: at 400 % no screen scrolls sideways', { width: 320, height: 512 }, false);

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
  const begins = await ui.evaluate(() => document.activeElement?.getAttribute('aria-label'));
  if (begins === 'Fermer') left.push('the focus begins on what closes the dialog');
  if (role === 'dialog') {
    for (let step = 0; step < 25; step += 1) await page.keyboard.press('Tab');
    const inside = await ui.evaluate(() => document.activeElement?.closest('[role="dialog"]') !== null);
    if (!inside) left.push('the focus leaves the dialog');
  }
  // A list that a field of the dialog has opened closes first.
  const listed = await ui.evaluate(() => document.activeElement?.matches('input[aria-expanded="true"]') ?? false);
  if (listed) await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await box.waitFor({ state: 'hidden' });
  const back = await button.evaluate((node) => node === document.activeElement || node.contains(document.activeElement));
  if (!back) left.push('the focus does not come back');
  return left;
}
