// What a learner does with a record: create it, read a value, change it where it stands, add what belongs to it.
import type { Locator } from 'playwright-core';
import type { Place } from '../doors/door.ts';
import { goTo, openPart, recordTitle } from './shell.ts';

/** Labels of the form and what is typed in them. */
export type Typed = Record<string, string>;

/** An input of a form, or of a value being edited, by its label. */
export function input({ ui }: Place, label: string, inside?: Locator): Locator {
  const name = { name: label, exact: true };
  const where = inside ?? ui;
  return where.getByRole('textbox', name).or(where.getByRole('combobox', name));
}

export async function openCreation(place: Place, kind: 'Nouveau particulier' | 'Nouvelle société'): Promise<void> {
  await goTo(place, 'Clients');
  await place.ui.getByRole('link', { name: kind }).first().click();
  await place.ui.getByRole('heading', { name: kind, level: 1 }).waitFor();
}

export async function type(place: Place, typed: Typed): Promise<void> {
  for (const [label, text] of Object.entries(typed)) await input(place, label).fill(text);
}

/** Creates a person and stays on the new record. */
export async function createPerson(place: Place, typed: Typed): Promise<string> {
  await openCreation(place, 'Nouveau particulier');
  await type(place, typed);
  await place.ui.getByRole('button', { name: 'Créer la fiche' }).click();
  const name = [typed['Prénom'], typed['Nom']].filter(Boolean).join(' ');
  await recordTitle(place, name).waitFor();
  return name;
}

/** The value of a field on a record, a button that opens its editor. */
export function value(place: Place, label: string): Locator {
  return place.ui.getByRole('button', { name: new RegExp(`^Modifier ${label} :`) });
}

/** A field of a record that shows this text. */
export function shows(place: Place, label: string, text: string): Locator {
  return place.ui.getByRole('button', { name: `Modifier ${label} : ${text}`, exact: true });
}

/** Opens the editor of a value, types, and validates with Enter. */
export async function change(place: Place, label: string, text: string): Promise<void> {
  await value(place, label).first().click();
  await input(place, label).fill(text);
  await input(place, label).press('Enter');
}

export async function addVehicle(place: Place, typed: Typed): Promise<void> {
  await openPart(place, 'Véhicules');
  await place.ui.getByRole('button', { name: 'Ajouter un véhicule' }).click();
  const form = place.ui.getByRole('dialog', { name: 'Ajouter un véhicule' });
  for (const [label, text] of Object.entries(typed)) await input(place, label, form).fill(text);
  await form.getByRole('button', { name: 'Enregistrer' }).click();
  await form.waitFor({ state: 'hidden' });
}

/** An invoice of one line. */
export async function addInvoice(place: Place, label: string, price: string): Promise<void> {
  await openPart(place, 'Factures');
  await place.ui.getByRole('button', { name: 'Ajouter une facture' }).click();
  const form = place.ui.getByRole('dialog', { name: 'Ajouter une facture' });
  const line = form.getByRole('group', { name: 'Ligne 1' });
  await line.getByLabel('Désignation').fill(label);
  await line.getByLabel('Prix unitaire HT').fill(price);
  await form.getByRole('button', { name: 'Enregistrer' }).click();
  await form.waitFor({ state: 'hidden' });
}
