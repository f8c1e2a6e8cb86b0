import assert from 'node:assert/strict';
import { createPerson, shows } from '../acts/record.ts';
import { ready, recordTitle } from '../acts/shell.ts';
import type { Place } from '../doors/door.ts';
import type { Story } from './story.ts';

export const keyboard: Story = {
  name: 'keyboard: a person is created, corrected and undone without the mouse',
  async tell({ place }) {
    const { page, ui } = place;
    await ready(place);
    // The first stop of the Tab key; in a platform, the keyboard is then in the lesson's frame.
    await ui.getByRole('link', { name: 'Aller au contenu' }).focus();
    await page.keyboard.press('Alt+n');
    await ui.getByRole('heading', { name: 'Nouveau particulier' }).waitFor();
    const keys = page.keyboard;
    // The form opens on its first field: civility, first name, name.
    await keys.press('Tab');
    await keys.type('Hortense');
    await keys.press('Tab');
    await keys.type('Quillivéré');
    await keys.press('Control+Enter');
    await recordTitle(place, 'Hortense Quillivéré').waitFor();

    await ui.getByRole('button', { name: /^Modifier Mail :/ }).focus();
    await keys.press('F2');
    await keys.type('hortense@exemple.fr');
    await keys.press('Enter');
    await shows(place, 'Mail', 'hortense@exemple.fr').waitFor();
    await keys.press('Control+z');
    await shows(place, 'Mail', 'non renseigné').waitFor();

    await keys.press('Control+k');
    const box = ui.getByRole('combobox', { name: 'Rechercher un client ou une action' });
    await box.waitFor();
    await keys.type('donnees');
    await ui.getByRole('option', { name: 'Aller aux données' }).waitFor();
    await keys.press('Escape');
    await box.waitFor({ state: 'hidden' });
    await keys.press('Control+k');
    await box.waitFor();
    await keys.type('quillivere');
    await ui.getByRole('option', { name: /Hortense Quillivéré/ }).first().waitFor();
    await keys.press('Enter');
    await recordTitle(place, 'Hortense Quillivéré').waitFor();
  },
};

/** Tab until the field with this label has the focus. */
async function tabTo({ page, ui }: Place, label: string): Promise<void> {
  for (let step = 0; step < 25; step += 1) {
    const here = await ui.evaluate(() => {
      const found = document.activeElement;
      return found instanceof HTMLInputElement ? (found.labels?.[0]?.innerText ?? found.ariaLabel ?? '') : '';
    });
    if (here.replace(/\s*\*$/, '').trim() === label) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`the keyboard never reaches ${label}`);
}

/** Milliseconds between two letters of somebody who types steadily. */
const LETTER = 90;

export const minute: Story = {
  name: 'minute: a client keyed in whole without the mouse in less than a minute, look-alikes in sight',
  async tell({ place }) {
    const { page, ui } = place;
    await ready(place);
    await createPerson(place, { Prénom: 'Hortense', Nom: 'Quillivéré', Portable: '06 39 98 12 34' });
    const begun = Date.now();
    await page.keyboard.press('Alt+n');
    await ui.getByRole('heading', { name: 'Nouveau particulier' }).waitFor();
    const alike = ui.getByRole('complementary', { name: 'Fiches ressemblantes' }).getByText('Hortense Quillivéré');
    for (const [label, text] of [
      ['Prénom', 'Hortance'],
      ['Nom', 'Quilivere'],
      ['Date de naissance', '12/3/1984'],
      ['Numéro', '4'],
      ['Rue', 'rue des Tilleuls'],
      ['Code postal', '35400'],
      ['Portable', '0639981235'],
      ['Mail', 'achille@courriel.example'],
    ] as const) {
      await tabTo(place, label);
      await page.keyboard.type(text, { delay: LETTER });
      if (label === 'Nom') await alike.waitFor();
    }
    await page.keyboard.press('Control+Enter');
    await recordTitle(place, 'Hortance Quilivere').waitFor();
    const took = (Date.now() - begun) / 1_000;
    assert.ok(took < 60, `${took} s`);
    await shows(place, 'Ville', 'Saint-Malo').waitFor();
  },
};
