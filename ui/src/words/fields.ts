import type { FieldKind } from '../engine/types';
import { formatCount, fr } from './typography';

/** What an empty editor suggests to type. */
const placeholders: Partial<Record<FieldKind, string>> = {
  date: 'JJ/MM/AAAA',
  date_time: 'JJ/MM/AAAA HH:MM',
};

export const placeholderOf = (kind: FieldKind) => placeholders[kind];
export const openCalendar = (label: string) => fr(`Ouvrir le calendrier : ${label}`);
export const calendarKeys = 'Calendrier (Alt\u00a0+\u00a0flèche vers le bas)';
export const emptyValue = '—';
export const notFilled = 'non renseigné';
export const choose = 'Choisir…';
export const yes = 'Oui';
export const no = 'Non';
export const edit = (label: string, value: string) =>
  fr(`Modifier ${label} : ${value || notFilled}`);
export const findRecord = 'Tapez un nom…';
export const nothingFound = 'Aucune fiche trouvée';
export const save = 'Enregistrer';
export const cancel = 'Annuler la saisie';
export const saving = 'Enregistrement…';
export const requiredNote = fr('Les champs marqués d’un astérisque sont à remplir.');
export const errorCount = (count: number) =>
  count === 1 ? 'Une valeur est à corriger.' : `${formatCount(count)} valeurs sont à corriger.`;
