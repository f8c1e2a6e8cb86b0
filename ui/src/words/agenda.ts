import type { AgendaDay, AgendaSlot, PublicHoliday, SchoolPeriod } from '../engine/types';
import { addDays, formatDate, formatLongDay, formatShortDay } from './format';
import { formatCount, fr, plural } from './typography';

export const title = 'Agenda';
export const go = 'Aller à l’agenda';
export const views = 'Présentation de l’agenda';
export type View = 'jour' | 'semaine' | 'mois' | 'liste';
export const viewNames: { value: View; label: string }[] = [
  { value: 'jour', label: 'Jour' },
  { value: 'semaine', label: 'Semaine' },
  { value: 'mois', label: 'Mois' },
  { value: 'liste', label: 'Liste' },
];
export const today = 'Aujourd’hui';
export const before = 'Période précédente';
export const after = 'Période suivante';
export const goToDate = 'Aller à la date';
export const owner = 'Agenda de';
export const everyone = 'Tout le monde';
export const nobody = 'Sans responsable';
export const site = 'Concession';
export const allSites = 'Toutes les concessions';
export const zones = 'Vacances scolaires';
export const zone = (name: string) => (name.length === 1 ? `Zone ${name}` : name);
export const zonesShort = (names: string[]) =>
  names.length === 0 ? 'Vacances' : `Zone ${names.join(', ')}`;
export const more = 'Autres actions';
export const print = 'Imprimer';
export const exportIcs = 'Exporter (.ics)';
export const exported = (count: number) =>
  fr(`${plural(count, 'rendez-vous exporté', 'rendez-vous exportés')} au format iCalendar`);
export const exportForbidden = 'La page qui contient le simulateur interdit les téléchargements.';
export const editCalendar = fr('Calendrier : fériés et vacances…');
export const newEvent = 'Nouveau rendez-vous';
export const nothing = 'Aucun rendez-vous dans cette période';
export const nothingHint = fr(
  'Créez-en un avec « Nouveau rendez-vous », ou passez à la semaine et faites glisser une fiche du volet « À placer » sur un créneau.',
);
export const reading = 'Lecture de l’agenda…';
export const allDay = 'Journée';
export const keys = fr(
  'Flèches : changer de créneau · Maj+flèches : durée · Entrée : nouveau · M : menu d’un rendez-vous',
);
export const listKeys = fr('Entrée : ouvrir · M : menu d’un rendez-vous');
export const monthKeys = fr('Flèches : changer de jour · Entrée : ouvrir le jour · N : nouveau');

export const others = (count: number) => plural(count, 'autre', 'autres').replace(/^/, '+\u00a0');
export const crowd = (count: number) => `+\u00a0${formatCount(count)}`;
export const othersOf = (count: number, day: string) =>
  fr(`Voir le ${formatLongDay(day)} : ${plural(count, 'autre', 'autres')}`);
export const openDay = (day: string) => formatLongDay(day);
export const slotLabel = (day: string, from: string, to: string) =>
  fr(`Nouveau rendez-vous le ${formatLongDay(day)}, de ${hour(from)} à ${hour(to)}`);
export const dayLabel = (day: string) => fr(`Journée du ${formatLongDay(day)}`);
export const gridOf = (view: View) =>
  view === 'jour' ? 'Agenda du jour' : view === 'mois' ? 'Agenda du mois' : 'Agenda de la semaine';

/** « 09:00 » or a moment becomes « 9 h », « 9 h 15 ». */
export function hour(text: string): string {
  const time = text.length > 5 ? text.slice(11, 16) : text;
  const [hours = '', minutes = ''] = time.split(':');
  const whole = `${Number(hours)}\u00a0h`;
  return minutes === '00' || minutes === '' ? whole : `${whole}\u00a0${minutes}`;
}

export const hours = (slot: AgendaSlot) => `${hour(slot.startsAt)} – ${hour(slot.endsAt)}`;

const activityNames: Record<string, string> = {
  mail: 'mail',
  letter: 'courrier',
  call: 'appel',
  sms: 'SMS',
  visit: 'visite',
  test_drive: 'essai',
  offer: 'offre',
  campaign: 'campagne',
  note: 'note',
};

/** What stands on an event: its title, or who is to be approached again. */
export function slotTitle(slot: AgendaSlot): string {
  if (slot.what === 'entry') return slot.title;
  const who = slot.customer?.label ?? slot.lead?.label ?? '';
  const about = slot.title || activityNames[slot.kind ?? ''] || '';
  return fr(`Relancer ${who}${about ? ` : ${about}` : ''}`).trim();
}

/** The whole event, as a person would hear it. */
export function slotSpoken(slot: AgendaSlot): string {
  const parts = [
    slotTitle(slot),
    slot.allDay
      ? formatShortDay(slot.startsAt)
      : `${formatShortDay(slot.startsAt)}, ${hours(slot)}`,
    slot.what === 'entry' ? slot.kind : null,
    slot.owner,
    slot.series ? 'se répète' : null,
    slot.movedFrom ? `déplacé du ${formatDate(slot.movedFrom)}` : null,
    slot.state === 'done' ? 'fait' : slot.state === 'cancelled' ? 'annulé' : null,
    slot.clash ? `en même temps que « ${slot.clash} »` : null,
  ];
  return fr(parts.filter(Boolean).join(', '));
}

/** Whose it is; of several persons, all of them. */
export const sharedBy = (slots: AgendaSlot[]) =>
  slots
    .map(({ owner }) => owner)
    .filter(Boolean)
    .join(', ') || null;
export const openOf = (owner: string | null) => fr(`Ouvrir : ${owner ?? nobody}`);
export const clashWith = (other: string) => fr(`En même temps que « ${other} »`);
export const movedFrom = (day: string) => `Déplacé du ${formatDate(day)}`;
export const comesBack = 'Se répète';
export const done = 'Fait';
export const cancelled = 'Annulé';
export const followUp = 'Relance';

const holidays: Record<PublicHoliday, string> = {
  new_year: 'Jour de l’An',
  good_friday: 'Vendredi saint',
  easter_monday: 'Lundi de Pâques',
  labour_day: 'Fête du Travail',
  victory: 'Victoire 1945',
  ascension: 'Ascension',
  whit_monday: 'Lundi de Pentecôte',
  bastille: 'Fête nationale',
  assumption: 'Assomption',
  all_saints: 'Toussaint',
  armistice: 'Armistice 1918',
  christmas: 'Noël',
  saint_stephen: 'Saint-Étienne',
};
export const holidayName = (holiday: PublicHoliday) => holidays[holiday];
export const holidayOf = ({ holiday }: AgendaDay) => holiday && holidays[holiday];
export const closed = 'Fermé';
export const bandOf = (period: SchoolPeriod) => `${period.name} (${period.zone})`;
export const bandTitle = (period: SchoolPeriod) =>
  fr(
    `${period.name}, ${zone(period.zone)} : du ${formatDate(period.from)} au ${formatDate(period.to)}`,
  );
export const knownUntil = (known: string, official: string) =>
  fr(
    `Vacances scolaires officielles jusqu’au ${formatDate(official)}, probables jusqu’au ${formatDate(known)}, inconnues au-delà`,
  );
export const knownShort = (official: string) => `vacances connues jusqu’au ${formatDate(official)}`;

const monthYear = new Intl.DateTimeFormat('fr-FR', {
  month: 'long',
  year: 'numeric',
  timeZone: 'UTC',
});
const dayMonth = new Intl.DateTimeFormat('fr-FR', {
  day: 'numeric',
  month: 'long',
  timeZone: 'UTC',
});
const at = (iso: string) => new Date(`${iso}T12:00:00Z`);

/** « 23 – 28 novembre 2026 », « novembre 2026 », « mardi 24 novembre 2026 ». */
export function period(view: View, day: string, from: string, to: string): string {
  if (view === 'jour') return formatLongDay(day);
  if (view === 'mois') return monthYear.format(at(day));
  const last = addDays(to, -1);
  const start =
    from.slice(0, 7) === last.slice(0, 7)
      ? String(Number(from.slice(8)))
      : dayMonth.format(at(from));
  return `${start} – ${dayMonth.format(at(last))} ${last.slice(0, 4)}`;
}

export const weekdays = ['lun.', 'mar.', 'mer.', 'jeu.', 'ven.', 'sam.', 'dim.'];
export const weekNumber = (number: number) => `Sem. ${number}`;

// What is to be placed.
export const toPlace = 'À placer';
export const toPlaceHint = 'Faites glisser une fiche sur un créneau, ou Entrée pour la placer.';
export const hidePanel = fr('Masquer le volet « À placer »');
export const showPanel = fr('Afficher le volet « À placer »');
export const sent = 'Envoyées ici';
export const sentAll = (count: number) => `Placer les ${formatCount(count)} à la suite`;
export const forget = 'Retirer du volet';
export const lateFollowUps = (count: number) => `Relances en retard (${formatCount(count)})`;
export const freeLeads = (count: number) => `Leads sans rendez-vous (${formatCount(count)})`;
export const findToPlace = 'Chercher une fiche';
export const found = 'Fiches trouvées';
export const nothingToPlace = fr('Rien n’attend : tout est à jour.');
export const place = (name: string) => `Placer ${name}`;
export const late = (day: string) => `prévue le ${formatDate(day)}`;

// From elsewhere.
export const schedule = 'Planifier';
export const scheduleMany = 'Planifier…';
export const scheduled = (name: string) => `Planifier un rendez-vous avec ${name}`;

// Menu of an event.
export const menuOf = (name: string) => fr(`Actions : ${name}`);
export const openEvent = 'Ouvrir…';
export const moveEvent = 'Déplacer…';
export const lengthen = 'Durée…';
export const markDone = 'Marquer comme fait';
export const cancelEvent = 'Marquer comme annulé';
export const planAgain = fr('Remettre « prévu »');
export const deleteEvent = 'Supprimer';
export const openCustomer = 'Ouvrir la fiche client';
export const openLead = 'Ouvrir le lead';

// Paper.
export const paper = 'Agenda à imprimer';
export const backToScreen = 'Revenir à l’agenda';
export const paperOf = (who: string | null, where: string | null) =>
  [who ?? everyone, where ?? allSites].join(' · ');
