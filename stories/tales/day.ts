import assert from 'node:assert/strict';
import { change, createPerson, shows } from '../acts/record.ts';
import { dayAfter, goTo, message, openRecord, ready, redoButton, undoButton } from '../acts/shell.ts';
import { agree, carryAway, handIn } from '../acts/workbook.ts';
import { column, drawSlot, toDate, toView } from '../acts/agenda.ts';
import type { Place } from '../doors/door.ts';
import { editCell } from '../files/workbook.ts';
import type { Story } from './story.ts';

/** Everything that hangs on the make of the browser, in one day: keys, mouse, charts, files in and out, what is kept. */
export const day: Story = {
  name: 'day: records, lists, agenda, figures, a workbook out and in, and all of it found again',
  only: ({ milder }) => milder === 'firefox',
  async tell(visit, door) {
    const { place } = visit;
    await ready(place);
    const name = await createPerson(place, { Prénom: 'Hortense', Nom: 'Quillivéré', Portable: '0639981234' });
    await change(place, 'Profession', 'Horlogère');
    await undoButton(place).click();
    await shows(place, 'Profession', 'non renseigné').waitFor();
    await redoButton(place).click();
    await shows(place, 'Profession', 'Horlogère').waitFor();
    await byKeys(place);
    await listed(place);
    await drawn(place);
    await counted(place);
    await carried(place);
    await openRecord(place, 'quillivere', name);

    if (!door.inBrowser) await quit(place);
    await visit.again();
    await ready(visit.place);
    await openRecord(visit.place, 'quillivere', name);
    await shows(visit.place, 'Profession', 'Horlogère').waitFor();
  },
};

async function byKeys({ page, ui }: Place): Promise<void> {
  await ui.getByRole('button', { name: /^Modifier Mail :/ }).focus();
  await page.keyboard.press('F2');
  await page.keyboard.type('hortense@exemple.fr');
  await page.keyboard.press('Enter');
  await ui.getByRole('button', { name: 'Modifier Mail : hortense@exemple.fr', exact: true }).waitFor();
  await page.keyboard.press('Control+k');
  await ui.getByRole('combobox', { name: 'Rechercher un client ou une action' }).waitFor();
  await page.keyboard.type('donnees');
  await ui.getByRole('option', { name: 'Aller aux données' }).waitFor();
  await page.keyboard.press('Escape');
}

async function listed(place: Place): Promise<void> {
  await goTo(place, 'Factures');
  const grid = place.ui.getByRole('grid', { name: 'Liste des factures' });
  await grid.locator('[data-cell="0:2"]').click();
  await place.page.keyboard.press('ArrowDown');
  await place.ui.waitForFunction(() => document.activeElement?.getAttribute('data-cell') === '1:2');
  await place.ui.getByRole('button', { name: 'Grouper' }).click();
  await place.ui.getByRole('complementary', { name: 'Grouper' }).getByRole('button', { name: /^APV/ }).click();
  await place.ui.getByText('Type : APV').waitFor();
}

/** A slot drawn with the mouse, on a day far from all that the base holds. */
async function drawn(place: Place): Promise<void> {
  await goTo(place, 'Agenda');
  await toView(place, 'Jour');
  const far = await dayAfter(place, 84);
  await toDate(place, far);
  await column(place, far).waitFor();
  await drawSlot(place, far);
  const form = place.ui.getByRole('dialog', { name: 'Nouveau rendez-vous' });
  await form.getByRole('textbox', { name: 'Titre' }).fill('Inventaire');
  await form.getByRole('button', { name: 'Enregistrer' }).click();
  await column(place, far).getByRole('button', { name: /Inventaire/ }).waitFor();
}

async function counted(place: Place): Promise<void> {
  await goTo(place, 'Tableaux de bord');
  const tile = place.ui.getByRole('region', { name: 'CA par client', exact: true });
  await tile.locator('[role="img"]').waitFor();
  await tile.getByRole('button', { name: /^Actions sur la tuile/ }).click();
  await place.ui.getByRole('menuitem', { name: 'Afficher en tableau' }).click();
  await tile.getByRole('link').first().click();
  await place.ui.getByRole('grid').waitFor();
}

async function carried(place: Place): Promise<void> {
  const { name, bytes } = await carryAway(place);
  assert.match(name, /\.xlsx$/);
  await handIn(place, name, editCell(bytes, 'Particuliers', 'Profession', 'Horlogère de marine').bytes);
  await agree(place, 'Importer ce classeur');
  await message(place, /^Classeur importé/).waitFor();
}

async function quit({ ui }: Place): Promise<void> {
  await ui.getByRole('button', { name: 'Quitter le simulateur' }).click();
  await ui.getByRole('dialog').getByRole('button', { name: 'Quitter le simulateur' }).click();
  await ui.getByRole('heading', { name: 'Le simulateur est fermé' }).waitFor();
}
