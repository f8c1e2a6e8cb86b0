import type { Entity } from '../engine/types';
import { fr, plural } from './typography';

export const record = 'Fiche';
export const identity = 'Identité et suivi';
export const vehicles = 'Véhicules';
export const invoices = 'Factures';
export const timeline = 'Suivi';
export const notes = 'Notes';
export const consents = 'Consentements';
export const contacts = 'Contacts';
export const history = 'Historique';
export const sections = 'Parties de la fiche';
export const household = 'Même foyer';
export const subsidiaries = 'Filiales';
export const metrics = {
  vehicles: 'Véhicules',
  turnover: 'CA TTC',
  lastContact: 'Dernier contact',
  nextFollowUp: 'Prochaine relance',
};
export const never = 'jamais';
export const none = 'aucune';
export const back = 'Tous les clients';
export const notFound = 'Cette fiche n’existe pas';
export const notFoundHint = fr('Elle a peut-être été supprimée. « Annuler » la ferait revenir.');
export const deleteRecord = 'Supprimer la fiche';

const added: Partial<Record<Entity, string>> = {
  vehicle: 'Ajouter un véhicule',
  activity: 'Ajouter une activité',
  contact: 'Ajouter un contact',
  consent: 'Ajouter un consentement',
  note: 'Écrire une note',
  invoice: 'Ajouter une facture',
  agenda_entry: 'Ajouter un rendez-vous',
  lead: 'Ajouter un lead',
};
export const add = (entity: Entity) => added[entity] ?? 'Ajouter';

const emptied: Partial<Record<Entity, [string, string]>> = {
  vehicle: [
    'Aucun véhicule',
    'Le véhicule possédé permet de suivre l’entretien, le contrôle technique et la fin du financement.',
  ],
  invoice: ['Aucune facture', 'À la première facture, le prospect devient client.'],
  activity: [
    'Aucune activité',
    'Appels, visites, essais, offres : tout ce qui s’est passé avec ce client s’écrit ici.',
  ],
  contact: [
    'Aucun contact',
    'Une société a souvent plusieurs interlocuteurs : gérant, comptable, gestionnaire du parc.',
  ],
  consent: [
    'Aucun consentement enregistré',
    'Sans consentement, ce client ne peut être sollicité ni par SMS ni par téléphone.',
  ],
  note: ['Aucune note', 'Projets, attentes, centres d’intérêt : ce qui aidera à le conseiller.'],
};
export const emptyTitle = (entity: Entity) => emptied[entity]?.[0] ?? '';
export const emptyHint = (entity: Entity) => fr(emptied[entity]?.[1] ?? '');

export const remove = (what: string) => `Supprimer ${what}`;
export const removed = (what: string) => fr(`Supprimé : ${what}`);
export const removedCustomer = (label: string, parts: string[]) =>
  parts.length > 0
    ? fr(`Fiche supprimée : ${label}, avec ${parts.join(', ')}`)
    : fr(`Fiche supprimée : ${label}`);
export const vehicleCount = (count: number) => plural(count, 'véhicule', 'véhicules');
export const invoiceCount = (count: number) => plural(count, 'facture', 'factures');
export const activityCount = (count: number) => plural(count, 'activité', 'activités');

export const save = 'Enregistrer';
export const cancel = 'Annuler';
export const lines = 'Lignes';
export const line = (at: number) => `Ligne ${at}`;
export const lineLabel = 'Désignation';
export const lineQuantity = 'Quantité';
export const linePrice = 'Prix unitaire HT';
export const lineNet = 'Montant HT';
export const addLine = 'Ajouter une ligne';
export const addLineTo = (number: string) => `Ajouter une ligne à la facture ${number}`;
export const firstLine =
  'Dès la première ligne, les montants de la facture sont ceux de ses lignes.';
export const printInvoice = (number: string) => `Imprimer la facture ${number}`;
export const removeLine = (at: number) => `Retirer la ligne ${at}`;
export const proposed = 'Totaux proposés, TVA à 20\u00a0%';
export const net = 'HT';
export const vat = 'TVA';
export const gross = 'TTC';
export const showLines = (number: string) => `Lignes de la facture ${number}`;
export const withoutLines = fr('Sans ligne : indiquez les montants.');
export const pending = (date: string) => fr(`relance le ${date}`);
export const followedUp = (date: string) => fr(`relance faite le ${date}`);

export const historyEmpty = 'Aucune modification sur cette fiche';
export const historyHint =
  'Chaque champ modifié s’inscrit ici, avec sa valeur d’avant et celle d’après.';
export const before = 'Avant';
export const after = 'Après';
export const when = 'Quand';
export const field = 'Champ';
export const goneField = 'Champ supprimé depuis';
export const restore = 'Remettre';
export const restoreFor = (label: string, value: string) =>
  fr(`Remettre ${label} : ${value || 'vide'}`);
export const created = (what: string) => fr(`Ajout : ${what}`);
export const deleted = (what: string) => fr(`Suppression : ${what}`);
export const actionsOf = (label: string) => `Actions sur ${label}`;
export const editOf = (label: string) => `Modifier ${label}`;
export const invoiceNamed = (number: string) => `la facture ${number}`;
export const lineWrong = 'Chaque ligne demande une désignation, une quantité et un prix.';
export const findDoubles = 'Chercher les doublons de cette fiche';
