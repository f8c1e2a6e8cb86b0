import type { ChangeLine, ChangeName } from '../engine/types';
import { formatDate } from './format';
import { fr, plural } from './typography';

/** What was done, as a noun: « Modification », to stand after « Annuler : ». */
const names: Record<ChangeName, string> = {
  customer_create: 'création de fiche',
  record_create: 'ajout',
  record_edit: 'modification',
  record_delete: 'suppression',
  bulk_edit: 'modification en nombre',
  invoice_create: 'nouvelle facture',
  follow_up_done: 'relance faite',
  activity_log: 'activité notée',
  consent_set: 'consentement',
  lead_reply: 'réponse à un lead',
  lead_attach: 'lead rattaché',
  lead_convert: 'lead converti',
  lead_lose: 'lead perdu',
  lead_move: 'état d’un lead',
  reset: 'remise à zéro',
  time_passed: 'temps écoulé',
  time_advance: 'avance du jour d’utilisation',
  workbook_import: 'import d’un classeur',
  base_import: 'nouvelle base école',
  base_restore: 'retour à la base du produit',
  work_resumed: 'reprise du travail fait sur un autre ordinateur',
  customers_merge: 'fusion de fiches',
  duplicate_decide: 'réponse sur un doublon',
  custom_field_create: 'nouveau champ',
  custom_field_edit: 'modification d’un champ',
  custom_field_delete: 'suppression d’un champ',
  cleaning_accept: 'correction',
  cleaning_ignore: 'point laissé tel quel',
  dashboard_create: 'nouveau tableau de bord',
  dashboard_rename: 'nom d’un tableau de bord',
  dashboard_lock: 'tableau de bord verrouillé',
  dashboard_unlock: 'tableau de bord déverrouillé',
  dashboard_reset: 'tableau de bord remis à son modèle',
  dashboard_delete: 'suppression d’un tableau de bord',
  tile_add: 'nouvelle tuile',
  tile_edit: 'modification d’une tuile',
  tile_move: 'place d’une tuile',
  tile_copy: 'copie d’une tuile',
  tile_remove: 'retrait d’une tuile',
  targeting_save: 'ciblage enregistré',
  targeting_freeze: 'ciblage figé ou libéré',
  template_save: 'modèle de message',
  message_send: 'message envoyé',
  campaign_launch: 'campagne envoyée',
  campaign_schedule: 'campagne programmée',
  campaign_cancel: 'campagne annulée',
  inbox_handle: 'réponse traitée',
  inbox_reopen: 'réponse remise à traiter',
  replies_regime: 'fréquence des réactions',
  agenda_create: 'nouveau rendez-vous',
  agenda_plan: 'rendez-vous à la suite',
  agenda_edit: 'modification d’un rendez-vous',
  agenda_move: 'rendez-vous ou relance à une autre date',
  agenda_delete: 'suppression d’un rendez-vous',
  calendar_edit: 'calendrier',
};

/** What a toast says once it is done. */
const done: Record<ChangeName, string> = {
  customer_create: 'Fiche créée',
  record_create: 'Ajout enregistré',
  record_edit: 'Fiche modifiée',
  record_delete: 'Suppression faite',
  bulk_edit: 'Modification faite',
  invoice_create: 'Facture enregistrée',
  follow_up_done: 'Relance notée',
  activity_log: 'Activité notée',
  consent_set: 'Consentement enregistré',
  lead_reply: 'Réponse notée',
  lead_attach: 'Lead rattaché',
  lead_convert: 'Lead converti',
  lead_lose: 'Lead perdu',
  lead_move: 'Lead déplacé',
  reset: 'Données remises à zéro',
  time_passed: 'Le temps a passé',
  time_advance: 'Jour d’utilisation avancé',
  workbook_import: 'Classeur importé',
  base_import: 'Base école installée',
  base_restore: 'Base du produit remise en place',
  work_resumed: 'Travail repris',
  customers_merge: 'Fiches fusionnées',
  duplicate_decide: 'Réponse retenue',
  custom_field_create: 'Champ ajouté',
  custom_field_edit: 'Champ modifié',
  custom_field_delete: 'Champ supprimé',
  cleaning_accept: 'Correction faite',
  cleaning_ignore: 'Laissé tel quel',
  dashboard_create: 'Tableau créé',
  dashboard_rename: 'Tableau renommé',
  dashboard_lock: 'Tableau verrouillé',
  dashboard_unlock: 'Tableau déverrouillé',
  dashboard_reset: 'Tableau remis à son modèle',
  dashboard_delete: 'Tableau supprimé',
  tile_add: 'Tuile ajoutée',
  tile_edit: 'Tuile modifiée',
  tile_move: 'Tuile déplacée',
  tile_copy: 'Tuile dupliquée',
  tile_remove: 'Tuile retirée',
  targeting_save: 'Ciblage enregistré',
  targeting_freeze: 'Ciblage figé ou libéré',
  template_save: 'Modèle gardé',
  message_send: 'Message envoyé',
  campaign_launch: 'Campagne envoyée',
  campaign_schedule: 'Campagne programmée',
  campaign_cancel: 'Campagne annulée',
  inbox_handle: 'Réponse traitée',
  inbox_reopen: 'Réponse remise à traiter',
  replies_regime: 'Fréquence des réactions changée',
  agenda_create: 'Rendez-vous créé',
  agenda_plan: 'Rendez-vous placés',
  agenda_edit: 'Rendez-vous modifié',
  agenda_move: 'Déplacé',
  agenda_delete: 'Rendez-vous supprimé',
  calendar_edit: 'Calendrier modifié',
};

export function changeName(name: ChangeName): string {
  return names[name];
}

export function changeTitle(name: ChangeName): string {
  const text = names[name];
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** Whom or what a change is about. */
export function changeSubject({ name, subject }: ChangeLine): string {
  if (name === 'agenda_plan') return plural(Number(subject), 'rendez-vous', 'rendez-vous');
  if (name === 'time_advance') return `au ${formatDate(subject)}`;
  if (name === 'time_passed') return plural(Number(subject), 'événement', 'événements');
  if (name === 'bulk_edit') return bulkSubject(subject);
  if (name === 'cleaning_accept' && /^\d+$/.test(subject))
    return plural(Number(subject), 'valeur', 'valeurs');
  return subject;
}

/** « 12 Concession » is how many records, then which field. */
function bulkSubject(subject: string): string {
  const [count = '', ...label] = subject.split(' ');
  return `${plural(Number(count), 'ligne', 'lignes')}, ${label.join(' ')}`;
}

export function changePhrase(change: ChangeLine): string {
  const subject = changeSubject(change);
  return subject ? `${names[change.name]}, ${subject}` : names[change.name];
}

export const changeDone = (change: ChangeLine) => done[change.name];
export const changeUndone = (change: ChangeLine) => fr(`Annulé : ${changePhrase(change)}`);
export const changeRedone = (change: ChangeLine) => fr(`Rétabli : ${changePhrase(change)}`);
export const undoLabel = 'Annuler';
export const redoLabel = 'Rétablir';
export const undoHint = (change: ChangeLine | null) =>
  change ? fr(`Annuler : ${changePhrase(change)} (Ctrl+Z)`) : 'Rien à annuler';
export const redoHint = (change: ChangeLine | null) =>
  change ? fr(`Rétablir : ${changePhrase(change)} (Ctrl+Y)`) : 'Rien à rétablir';
export const nothingDifferent = 'Rien n’a changé';
export const nowClient = (label: string) => `${label} est maintenant client`;
