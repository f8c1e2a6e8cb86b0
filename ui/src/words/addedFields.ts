import type { AddedKind, Entity, Problem } from '../engine/types';
import { problemSentence } from './errors';
import { fr, plural } from './typography';

export const title = 'Champs ajoutés';
export const intro = fr(
  'Un champ ajouté devient un champ comme les autres : fiche, création, listes, filtres, vue transversale, modification en nombre, classeur Excel.',
);
export const add = 'Ajouter un champ';
export const addTo = (where: string) => fr(`Ajouter un champ : ${where}`);
export const goFields = 'Ajouter un champ aux fiches, voir les champs ajoutés';
export const none = 'Aucun champ ajouté';
export const noneHint = fr(
  'Il manque une information pour votre cas ? Ajoutez le champ : « Club fidélité », « Parrain », « Pneus hiver »… Il apparaît aussitôt sur toutes les fiches.',
);

const wheres: Partial<Record<Entity, string>> = {
  customer: 'Clients',
  contact: 'Contacts',
  vehicle: 'Véhicules',
  invoice: 'Factures',
  activity: 'Activités',
  note: 'Notes',
  lead: 'Leads',
};
export const where = (entity: Entity) => wheres[entity] ?? entity;

export const kinds: Record<AddedKind, string> = {
  text: 'Texte',
  long_text: 'Texte long',
  integer: 'Nombre',
  money: 'Montant',
  date: 'Date',
  flag: 'Oui ou non',
  choice: 'Liste de choix',
};

export const on = fr('Sur quelles fiches ?');
export const label = 'Nom du champ';
export const labelHint = fr('Exemple : Club fidélité');
export const kind = 'Type';
export const kindStays = 'Le type ne change plus.';
export const choices = 'Choix';
export const choicesHint = fr('Un choix par ligne, ou séparés par « ; ». Exemple : Or ; Argent');
export const moreChoices = 'Nouveaux choix, un par ligne';
export const choiceNumber = (at: number) => `Choix ${at}`;
export const removeChoice = (choice: string) => fr(`Retirer « ${choice} »`);
export const keepChoice = (choice: string) => fr(`Garder « ${choice} »`);
export const choiceHeld = (count: number) => plural(count, 'fiche', 'fiches');
export const willEmpty = (choice: string, count: number) =>
  fr(
    `« ${choice} » est retiré : ${plural(count, 'fiche n’aura plus de valeur.', 'fiches n’auront plus de valeur.')}`,
  );
export const heading = 'Rubrique de la fiche';
export const headingHint = 'Identité, Coordonnées, Suivi… ou une nouvelle';
export const save = 'Enregistrer';
export const cancel = 'Annuler';
export const edit = (what: string) => fr(`Modifier le champ « ${what} »`);
export const remove = (what: string) => fr(`Supprimer le champ « ${what} »`);
export const removeTitle = (what: string) => fr(`Supprimer le champ « ${what} » ?`);
export const removeLoses = (count: number) =>
  fr(
    `Ce qu’il contient sur ${plural(count, 'fiche', 'fiches')} disparaît avec lui. « Annuler » ramènerait tout.`,
  );
export const removeConfirm = 'Supprimer le champ';

export const held = 'Rempli sur';
export const heldOn = (count: number) =>
  count === 0 ? 'aucune fiche' : plural(count, 'fiche', 'fiches');
export const actions = 'Actions';
export const seeValues = (what: string) => fr(`Toutes les valeurs de « ${what} »`);
export const seeList = (entity: Entity) => fr(`Voir dans la liste : ${where(entity)}`);
export const created = (what: string) => fr(`Champ ajouté : ${what}`);
export const edited = (what: string, emptied: number) =>
  emptied === 0
    ? fr(`Champ modifié : ${what}`)
    : fr(`Champ modifié : ${what}, ${plural(emptied, 'fiche vidée', 'fiches vidées')}`);
export const removed = (what: string, emptied: number) =>
  emptied === 0
    ? fr(`Champ supprimé : ${what}`)
    : fr(`Champ supprimé : ${what}, rempli sur ${plural(emptied, 'fiche', 'fiches')}`);
export const manage = 'Champs ajoutés…';
export const manageHint = fr(
  'Ajouter un champ aux fiches : « Club fidélité », « Parrain »… Il voyage avec la base et les classeurs.',
);

/** What is wrong with a field, in the words of this form. */
export function faultSentence(problem: Problem): string {
  if (problem.code === 'already_used') return 'Ce nom est déjà celui d’un champ de ces fiches.';
  if (problem.code === 'required' && problem.field === 'choices')
    return 'Écrivez au moins un choix.';
  if (problem.code === 'required') return 'Donnez un nom au champ.';
  if (problem.code === 'too_many' && problem.field === 'entity')
    return fr(`Ces fiches ont déjà ${problem.max ?? ''} champs ajoutés : supprimez-en un d’abord.`);
  return problemSentence(problem);
}
