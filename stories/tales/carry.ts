import assert from 'node:assert/strict';
import { createPerson } from '../acts/record.ts';
import { goTo, ready } from '../acts/shell.ts';
import { carryAway, downloaded } from '../acts/workbook.ts';
import { unzip } from '../files/zip.ts';
import type { Story } from './story.ts';

export const carry: Story = {
  name: 'carry: the work is taken away in a workbook, and again before a reset',
  async tell({ place }) {
    await ready(place);
    await createPerson(place, { Prénom: 'Hortense', Nom: 'Quillivéré', Mail: 'hortense@exemple.fr' });
    const first = await carryAway(place);
    assert.match(first.name, /\.xlsx$/);
    const sheets = [...unzip(first.bytes)].filter(([name]) => name.startsWith('xl/'));
    assert.ok(sheets.some(([, content]) => content.includes('Quillivéré')), 'the new record is in it');

    await place.ui.getByRole('button', { name: 'Remettre à zéro' }).click();
    const question = place.ui.getByRole('dialog', { name: 'Remettre les données à zéro ?' });
    const copy = question.getByRole('checkbox', { name: /^Garder d’abord une copie/ });
    assert.ok(await copy.isChecked(), 'a copy is offered as soon as there is work');
    const kept = await downloaded(place, () => question.getByRole('button', { name: 'Tout remettre à zéro' }).click());
    assert.match(kept.name, /\.xlsx$/);
    await question.waitFor({ state: 'hidden' });
    await goTo(place, 'Accueil');
  },
};
