import type { DoorErrorCode } from '../engine/failure';
import type { ApiError, Problem, ProblemCode } from '../engine/types';
import { formatDate } from './format';
import { fr } from './typography';

type Sentence = (problem: Problem, otherLabel: string | null) => string;

const shown = (bound: string | null) =>
  bound !== null && /^\d{4}-\d\d-\d\d/.test(bound) ? formatDate(bound) : (bound ?? '');

const problems: Record<ProblemCode, Sentence> = {
  required: () => 'À remplir.',
  bad_date: () => fr('Date non valable : écrivez-la ainsi, 23/11/2026.'),
  future_date: () => 'Cette date est dans l’avenir.',
  too_early: ({ min }) =>
    min ? `Date trop ancienne, au plus tôt le ${shown(min)}.` : 'Date trop ancienne.',
  bad_phone: () => fr('Numéro non valable : dix chiffres, par exemple 06 12 34 56 78.'),
  bad_mail: () => fr('Adresse mail non valable, exemple : nom@exemple.fr.'),
  bad_postcode: () => fr('Code postal non valable : cinq chiffres, par exemple 35000.'),
  bad_plate: () => fr('Immatriculation non valable : AB-123-CD ou 1234 AB 35.'),
  bad_vin: () => fr('Numéro de châssis non valable : 17 caractères, sans I, O ni Q.'),
  bad_siren: () => fr('SIREN non valable : neuf chiffres, dont la clé de contrôle.'),
  bad_siret: () => fr('SIRET non valable : quatorze chiffres, dont la clé de contrôle.'),
  siret_not_siren: () => 'Le SIRET doit commencer par le SIREN de la société.',
  bad_naf: () => fr('Code NAF non valable : quatre chiffres et une lettre, par exemple 45.11Z.'),
  bad_number: () => 'Écrivez un nombre.',
  out_of_range: ({ min, max }) => range(min, max),
  unknown_choice: () => 'Choisissez une des valeurs proposées.',
  unknown_reference: () => 'Cette fiche n’existe pas.',
  too_long: ({ max }) => (max ? fr(`Trop long : ${max} caractères au plus.`) : 'Texte trop long.'),
  unknown_field: () => 'Ce champ n’existe pas dans cette version.',
  not_editable: () => 'Ce champ est calculé, il ne se modifie pas.',
  before_other: (_, other) =>
    other ? fr(`Date antérieure à « ${other} ».`) : 'Cette date vient trop tôt.',
  already_used: () => 'Cette valeur est déjà celle d’une autre fiche.',
  no_letters: () => 'Écrivez au moins une lettre ou un chiffre.',
  doubled: () => 'Le même choix est écrit deux fois.',
  too_many: ({ max }) => (max ? fr(`Il y en a trop : ${max} au plus.`) : 'Il y en a trop.'),
  bad_key: () => 'Cette clé ne peut pas être prise.',
  bad_recurrence: () => 'Cette répétition ne se lit pas : choisissez-la dans l’agenda.',
  never_falls: () =>
    fr('Cette répétition ne tombe aucun jour : vérifiez le jour du mois et la date de fin.'),
  other_kind: () => 'Un particulier et une société ne se fusionnent pas : ils restent deux fiches.',
};

function range(min: string | null, max: string | null): string {
  if (min !== null && max !== null) return `Valeur attendue entre ${shown(min)} et ${shown(max)}.`;
  if (min !== null) return `Valeur trop petite, au moins ${shown(min)}.`;
  if (max !== null) return `Valeur trop grande, au plus ${shown(max)}.`;
  return 'Valeur hors des limites.';
}

export function problemSentence(problem: Problem, otherLabel: string | null = null): string {
  return problems[problem.code](problem, otherLabel);
}

/** A problem found on this side, before the engine is asked. */
export function codeSentence(code: ProblemCode): string {
  return problems[code]({ field: '', code, min: null, max: null, other: null }, null);
}

const failures: Record<ApiError['code'] | DoorErrorCode, string> = {
  unknown_command: 'Cette action n’existe pas dans cette version du programme.',
  bad_request: 'La demande n’a pas été comprise. Rechargez la page, puis recommencez.',
  not_found: 'Cette fiche n’existe pas ou n’existe plus.',
  invalid: 'Certaines valeurs sont à corriger.',
  nothing_to_undo: 'Il n’y a rien à annuler.',
  nothing_to_redo: 'Il n’y a rien à rétablir.',
  newer_data: fr(
    'Ces données viennent d’une version plus récente du programme. Rien n’a été modifié : ouvrez-les avec cette version.',
  ),
  no_file: 'Aucun fichier n’a été reçu. Choisissez le fichier, puis recommencez.',
  bad_workbook: 'Ce classeur ne peut pas être importé tel quel. Rien n’a été modifié.',
  dashboard_locked: fr('Ce tableau est verrouillé : déverrouillez-le d’abord.'),
  bad_target: 'Ce ciblage ne peut pas être appliqué tel quel.',
  bad_message: 'Ce message ne peut pas partir tel quel.',
  nobody_to_reach: 'Personne ne peut recevoir ce message.',
  gate_closed: 'Les règles de contact n’autorisent pas ce message.',
  mention_missing: 'La mention que demande la loi manque dans le message.',
  storage_full:
    'Il n’y a plus de place pour enregistrer. Libérez de l’espace sur le disque, puis recommencez.',
  storage_unwritable:
    'Le dossier des données ne peut pas être écrit. Vérifiez vos droits ou choisissez un autre dossier.',
  data_damaged: 'Le fichier de données est abîmé et ne peut pas être lu. Il n’a pas été modifié.',
  internal: 'Le programme a rencontré un problème. Votre travail enregistré est intact.',
  unreachable: 'Le programme ne répond plus. Vérifiez qu’il est toujours ouvert, puis réessayez.',
  refused:
    'Le programme n’a pas reconnu cette page. Fermez-la, puis ouvrez-la de nouveau depuis le programme.',
  command_lost: 'La dernière action n’a pas pu être faite. Rien n’a été modifié.',
  answer_lost:
    'L’action a été enregistrée, mais le programme a dû redémarrer. Vérifiez la fiche avant de recommencer.',
  other_tab: 'Le simulateur est ouvert dans un autre onglet.',
  wasm_refused:
    'La politique de sécurité de cette page empêche le simulateur de démarrer. Demandez à votre formateur.',
  browser_too_old:
    'Ce navigateur est trop ancien. Utilisez Chrome ou Edge 109, Firefox 115, ou plus récent.',
  finished: 'La leçon est terminée. Fermez cette fenêtre, puis rouvrez la leçon pour continuer.',
};

export function failureSentence(code: ApiError['code'] | DoorErrorCode): string {
  return failures[code];
}

export const retry = 'Réessayer';
export const somethingWrong = 'Cet écran n’a pas pu s’afficher';
