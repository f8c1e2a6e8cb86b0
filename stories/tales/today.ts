import assert from 'node:assert/strict';
import { faults } from '../acts/axe.ts';
import { dayAfter, goTo, message, ready, undoButton } from '../acts/shell.ts';
import type { Place } from '../doors/door.ts';
import type { Story } from './story.ts';

const overdue = ({ ui }: Place) => ui.getByRole('region', { name: 'En retard', exact: true });

async function number(place: Place): Promise<number> {
  return Number((await overdue(place).getByRole('heading').innerText()).replace(/\D/g, ''));
}

export const today: Story = {
  name: 'today: overdue follow-ups done with one key each, the day goes forward, nothing vanishes',
  async tell({ place }) {
    const { page, ui } = place;
    await ready(place);
    await overdue(place).waitFor();
    const before = await number(place);
    assert.ok(before > 3, `${before} overdue`);
    const first = overdue(place).locator('[data-follow-up]').first();
    const name = await first.innerText();
    await first.focus();
    await page.keyboard.press('3');
    const next = await dayAfter(place, 3);
    await message(place, new RegExp(`^Appel noté\\s: .*, relance le ${next}`)).waitFor();
    assert.equal(await number(place), before - 1);
    await ui.getByText(/relances? faites?, \d+ à faire/).waitFor();

    // The next one has the focus: without follow-up this time.
    await ui.waitForFunction(() => document.activeElement?.hasAttribute('data-follow-up'));
    await page.keyboard.press('f');
    await message(place, /sans suite$/).waitFor();
    assert.equal(await number(place), before - 2);
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('n');
    await ui.getByRole('dialog', { name: /^Relance faite/ }).waitFor();
    await page.keyboard.press('Escape');
    assert.deepEqual(await faults(place), []);

    await undoButton(place).click();
    await undoButton(place).click();
    await overdue(place).getByRole('link', { name, exact: true }).first().waitFor();
    assert.equal(await number(place), before);

    // Everybody's share, and one person's alone.
    const people = ui.getByRole('region', { name: 'Par personne' });
    const row = people.getByRole('row', { name: /^Léa Martin/ });
    const theirs = Number(await row.getByRole('cell').first().innerText());
    await row.getByRole('button').click();
    await people.getByRole('button', { name: 'Léa Martin', pressed: true }).waitFor();
    if (theirs > 0) {
      await ui.waitForFunction((count) => document.querySelector('[aria-label="En retard"] h2 span')?.textContent === String(count), theirs);
    }
    await ui.getByRole('region', { name: 'Leads à traiter' }).getByRole('link').nth(1).click();
    await ui.getByRole('article').waitFor();
    await goTo(place, 'Accueil');
  },
};
