import assert from 'node:assert/strict';
import { createPerson } from '../acts/record.ts';
import { ready } from '../acts/shell.ts';
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
    assert.match(record?.location ?? '', /^[A-Za-z0-9._-]{1,255}$/);
    assert.match(record?.suspend ?? '', /^[A-Za-z0-9._-]*$/);
    await visit.place.page.evaluate(() => 'API' in window || 'API_1484_11' in window).then((there) => assert.ok(there));
  },
};
