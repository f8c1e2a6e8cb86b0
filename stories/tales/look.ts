import assert from 'node:assert/strict';
import { camera } from '../acts/camera.ts';
import { addVehicle, change, createPerson, openCreation, type } from '../acts/record.ts';
import { goTo, openPart, ready, search } from '../acts/shell.ts';
import { carryAway, handIn } from '../acts/workbook.ts';
import { editCell } from '../files/workbook.ts';
import { addList, openFields } from './fields.ts';
import type { Story } from './story.ts';

const PARTS = ['Fiche', 'Véhicules', 'Factures', 'Après-vente', 'Suivi', 'Notes', 'Consentements', 'Historique'];

export const look: Story = {
  name: 'look: no fault that axe sees on the screens of records, figures and data, and a picture of each',
  async tell({ place }, door) {
    const { see, found } = await camera(place, door, 'records');

    await ready(place);
    await see('home');
    await goTo(place, 'Clients');
    await place.ui.getByRole('grid', { name: 'Liste des clients' }).waitFor();
    await see('clients');
    await place.ui.getByRole('button', { name: 'Filtres' }).click();
    await see('clients-filters');
    await place.page.keyboard.press('Escape');
    await place.ui.getByRole('button', { name: /^Colonnes/ }).first().click();
    await see('clients-columns');
    await place.page.keyboard.press('Escape');

    await goTo(place, 'Factures');
    await place.ui.getByRole('button', { name: 'Grouper' }).click();
    const cell = place.ui.getByRole('grid', { name: 'Liste des factures' }).locator('[data-cell="0:2"]');
    await cell.waitFor();
    await place.ui.getByLabel('Puis par').selectOption({ label: 'Concession' });
    await place.ui.getByRole('button', { name: 'Détail de « APV »' }).click();
    await see('invoices-groups');
    await cell.dispatchEvent('contextmenu');
    await place.ui.getByRole('menuitem', { name: 'Ouvrir la fiche' }).waitFor();
    await see('invoices-menu');
    await place.page.keyboard.press('Escape');
    await place.ui.getByRole('button', { name: 'Imprimer' }).click();
    await place.ui.getByRole('region', { name: 'Lignes à imprimer' }).getByRole('row').nth(2).waitFor();
    await see('invoices-print');
    await place.page.keyboard.press('Escape');
    await goTo(place, 'Vue transversale');
    await place.ui.getByRole('link', { name: 'Rennes', exact: true }).waitFor();
    await see('values');
    await place.ui.getByRole('button', { name: 'Remplacer… Rennes' }).click();
    await place.ui.getByLabel('Nouvelle valeur').fill('RENNES');
    await place.ui.getByRole('button', { name: 'Voir ce qui changera' }).click();
    await place.ui.getByRole('button', { name: /^Modifier .*fiches/ }).waitFor();
    await see('bulk-preview');
    await place.page.keyboard.press('Escape');

    await goTo(place, 'Leads');
    await place.ui.getByRole('region', { name: 'Nouveau', exact: true }).waitFor();
    await see('leads');
    await place.ui.getByRole('region', { name: 'Nouveau', exact: true }).getByRole('link').first().click();
    await place.ui.getByRole('article').waitFor();
    await see('lead');
    for (const [act, name] of [['Répondre', 'reply'], ['Rattacher', 'attach'], ['Convertir', 'convert'], ['Perdu', 'lose']] as const) {
      await place.ui.getByRole('article').getByRole('button', { name: act, exact: true }).click();
      await place.ui.getByRole('dialog').waitFor();
      await see(`lead-${name}`);
      await place.page.keyboard.press('Escape');
      await place.ui.getByRole('dialog').waitFor({ state: 'hidden' });
    }


    await openFields(place);
    await place.ui.getByText('Aucun champ ajouté').waitFor();
    await see('fields-none');
    await place.ui.getByRole('button', { name: 'Ajouter un champ', exact: true }).click();
    await place.ui.getByRole('dialog').getByLabel('Type').selectOption({ label: 'Liste de choix' });
    await place.ui.getByRole('dialog').getByRole('button', { name: 'Enregistrer' }).click();
    await place.ui.getByText('Donnez un nom au champ.').waitFor();
    await see('fields-refused');
    await place.page.keyboard.press('Escape');
    await addList(place, 'Club fidélité', 'Or\nArgent\nBronze');
    await see('fields');
    await place.ui.getByRole('button', { name: /^Modifier le champ/ }).click();
    await place.ui.getByRole('dialog').getByRole('button', { name: 'Retirer « Argent »' }).click();
    await see('fields-edit');
    await place.page.keyboard.press('Escape');

    await goTo(place, 'Doublons');
    await place.ui.getByRole('button', { name: 'Même personne' }).waitFor();
    await see('doubles');
    await place.ui.getByRole('button', { name: 'Même personne' }).click();
    await place.ui.getByRole('heading', { level: 1, name: 'Fusionner des fiches' }).waitFor();
    await see('merge');

    await goTo(place, 'Ciblage');
    await place.ui.getByRole('link', { name: 'Contrôle technique dans les 60 jours' }).waitFor();
    await see('targetings');
    await place.ui.getByRole('link', { name: 'Acheté chez nous, jamais venu à l’atelier' }).click();
    await place.ui.getByRole('region', { name: 'Conditions' }).waitFor();
    await place.page.waitForTimeout(600);
    await see('targeting');
    await place.ui.getByRole('button', { name: 'Écrire en texte' }).click();
    await place.ui.locator('input[aria-label="Ajouter une condition"]').first().click();
    await see('targeting-text');
    await place.page.keyboard.press('Escape');

    await goTo(place, 'Nettoyage');
    await place.ui.getByRole('button', { name: /^Corriger : / }).first().waitFor();
    await see('cleaning');
    await place.ui.getByRole('button', { name: /^Faire les .* corrections sûres/ }).first().click();
    await place.ui.getByRole('dialog').getByRole('checkbox').first().waitFor();
    await see('cleaning-all');
    await place.page.keyboard.press('Escape');
    await place.ui.getByRole('button', { name: 'Injoignables' }).click();
    await place.ui.getByRole('button', { name: /^Contrôle suivant/ }).waitFor();
    await see('cleaning-none');
    await place.ui.getByRole('button', { name: 'Mails manquants' }).click();
    await place.ui.getByRole('link', { name: 'Remplir l’un après l’autre' }).click();
    await place.ui.getByRole('heading', { name: 'Compléter : Mail', level: 1 }).waitFor();
    await see('fill');

    await goTo(place, 'Tableaux de bord');
    const tile = place.ui.getByRole('region', { name: 'CA par client', exact: true });
    await tile.locator('[role="img"]').waitFor();
    await see('dashboard');
    for (const name of ['Vente', 'APV', 'Relances']) {
      await place.ui.getByRole('navigation', { name: 'Tableaux' }).getByRole('link', { name }).click();
      await place.ui.locator('[role="img"]').nth(1).waitFor();
      await see(`dashboard-${name.toLowerCase()}`);
    }
    await place.ui.getByRole('button', { name: 'Tuile', exact: true }).click();
    await see('dashboard-gallery');
    await place.ui.getByRole('button', { name: 'Composer ma tuile' }).click();
    await place.ui.getByLabel('Par', { exact: true }).selectOption('issued_on');
    await place.ui.getByRole('button', { name: 'Ajouter une condition' }).click();
    await see('dashboard-editor');
    await place.page.keyboard.press('Escape');
    await place.ui.getByRole('button', { name: 'Nouveau tableau' }).click();
    await see('dashboard-new');
    await place.page.keyboard.press('Escape');
    await place.ui.getByRole('navigation', { name: 'Tableaux' }).getByRole('link', { name: 'Direction' }).click();
    const actions = tile.getByRole('button', { name: /^Actions sur la tuile/ });
    await actions.click();
    await see('dashboard-menu');
    await place.ui.getByRole('menuitem', { name: 'Afficher en tableau' }).click();
    await see('dashboard-table');
    await actions.click();
    await place.ui.getByRole('menuitem', { name: 'Montrer le calcul' }).click();
    await see('dashboard-calculation');
    await place.page.keyboard.press('Escape');
    await actions.click();
    await place.ui.getByRole('menuitem', { name: 'Placer et redimensionner' }).click();
    await see('dashboard-placing');
    await place.page.keyboard.press('Escape');

    await goTo(place, 'Clients');
    const grid = place.ui.getByRole('grid', { name: 'Liste des clients' });
    await grid.getByRole('row').nth(1).getByRole('link').click();
    for (const part of PARTS) {
      await openPart(place, part);
      await see(`record-${PARTS.indexOf(part)}`);
    }
    await openPart(place, 'Factures');
    await place.ui.getByRole('button', { name: 'Ajouter une facture' }).click();
    await see('invoice-form');
    await place.page.keyboard.press('Escape');
    await place.ui.getByRole('link', { name: /^Imprimer la facture/ }).first().click();
    await place.ui.getByRole('article', { name: /^la facture/ }).waitFor();
    await see('invoice-sheet');
    await place.ui.getByRole('link', { name: 'Revenir à la fiche' }).click();
    await openPart(place, 'Suivi');
    await place.ui.getByRole('button', { name: 'Ajouter un rendez-vous' }).click();
    await see('appointment-form');
    await place.page.keyboard.press('Escape');

    await openCreation(place, 'Nouvelle société');
    await see('create-company');
    await createPerson(place, { Prénom: 'Hortense', Nom: 'Quillivéré', Portable: '0639981234' });
    await see('created');
    await change(place, 'Mail', 'hortense@');
    await see('edit-refused');
    await place.page.keyboard.press('Escape');
    await addVehicle(place, { Marque: 'Renault', Modèle: 'Clio' });
    await see('vehicle');
    await openPart(place, 'Notes');
    await see('notes-empty');
    await openCreation(place, 'Nouveau particulier');
    await type(place, { Nom: 'Quillivere', Portable: '0639981234', 'Code postal': '3500' });
    await see('create-person');
    await place.ui.getByRole('button', { name: 'Créer la fiche' }).click();
    await see('create-refused');

    await (await search(place, 'quillivere')).first().waitFor();
    await see('palette');
    await place.page.keyboard.press('Escape');
    await goTo(place, 'Données');
    await see('data');
    await place.ui.getByText('Pour le formateur').click();
    await see('data-trainer');
    const { name, bytes } = await carryAway(place);
    await handIn(place, name, editCell(bytes, 'Particuliers', 'Profession', 'Horlogère de marine').bytes);
    await see('import-preview');
    await handIn(place, name, bytes);
    await see('import-same');
    await handIn(place, name, editCell(bytes, 'Particuliers', 'Civilité', 'Monseigneur').bytes);
    await see('import-problems');
    await place.ui.getByRole('button', { name: 'Ne rien changer' }).click();
    await place.ui.getByRole('button', { name: 'Remettre à zéro' }).click();
    await see('reset-question');
    assert.deepEqual(found, []);
  },
};
