import { daysBetween, formatShortDay } from './format';
import { formatCount, fr, plural } from './typography';

export const title = 'À faire aujourd’hui';
export const mine = 'Mes relances';
export const everyone = 'Toutes';
export const scope = 'Relances de';
export const site = 'Concession';
export const allSites = 'Toutes les concessions';
export const overdue = 'En retard';
export const today = 'Aujourd’hui';
export const coming = 'Dans les sept jours';
export const leads = 'Leads à traiter';
export const lead = 'Lead';
export const agenda = 'Rendez-vous du jour';
export const keys = fr(
  'Sur une relance : 1, 3, 7 ou M note l’appel et rappelle demain, dans 3 jours, 7 jours, 1 mois · F : fait, sans suite · N : détailler · ↑ ↓',
);
export const progressOf = 'Relances du jour faites';
export const progress = (done: number, left: number) => {
  if (done === 0 && left === 0) return 'Aucune relance à faire ce jour';
  const made = plural(done, 'relance faite', 'relances faites');
  return left === 0 ? `${made}, tout est fait` : `${made}, ${formatCount(left)} à faire`;
};
export const pressing = 'Prioritaire';
export const pressingHint = fr('Prioritaire : quelqu’un attend (rappel demandé, offre, essai)');
export const logged = (label: string, nextOn: string | null) =>
  fr(nextOn ? `Appel noté : ${label}, relance le ${nextOn}` : `Appel noté : ${label}, sans suite`);
export const people = 'Par personne';
export const person = 'Responsable';
export const todayShort = 'Ce jour';
export const comingShort = 'À venir';
export const nobody = 'Personne';
export const done = 'Fait';
export const doneButton = (label: string) => fr(`Fait : ${label}`);
export const doneFor = (label: string) => fr(`Relance faite : ${label}`);
export const note = fr('Noter la relance');
export const how = 'Comment';
export const result = 'Résultat';
export const content = 'Ce qui s’est dit';
export const nextOn = 'Prochaine relance';
export const noNext = 'Laisser vide s’il n’y a plus rien à faire.';
export const tomorrow = 'Demain';
export const inThree = fr('+3 jours');
export const inWeek = fr('+7 jours');
export const inMonth = fr('+1 mois');
export const save = 'Enregistrer';
export const cancel = 'Annuler';
export const whoFirst =
  'Choisissez qui vous êtes, en haut à droite, pour ne voir que vos relances.';
export const allDone = 'Aucune relance en attente';
export const allDoneHint =
  'Une relance apparaît ici quand une activité porte une date de prochaine relance.';
export const noLeads = 'Aucun lead en attente';
export const noLeadsHint = 'Les demandes reçues par internet ou par téléphone arrivent ici.';
export const noAgenda = 'Aucun rendez-vous aujourd’hui';
export const andMore = (count: number) => `et ${formatCount(count)} de plus`;
export const phone = 'Téléphone';

export function late(dueOn: string, day: string): string {
  const days = daysBetween(dueOn, day);
  if (days > 0) return fr(`depuis ${days} ${days > 1 ? 'jours' : 'jour'}`);
  if (days === 0) return 'aujourd’hui';
  return days === -1 ? 'demain' : formatShortDay(dueOn);
}
