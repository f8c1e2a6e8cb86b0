import type { AgendaWarning } from '../engine/types';
import { holidayName, hour, zone } from './agenda';
import { formatDate, formatLongDay, formatShortDay } from './format';
import { formatCount, fr, plural } from './typography';

// Scope.
export const scopeTitle: Record<'move' | 'edit' | 'delete', string> = {
  move: 'Déplacer un rendez-vous qui se répète',
  edit: 'Modifier un rendez-vous qui se répète',
  delete: 'Supprimer un rendez-vous qui se répète',
};
export const scopes: { value: 'this' | 'following' | 'all'; label: string }[] = [
  { value: 'this', label: 'Cet événement' },
  { value: 'following', label: 'Celui-ci et les suivants' },
  { value: 'all', label: 'Tous les événements' },
];
export const scopeLabel = 'Ce qui est concerné';
export const confirm = { move: 'Déplacer', edit: 'Modifier', delete: 'Supprimer' };
export const cancel = 'Annuler';

// Form.
export const save = 'Enregistrer';
export const created = 'Rendez-vous créé';
export const planned = (count: number, until: string | null) =>
  fr(
    `${plural(count, 'rendez-vous placé', 'rendez-vous placés')} à la suite${until ? `, jusqu’au ${formatDate(until)} à ${hour(until)}` : ''}`,
  );
export const planHint = (count: number) =>
  fr(
    `${formatCount(count)} rendez-vous à la suite, dans les heures d’ouverture, sans double réservation : chacun portera le nom de la fiche.`,
  );
export const moved = 'Rendez-vous déplacé';
export const followMoved = 'Relance déplacée';
export const edited = 'Rendez-vous modifié';
export const deleted = 'Rendez-vous supprimé';
export const allDayLabel = 'Toute la journée';
export const newTitle = 'Nouveau rendez-vous';
export const editTitle = 'Rendez-vous';
export const moveTitle = (name: string) => fr(`Déplacer : ${name}`);
export const lengthTitle = (name: string) => fr(`Durée : ${name}`);
export const newStart = 'Nouveau début';
export const newDay = 'Nouveau jour';
export const length = 'Durée';
export const lengths = [15, 30, 45, 60, 90, 120, 180, 240];
export const lengthOf = (minutes: number) =>
  minutes < 60
    ? `${minutes}\u00a0min`
    : `${Math.floor(minutes / 60)}\u00a0h${minutes % 60 ? `\u00a0${String(minutes % 60).padStart(2, '0')}` : ''}`;
export const unreadRule = (rule: string) =>
  fr(`Répétition illisible (« ${rule} ») : seul le premier rendez-vous est montré.`);
export const startsOn = (day: string) => fr(`Premier rendez-vous : ${formatLongDay(day)}.`);
export const notices = 'À savoir';
export const skipDays = (count: number) =>
  count === 1 ? 'Sauter cette date' : `Sauter ces ${count} dates`;

/** Warnings of one kind, in one sentence. */
export function warningSentence(warnings: AgendaWarning[]): string {
  // A month cut short has its own full stop.
  return sentenceOf(warnings).replace(/\.\.$/, '.');
}

function sentenceOf(warnings: AgendaWarning[]): string {
  const [first] = warnings;
  if (!first) return '';
  const days = listDays(warnings.map(({ day }) => day));
  switch (first.code) {
    case 'past':
      return 'Ce rendez-vous est déjà passé.';
    case 'public_holiday':
      return fr(
        `Jour férié : ${listDays(
          warnings.map((one) => one.day),
          (day, at) => {
            const one = warnings[at];
            return one?.code === 'public_holiday' ? `${day} (${holidayName(one.holiday)})` : day;
          },
        )}.`,
      );
    case 'closed':
      return fr(`La concession est fermée : ${days}.`);
    case 'outside_hours':
      return warnings.length === 1
        ? fr(
            `Hors des heures d’ouverture : ${hour(first.opens)} à ${hour(first.closes)} le ${days}.`,
          )
        : fr(
            `Hors des heures d’ouverture (${hour(first.opens)} à ${hour(first.closes)}) : ${days}.`,
          );
    case 'school_holiday':
      return fr(`${first.name}, ${zone(first.zone)} : ${days}.`);
    case 'taken':
      return fr(
        `Double réservation : « ${first.title} »${first.allDay ? '' : `, de ${hour(first.startsAt)} à ${hour(first.endsAt)}`}, ${days}.`,
      );
    case 'calendar_unknown':
      return fr(
        `Les vacances scolaires ne sont connues que jusqu’au ${formatDate(first.knownUntil)} : vérifiez les dates suivantes.`,
      );
  }
}

/** The first days of a list, and how many more; the year is said when it is another one. */
function listDays(days: string[], write = (day: string, _at: number) => day): string {
  const shown = days.slice(0, 4).map((day, at) => {
    const year =
      at > 0 && day.slice(0, 4) !== days[at - 1]?.slice(0, 4) ? ` ${day.slice(0, 4)}` : '';
    return write(formatShortDay(day) + year, at);
  });
  const left = days.length - shown.length;
  return left > 0 ? `${shown.join(', ')} et ${formatCount(left)} autres` : shown.join(', ');
}

export const titleWith = (name: string) => `RDV ${name}`;
/** One of the types of the product. */
export const callKind = 'Relance téléphonique';
export const startLabel = 'Début';
