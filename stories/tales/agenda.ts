import assert from 'node:assert/strict';
import type { Locator } from 'playwright-core';
import { column, drawSlot, iso, toDate, toView } from '../acts/agenda.ts';
import { faults } from '../acts/axe.ts';
import { createPerson, input } from '../acts/record.ts';
import { dayAfter, enterInMenu, goTo, message, ready, undoButton } from '../acts/shell.ts';
import type { Place } from '../doors/door.ts';
import type { Story } from './story.ts';

const form = ({ ui }: Place, name = 'Nouveau rendez-vous') => ui.getByRole('dialog', { name });
const events = ({ ui }: Place, name: RegExp | string) => ui.getByRole('main').getByRole('button', { name });

/** « 27/11/2026 » some days later. */
function later(day: string, days: number): string {
  const [date = 0, month = 1, year = 0] = day.split('/').map(Number);
  return new Date(Date.UTC(year, month - 1, date + days)).toISOString().slice(0, 10).split('-').reverse().join('/');
}

/** The Saturday after Christmas of the year of use, or of the next one. */
async function christmasSaturday(place: Place): Promise<string> {
  const [, , year = ''] = (await dayAfter(place, 0)).split('/');
  const passed = iso(await dayAfter(place, 0)) > `${year}-12-20`;
  const from = `25/12/${Number(year) + Number(passed)}`;
  for (let step = 0; ; step += 1) {
    const day = later(from, step);
    if (new Date(`${iso(day)}T12:00:00Z`).getUTCDay() === 6) return day;
  }
}

async function fill(place: Place, dialog: Locator, typed: Record<string, string>): Promise<void> {
  for (const [label, text] of Object.entries(typed)) await input(place, label, dialog).fill(text);
}

export const agenda: Story = {
  name: 'agenda: a Saturday meeting goes on through a holiday, one exception moved, and all taken back',
  async tell({ place }) {
    const { ui } = place;
    await ready(place);
    const saturday = await christmasSaturday(place);
    await goTo(place, 'Agenda');
    await toView(place, 'Semaine');
    await toDate(place, saturday);
    await column(place, saturday).waitFor();
    await ui.getByRole('button', { name: 'Nouveau rendez-vous', exact: true }).click();
    const dialog = form(place);
    await fill(place, dialog, {
      Titre: 'Point du samedi',
      Début: `${later(saturday, -7)} 09:00`,
      Fin: `${later(saturday, -7)} 08:00`,
      Responsable: 'Léa Martin',
    });
    await dialog.getByText('Date antérieure à « Début ».').waitFor();
    await fill(place, dialog, { Fin: `${later(saturday, -7)} 10:00` });
    await dialog.getByLabel('Répétition').selectOption({ label: 'Toutes les semaines' });
    await dialog.getByLabel('Fin', { exact: true }).last().selectOption({ label: 'Jusqu’au' });
    await dialog.getByRole('textbox', { name: 'Dernier jour' }).fill(later(saturday, 160));
    await dialog.getByText(/^Tous les samedis de 9\sh à 10\sh, jusqu’au/).waitFor();
    await dialog.getByText(/^Jour férié/).waitFor();
    assert.deepEqual(await faults(place), []);
    await dialog.getByRole('listitem').filter({ hasText: 'Jour férié' }).getByRole('button').click();
    await dialog.getByText(/, sauf le /).waitFor();
    await dialog.getByRole('button', { name: 'Enregistrer' }).click();
    await dialog.waitFor({ state: 'hidden' });
    await message(place, 'Rendez-vous créé').waitFor();

    // One exception: the event of that Saturday goes to the Friday before, by the mouse.
    const friday = later(saturday, -1);
    await column(place, saturday).getByRole('button', { name: /Point du samedi/ }).dragTo(column(place, friday), { targetPosition: { x: 30, y: 160 } });
    const scope = ui.getByRole('dialog', { name: 'Déplacer un rendez-vous qui se répète' });
    assert.deepEqual(await faults(place), []);
    await scope.getByRole('radio', { name: 'Cet événement' }).check();
    await scope.getByRole('button', { name: 'Déplacer' }).click();
    const moved = column(place, friday).getByRole('button', { name: /Point du samedi/ });
    await moved.waitFor();
    await column(place, saturday).getByRole('button', { name: /Point du samedi/ }).waitFor({ state: 'hidden' });
    assert.match(await moved.innerText(), /Déplacé du/);
    await ui.getByRole('button', { name: 'Période suivante' }).click();
    await column(place, later(saturday, 7)).waitFor();
    await toView(place, 'Liste');
    await events(place, /Point du samedi/).nth(1).waitFor();
    assert.deepEqual(await faults(place), []);

    // The next ones from the following week on are at eleven.
    await events(place, /Point du samedi/).nth(1).click();
    const edit = form(place, 'Rendez-vous');
    await edit.getByText('Celui-ci et les suivants').click();
    await edit.getByText(/^Tous les samedis/).waitFor();
    await fill(place, edit, { Titre: 'Point de fin de semaine' });
    await edit.getByRole('button', { name: 'Enregistrer' }).click();
    await edit.waitFor({ state: 'hidden' });
    await events(place, /Point de fin de semaine/).first().waitFor();
    await events(place, /Point du samedi/).first().waitFor();
    for (let step = 0; step < 3; step += 1) await undoButton(place).click();
    await message(place, /Annulé\s: nouveau rendez-vous/).waitFor();
    await events(place, /Point d[ue] /).first().waitFor({ state: 'hidden' });
  },
};

export const agendaKeys: Story = {
  name: 'agenda by keyboard: written, moved, made longer, done, deleted without the mouse',
  async tell({ place }) {
    const { page, ui } = place;
    const keys = page.keyboard;
    await ready(place);
    const day = await dayAfter(place, 28);
    await goTo(place, 'Agenda');
    await toView(place, 'Jour');
    await toDate(place, day);
    await column(place, day).waitFor();
    await ui.getByRole('application').focus();
    await keys.press('ArrowDown');
    await keys.press('Shift+ArrowDown');
    await ui.getByText(/de 9\sh\s30 à 11\sh$/).first().waitFor();
    await keys.press('Enter');
    await form(place).waitFor();
    // The form takes the focus once it has come in.
    await ui.waitForFunction(() => document.activeElement instanceof HTMLInputElement);
    await keys.type('Revue du stock');
    await keys.press('Control+Enter');
    await form(place).waitFor({ state: 'hidden' });
    const event = column(place, day).getByRole('button', { name: /Revue du stock/ });
    await event.getByText(/9\sh\s30/).waitFor();
    await event.focus();
    await keys.press('Shift+ArrowDown');
    await event.getByText(/9\sh\s45/).waitFor();
    await event.focus();
    await keys.press('m');
    await enterInMenu(place, 'Durée…');
    const length = ui.getByRole('dialog', { name: /^Durée/ });
    await length.getByLabel('Durée').selectOption({ label: '3 h' });
    await keys.press('Control+Enter');
    await event.getByText(/12\sh\s45/).waitFor();
    await event.focus();
    await keys.press('m');
    await enterInMenu(place, 'Déplacer…');
    const move = ui.getByRole('dialog', { name: /^Déplacer/ });
    await move.getByLabel('Nouveau début').fill('14 h 30');
    await keys.press('Control+Enter');
    await event.getByText(/14\sh\s30/).waitFor();
    await event.focus();
    await keys.press('m');
    await enterInMenu(place, 'Marquer comme fait');
    await event.getByText('Fait').waitFor();
    await event.focus();
    await keys.press('Delete');
    await event.waitFor({ state: 'hidden' });
    await keys.press('Control+z');
    await event.waitFor();
  },
};

export const agendaPlace: Story = {
  name: 'agenda: a client sent from the record is dropped on a slot, a late follow-up on a day, a selection is placed in a row',
  async tell({ place }) {
    const { ui } = place;
    await ready(place);
    const name = await createPerson(place, { Prénom: 'Hortense', Nom: 'Quillivéré', Portable: '0639981234' });
    await ui.getByRole('button', { name: 'Planifier', exact: true }).first().click();
    await ui.getByRole('heading', { level: 1, name: 'Agenda' }).waitFor();
    await toView(place, 'Semaine');
    const day = await dayAfter(place, 9);
    await toDate(place, day);
    await toView(place, 'Jour');
    await column(place, day).waitFor();
    const panel = ui.getByRole('complementary', { name: 'À placer' });
    await panel.getByRole('button', { name: new RegExp(`^${name}`) }).dragTo(column(place, day), { targetPosition: { x: 200, y: 330 } });
    const dialog = form(place);
    await dialog.waitFor();
    assert.equal(await input(place, 'Titre', dialog).inputValue(), `RDV ${name}`);
    assert.equal(await input(place, 'Client', dialog).inputValue(), name);
    await dialog.getByRole('button', { name: 'Enregistrer' }).click();
    await dialog.waitFor({ state: 'hidden' });
    await column(place, day).getByRole('button', { name: new RegExp(`RDV ${name}`) }).waitFor();
    await panel.getByText(name).waitFor({ state: 'hidden' });

    // Drawn with the mouse: an hour and a half; then its lower edge is pulled half an hour further.
    const { page } = place;
    const far = later(day, 84);
    await toDate(place, far);
    await column(place, far).waitFor();
    await drawSlot(place, far);
    await fill(place, dialog, { Titre: 'Inventaire' });
    const [from = '', to = ''] = await Promise.all(
      ['Début', 'Fin'].map((label) => input(place, label, dialog).inputValue()),
    );
    const minutes = (text: string) => Number(text.slice(11, 13)) * 60 + Number(text.slice(14, 16));
    assert.equal(minutes(to) - minutes(from), 90);
    await dialog.getByRole('button', { name: 'Enregistrer' }).click();
    await dialog.waitFor({ state: 'hidden' });
    const drawn = column(place, far).getByRole('button', { name: /Inventaire/ });
    const shape = await drawn.boundingBox();
    assert.ok(shape);
    await page.mouse.move(shape.x + 60, shape.y + shape.height - 3);
    await page.mouse.down();
    await page.mouse.move(shape.x + 60, shape.y + shape.height + 10, { steps: 3 });
    await page.mouse.move(shape.x + 60, shape.y + shape.height + 23, { steps: 3 });
    await page.mouse.up();
    const until = minutes(to) + 30;
    const clock = `${Math.floor(until / 60)}\\sh${until % 60 ? `\\s${until % 60}` : ''}`;
    await drawn.getByText(new RegExp(`${clock}$`)).first().waitFor();
    await toDate(place, day);

    const late = panel.getByRole('region', { name: /^Relances en retard/ }).getByRole('button').first();
    const whom = (await late.locator('strong').innerText()).trim();
    await late.click();
    await dialog.waitFor();
    await fill(place, dialog, { Début: `${day} 16:00`, Fin: `${day} 16:15` });
    await dialog.getByRole('button', { name: 'Enregistrer' }).click();
    await dialog.waitFor({ state: 'hidden' });
    // The follow-up itself has gone to that day, and the agenda shows both.
    await events(place, new RegExp(`Relancer ${whom}`)).first().waitFor();

    await goTo(place, 'Clients');
    const grid = ui.getByRole('grid', { name: 'Liste des clients' });
    for (const row of [0, 1]) await grid.locator(`[data-cell="${row}:0"]`).click();
    await ui.getByRole('button', { name: 'Planifier…' }).click();
    await panel.getByRole('button', { name: 'Placer les 2 à la suite' }).click();
    await fill(place, dialog, { Titre: 'Appel', Début: `${day} 10:00`, Fin: `${day} 10:15` });
    await dialog.getByRole('button', { name: 'Enregistrer' }).click();
    await message(place, /2\srendez-vous placés à la suite/).waitFor();
    await toDate(place, day);
    await column(place, day).getByRole('button', { name: /Appel, / }).nth(1).waitFor();
  },
};
