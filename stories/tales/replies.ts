import assert from 'node:assert/strict';
import { faults } from '../acts/axe.ts';
import { createPerson } from '../acts/record.ts';
import { goTo, holds, message, openPart, ready, undoButton } from '../acts/shell.ts';
import type { Place } from '../doors/door.ts';
import { twoDoors, type Story } from './story.ts';

/** What 100,000 draws come to: the number of the engine's own test. */
const DRAWS = 'e037ecfa5a16f1ce';

/** The form of an activity of a kind, by its letter, on the record that is open. */
async function log({ page, ui }: Place, letter: string, name: RegExp) {
  await ui.getByRole('tab', { name: 'Suivi' }).focus();
  await page.keyboard.press('Alt+s');
  await ui.getByRole('menuitem', { name: 'Appel' }).waitFor();
  await page.keyboard.press(letter);
  const form = ui.getByRole('dialog', { name });
  await form.waitFor();
  return form;
}

/** Somebody whose mail cannot arrive: the base holds some on purpose. */
async function openBadMail(place: Place): Promise<void> {
  const { ui } = place;
  await goTo(place, 'Nettoyage');
  await ui.getByRole('navigation', { name: 'Contrôles' }).getByRole('button', { name: /^Mails mal/ }).click();
  await ui.getByRole('region', { name: /^À voir : Mails mal/ }).getByRole('link').first().click();
  await openPart(place, 'Suivi');
}

export const replies: Story = {
  name: 'replies: a mail comes back, the days tell of it, it is handled in one step, explained and taken back',
  only: twoDoors,
  async tell({ place }) {
    const { page, ui } = place;
    await ready(place);
    await openBadMail(place);
    const form = await log(place, 'm', /^Mail\s:/);
    await page.keyboard.type('Votre révision approche');
    await page.keyboard.press('Control+Enter');
    await form.waitFor({ state: 'hidden' });

    await goTo(place, 'Données');
    await ui.getByRole('group', { name: 'Avancer jusqu’à' }).getByRole('button', { name: 'La semaine prochaine' }).click();
    const digest = ui.getByRole('region', { name: /ont apporté$/ });
    await digest.waitFor();
    // A mail that cannot arrive comes back within the minute: on a slow machine before the days are passed.
    const told = digest.getByRole('link', { name: /réponses? de clients?$/ });
    const inbox = ui.getByRole('navigation', { name: 'Navigation principale' }).getByRole('link', { name: /^Réponses/ });
    await ((await told.count()) > 0 ? told : inbox).click();
    await ui.getByRole('heading', { level: 1, name: 'Boîte de réception' }).waitFor();
    // Others may have come by meanwhile: this one is looked for.
    const asked = ui.getByLabel('Ce qu’elle demande');
    const kinds = () => asked.getByRole('option').allInnerTexts();
    const bounced = (await holds(kinds, (all) => all.some((kind) => kind.startsWith('Message non remis')))).find((kind) =>
      kind.startsWith('Message non remis'),
    );
    await asked.selectOption({ label: bounced ?? '' });
    const lines = ui.getByRole('navigation', { name: 'Réponses reçues' });
    const line = lines.getByRole('button', { name: /Message non remis/ });
    await line.waitFor();
    // The former lines stay in sight until the filter has been applied: a click on them would read another one as well.
    const shown = () => lines.getByRole('button').allInnerTexts();
    await holds(shown, (all) => all.length > 0 && all.every((text) => text.includes('Message non remis')));
    // Unread until it is opened, and again when it is marked so by the key; the navigation counts it.
    const unread = async () => /non lue/.test(await line.innerText());
    const counted = async () => Number(/(\d+)\s+non lues?/.exec(await inbox.innerText())?.[1] ?? 0);
    const before = await holds(counted, (count) => count > 0);
    assert.ok(await unread());
    await line.click();
    await holds(unread, (is) => !is);
    // Another may come in the very moment: the count has changed, by how much is not for this story to say.
    await holds(counted, (count) => count !== before);
    await line.press('l');
    await holds(unread, (is) => is);
    await ui.getByRole('button', { name: 'Marquer comme lue', exact: true }).click();
    await holds(unread, (is) => !is);
    const treatment = ui.getByRole('region', { name: 'Traitement' });
    assert.ok(await treatment.getByRole('checkbox', { name: 'Vider le mail, qui ne va pas' }).isChecked());
    await ui.getByText('Taux grossis pour l’exercice').waitFor();
    assert.deepEqual(await faults(place), []);

    await ui.getByRole('button', { name: 'Pourquoi ?' }).click();
    await ui.getByRole('button', { name: 'Montrer les raisons' }).click();
    await ui.getByText(new RegExp(`${DRAWS}, les mêmes sur tous les postes`)).waitFor();
    assert.deepEqual(await faults(place), []);

    await treatment.getByRole('button', { name: 'Traiter' }).click();
    await message(place, 'Réponse traitée').waitFor();
    await ui.getByText('Aucune réponse de ce genre').waitFor();
    await undoButton(place).click();
    await lines.getByRole('button', { name: /Message non remis/ }).waitFor();
    await treatment.getByRole('button', { name: 'Classer sans suite' }).click();
    await ui.getByText('Aucune réponse de ce genre').waitFor();
    await ui.getByText('Traitées', { exact: true }).click();
    await lines.getByText('classée sans suite').waitFor();
  },
};

export const calls: Story = {
  name: 'calls: a call that is made tells what came of it, a visit what was said, and their results are kept',
  only: twoDoors,
  async tell({ place }) {
    const { page, ui } = place;
    await ready(place);
    await createPerson(place, { Prénom: 'Nolwenn', Nom: 'Kervadec', Portable: '06 39 98 00 77' });
    await openPart(place, 'Suivi');
    const form = await log(place, 'a', /^Appel\s: Nolwenn Kervadec/);
    await page.keyboard.type('Prise de contact');
    await form.getByRole('button', { name: 'Passer l’appel' }).click();
    const told = form.getByText(/^Résultat de l’appel\s: /);
    await told.waitFor();
    const result = (await told.innerText()).replace(/^Résultat de l’appel\s: /, '');
    assert.equal(await form.getByRole('combobox', { name: 'Résultat' }).inputValue(), result);
    assert.notEqual(await form.getByLabel('Contenu').inputValue(), '');
    assert.deepEqual(await faults(place), []);
    await form.getByLabel('Contenu').press('Control+Enter');
    await form.waitFor({ state: 'hidden' });
    await ui.getByText('Prise de contact').first().waitFor();

    // Somebody who stands there says what they want.
    const visit = await log(place, 'v', /^Visite\s: Nolwenn Kervadec/);
    await page.keyboard.type('Passage au hall');
    await visit.getByRole('button', { name: 'Recevoir le client' }).click();
    await visit.getByText(/^Résultat de la visite\s: /).waitFor();
    assert.notEqual(await visit.getByLabel('Contenu').inputValue(), '');
    assert.deepEqual(await faults(place), []);
    await visit.getByLabel('Contenu').press('Control+Enter');
    await visit.waitFor({ state: 'hidden' });
    await ui.getByText('Passage au hall').first().waitFor();
  },
};
