import assert from 'node:assert/strict';
import { addInvoice, change, createPerson, shows } from '../acts/record.ts';
import { message, openRecord, ready, undoButton } from '../acts/shell.ts';
import type { Story } from './story.ts';

export const lesson: Story = {
  name: 'lesson: the platform is told from the first second, in words it cannot break',
  only: (door) => door.name.includes('SCORM'),
  async tell(visit, door) {
    await ready(visit.place);
    assert.equal(visit.record?.().status, 'incomplete');
    // The platform has put its glossary into our text; the screens go on over it.
    if (door.name.includes('hostile')) await visit.place.ui.locator('.glossary-term').first().waitFor();
    await createPerson(visit.place, { Prénom: 'Hortense', Nom: 'Quillivéré' });
    const { ui } = visit.place;
    await ui.getByRole('button', { name: 'Plein écran' }).click();
    await ui.waitForFunction(() => document.fullscreenElement !== null);
    await ui.getByRole('button', { name: 'Quitter le plein écran' }).click();
    await ui.waitForFunction(() => document.fullscreenElement === null);
    // Another tab comes in front: the last moment at which this platform can be told anything.
    await visit.place.ui.evaluate(() => {
      Object.defineProperty(document, 'visibilityState', { value: 'hidden', configurable: true });
      document.dispatchEvent(new Event('visibilitychange'));
    });

    await visit.again();
    await ready(visit.place);
    const record = visit.record?.();
    assert.equal(record?.status, 'incomplete');
    // What it prints between single quotes into its own page at the next launch.
    assert.match(record?.location ?? '', /^[A-Za-z0-9._-]{1,18000}$/);
    assert.match(record?.suspend ?? '', /^[A-Za-z0-9._-]*$/);
    await visit.place.page.evaluate(() => 'API' in window || 'API_1484_11' in window).then((there) => assert.ok(there));
  },
};

export const elsewhere: Story = {
  name: 'elsewhere: the lesson is opened on another computer, and the work is there',
  only: (door) => door.name.includes('SCORM'),
  async tell(visit) {
    await ready(visit.place);
    const name = await createPerson(visit.place, { Prénom: 'Hortense', Nom: 'Quillivéré', Portable: '06 39 98 12 34' });
    await addInvoice(visit.place, 'Forfait révision', '250');
    await message(visit.place, `${name} est maintenant client`).waitFor();
    await visit.place.ui.getByRole('button', { name: 'Terminer et enregistrer' }).click();
    await visit.place.ui.getByText('La leçon est terminée').waitFor();

    await visit.elsewhere();
    await ready(visit.place);
    await visit.place.ui.getByText('a été repris depuis la plateforme').waitFor();
    await openRecord(visit.place, 'quillivere', name);
    await visit.place.ui.locator('main header').first().getByText('Client', { exact: true }).waitFor();

    // What is done there comes back with it; the whole of it is one step, that can be taken back.
    await change(visit.place, 'Portable', '06 39 98 43 21');
    await shows(visit.place, 'Portable', '06 39 98 43 21').waitFor();
    await visit.again();
    await ready(visit.place);
    await openRecord(visit.place, 'quillivere', name);
    await shows(visit.place, 'Portable', '06 39 98 43 21').waitFor();
    await undoButton(visit.place).click();
    await shows(visit.place, 'Portable', '06 39 98 12 34').waitFor();
  },
};
