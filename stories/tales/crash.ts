import assert from 'node:assert/strict';
import { change, createPerson, shows } from '../acts/record.ts';
import { ready } from '../acts/shell.ts';
import type { Story } from './story.ts';

export const crash: Story = {
  name: 'crash: the worker of the engine is killed, another takes over on what was kept',
  only: (door) => door.inBrowser,
  async tell({ place }) {
    await ready(place);
    await createPerson(place, { Prénom: 'Hortense', Nom: 'Quillivéré' });
    for (const profession of ['Horlogère', 'Luthière']) {
      const worker = place.page.workers().at(-1);
      assert.ok(worker, 'the engine runs in a worker');
      // Without a word: no error reaches the page.
      const gone = new Promise((closed) => worker.once('close', closed));
      await worker.evaluate(() => self.close());
      await gone;
      await place.ui.getByText('Le programme a redémarré. Votre travail enregistré est intact.').waitFor();
      await change(place, 'Profession', profession);
      await shows(place, 'Profession', profession).waitFor();
    }
  },
};
