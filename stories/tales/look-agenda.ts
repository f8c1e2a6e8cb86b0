// The agenda and the inbox, as `look` sees them.
import { goTo } from '../acts/shell.ts';
import type { Place } from '../doors/door.ts';

export async function seeAgenda(place: Place, see: (screen: string) => Promise<void>): Promise<void> {
  await goTo(place, 'Agenda');
  await place.ui.getByRole('application').waitFor();
  for (const [view, name] of [['Semaine', 'week'], ['Jour', 'day'], ['Liste', 'list'], ['Mois', 'month']] as const) {
    await place.ui.getByRole('radiogroup', { name: 'Présentation de l’agenda' }).getByText(view, { exact: true }).click();
    await see(`agenda-${name}`);
  }
  await place.ui.getByRole('button', { name: 'Nouveau rendez-vous', exact: true }).click();
  await place.ui.getByRole('dialog').getByLabel('Répétition').selectOption({ label: 'Toutes les semaines' });
  await see('agenda-form');
  await place.page.keyboard.press('Escape');
  for (const [item, name] of [['Calendrier', 'calendar'], ['Imprimer', 'print']] as const) {
    await place.ui.getByRole('button', { name: 'Autres actions' }).click();
    await place.ui.getByRole('menuitem', { name: new RegExp(`^${item}`) }).click();
    await see(`agenda-${name}`);
    await place.page.keyboard.press('Escape');
  }
  await place.ui.getByRole('navigation', { name: 'Navigation principale' }).getByRole('link', { name: /^Réponses/ }).click();
  await place.ui.getByText('Aucune réponse à traiter').waitFor();
  await see('inbox');
}
