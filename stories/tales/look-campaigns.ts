import { goTo } from '../acts/shell.ts';
import type { Place } from '../doors/door.ts';
import { begin, pick } from './campaigns.ts';

/** The screens of campaigns and messages, each seen. */
export async function lookAtCampaigns(place: Place, see: (screen: string) => Promise<void>): Promise<void> {
  await goTo(place, 'Campagnes');
  await place.ui.getByRole('link', { name: 'Révision de printemps' }).waitFor();
  await see('campaigns');
  await place.ui.getByRole('link', { name: 'Révision de printemps' }).click();
  await place.ui.getByRole('heading', { name: 'Résultats' }).waitFor();
  await see('campaign');
  await goTo(place, 'Modèles');
  await place.ui.getByText('Fin de garantie').first().click();
  await see('templates');
  await begin(place, 'Acheté chez nous, jamais venu à l’atelier');
  await see('campaign-new');
  await pick(place, 'Modèle', 'Révision à programmer');
  await place.ui.getByRole('region', { name: 'Aperçu' }).getByText(/desinscription/).waitFor();
  await see('campaign-preview');
  await place.ui.locator('label').filter({ hasText: /^Contrôle avant envoi/ }).click();
  await place.ui.getByRole('button', { name: /onsentement/ }).first().click();
  await see('campaign-gate');
  await place.ui.getByRole('textbox', { name: 'Message' }).fill('Bonjour {Prenon}, {si Vile : Rennes}voisin');
  await place.ui.getByText(/Champ inconnu/).first().waitFor();
  await see('campaign-refused');
  await goTo(place, 'Campagnes');
  await place.ui.getByRole('link', { name: 'Portes ouvertes' }).click();
  await place.ui.getByRole('link', { name: 'Courriers à imprimer' }).click();
  await place.ui.getByRole('article').first().waitFor();
  await see('letters');
}
