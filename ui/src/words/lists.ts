import type { Entity, FieldView, Filter, Value } from '../engine/types';
import { formatValue } from './format';
import { formatCount, fr, plural } from './typography';

export const titles: Partial<Record<Entity, string>> = {
  customer: 'Clients',
  vehicle: 'Véhicules',
  invoice: 'Factures',
  activity: 'Activités',
  lead: 'Leads',
  contact: 'Contacts',
  note: 'Notes',
  consent: 'Consentements',
  recipient: 'Destinataires',
  agenda_entry: 'Rendez-vous',
};

const nouns: Partial<Record<Entity, [string, string]>> = {
  customer: ['fiche', 'fiches'],
  vehicle: ['véhicule', 'véhicules'],
  invoice: ['facture', 'factures'],
  activity: ['activité', 'activités'],
  lead: ['lead', 'leads'],
  contact: ['contact', 'contacts'],
  note: ['note', 'notes'],
  consent: ['consentement', 'consentements'],
  recipient: ['destinataire', 'destinataires'],
  agenda_entry: ['rendez-vous', 'rendez-vous'],
};

const hints: Partial<Record<Entity, string>> = {
  customer: 'Nom, ville…',
  vehicle: 'Plaque, modèle, client…',
  invoice: 'Numéro, client, vendeur…',
  activity: 'Client, objet, contenu…',
  lead: 'Nom, mail, véhicule…',
  contact: 'Nom, société, fonction…',
};

/** What one types to narrow a list. */
export const quickHint = (entity: Entity) => hints[entity] ?? 'Client, mot…';

export const title = (entity: Entity) => titles[entity] ?? '';
export const gridOf = (entity: Entity) => `Liste des ${title(entity).toLowerCase()}`;
export const countOf = (entity: Entity, total: number) =>
  plural(total, ...(nouns[entity] ?? ['ligne', 'lignes']));

export const goList = (entity: Entity) => `Aller à la liste des ${title(entity).toLowerCase()}`;
export const goValues = 'Aller à la vue transversale';

export const blank = '(vide)';

const months = new Intl.DateTimeFormat('fr-FR', { month: 'long', year: 'numeric' });

/** A value as a person reads it; a month when only that is known of a day. */
export function valueText(
  field: FieldView | undefined,
  value: Value,
  name?: string | null,
): string {
  if (value === null || value === '') return blank;
  if (name) return name;
  if (typeof value === 'string' && /^\d{4}-\d{2}$/.test(value))
    return months.format(new Date(`${value}-15T12:00:00`));
  if (!field) return String(value);
  return formatValue(field, value) || String(value);
}

/** What a filter keeps. */
export function filterText(
  field: FieldView | undefined,
  filter: Filter,
  nameOf: (ref: string) => string | undefined,
): string {
  const text = (value: Value) =>
    valueText(field, value, typeof value === 'string' ? nameOf(value) : null);
  const parts = filter.values.map(text);
  if (filter.except?.length === 1 && (filter.except[0] === null || filter.except[0] === ''))
    parts.push('(rempli)');
  else if (filter.except?.length) parts.push(`sauf ${filter.except.map(text).join(', ')}`);
  const from = filter.from ?? null;
  const to = filter.to ?? null;
  if (from !== null && from === to) parts.push(text(from));
  else if (from !== null && to !== null) parts.push(`de ${text(from)} à ${text(to)}`);
  else if (from !== null) parts.push(`à partir de ${text(from)}`);
  else if (to !== null) parts.push(`jusqu’à ${text(to)}`);
  return parts.join(', ');
}

export const groupBy = 'Grouper';
export const groupHint = 'Compter les lignes par valeur d’une colonne';
export const groupField = 'Grouper par';
export const groupThen = 'Puis par';
export const groupThenNone = 'Puis par…';
export const groupSum = 'Additionner';
export const groupSumNone = 'Sans somme';
export const groupSumOf = (label: string) => fr(`Somme : ${label}`);
export const groupInside = (text: string) => fr(`Détail de « ${text} »`);
export const closeGroups = 'Fermer les groupes';
export const groupsShown = (shown: number, all: number) =>
  fr(`${plural(shown, 'valeur affichée', 'valeurs affichées')} sur ${formatCount(all)}`);
export const printList = 'Imprimer';
export const printHint = 'Imprimer cette liste';
export const exportList = 'Exporter';
export const exportHint = 'Enregistrer cette liste dans un classeur Excel';
export const keepOnly = (text: string) => fr(`Ne garder que « ${text} »`);
export const leaveFilter = (label: string) => fr(`Retirer le filtre « ${label} »`);
export const allValues = (label: string) => fr(`Toutes les valeurs de « ${label} »`);
export const groupOn = (label: string) => fr(`Grouper par « ${label} »`);
export const editCell = 'Modifier cette valeur';
export const openRecord = 'Ouvrir la fiche';
export const cellMenu = 'Actions sur la cellule';
export const editSelection = 'Modifier la sélection…';
export const mergeSelection = 'Fusionner…';
export const noRowsHint = 'Il n’y a encore rien dans cette liste.';

const none: Partial<Record<Entity, [title: string, hint: string]>> = {
  vehicle: ['Aucun véhicule', 'Un véhicule s’ajoute depuis la fiche de son propriétaire.'],
  invoice: ['Aucune facture', 'Une facture s’ajoute depuis la fiche du client.'],
  activity: ['Aucune activité', 'Un appel, un mail, une visite se note depuis la fiche du client.'],
  lead: [
    'Aucun lead',
    'Les demandes reçues par internet, par téléphone ou sur place arrivent ici.',
  ],
  contact: ['Aucun contact', 'Un contact s’ajoute depuis la fiche de sa société.'],
};

/** What an empty list says, and how it is filled. */
export const noneOf = (entity: Entity): [title: string, hint: string] =>
  none[entity] ?? ['Rien dans cette liste', noRowsHint];
export const keys = fr('Clic droit ou touche Menu sur une cellule : filtrer, grouper');

export const bulkTitle = (count: number) =>
  `Modifier ${plural(count, 'ligne sélectionnée', 'lignes sélectionnées')}`;
export const bulkField = 'Champ à modifier';
export const bulkValue = 'Nouvelle valeur';
export const bulkBlank = 'Laisser vide efface la valeur.';
export const bulkPreview = 'Voir ce qui changera';
export const bulkDo = (entity: Entity, count: number) => `Modifier ${countOf(entity, count)}`;
export const bulkProgress = (percent: number) => fr(`Fiches parcourues : ${percent} %`);
export const bulkBack = 'Choisir autre chose';
export const bulkClose = 'Fermer';
export const bulkCancel = 'Renoncer';
export const bulkNothing = fr('Rien ne changera : ces lignes ont déjà cette valeur.');
export const bulkEdited = (entity: Entity, count: number, label: string, value: string) =>
  fr(`${countOf(entity, count)} : « ${label} » deviendra « ${value} ».`);
export const bulkSame = (count: number) =>
  fr(
    `${plural(count, 'ligne a', 'lignes ont')} déjà cette valeur et ne ${count < 2 ? 'change' : 'changent'} pas.`,
  );
export const bulkRefused = (count: number) =>
  fr(`${plural(count, 'ligne ne peut', 'lignes ne peuvent')} pas la recevoir :`);
export const bulkReplaced = 'Valeurs remplacées';
export const bulkFirst = 'Premières lignes';
export const bulkDone = (entity: Entity, count: number) =>
  fr(`${countOf(entity, count)} : modification faite`);
export const fieldOtherKind = 'Ce champ n’existe pas pour cette fiche.';

export const valuesTitle = 'Vue transversale';
export const valuesEntity = 'Liste';
export const valuesField = 'Champ';
export const valuesFind = 'Chercher une valeur';
export const valuesSummary = (entity: Entity, total: number, distinct: number) =>
  fr(`${countOf(entity, total)}, ${plural(distinct, 'valeur différente', 'valeurs différentes')}`);
export const valuesBlanks = (count: number) => `${plural(count, 'ligne', 'lignes')} sans valeur`;
export const seeBlanks = 'Les voir';
export const fillBlanks = 'Les remplir une à une';
export const familiesTitle = 'Écritures à rapprocher';
export const familiesNone = fr(
  'Aucune écriture douteuse : chaque valeur est écrite d’une seule façon.',
);
export const familySure = 'Même valeur, écrite autrement';
export const familyToCheck = fr('À vérifier : une lettre de différence');
export const makeOne = (value: string) => fr(`Tout écrire « ${value} »…`);
export const valuesList = 'Valeurs, de la plus fréquente à la plus rare';
export const value = 'Valeur';
export const records = 'Lignes';
export const replace = 'Remplacer…';
export const replaceOf = (text: string) => fr(`Remplacer « ${text} »`);
export const seeRecords = (text: string) => fr(`Voir les lignes « ${text} »`);
export const noValue = 'Aucune valeur ne correspond.';
export const valuesCut = (shown: number, all: number) =>
  fr(
    `Les ${plural(shown, 'valeur la plus fréquente', 'valeurs les plus fréquentes')} sur ${formatCount(all)}. Cherchez pour voir les autres.`,
  );
