import type { Repeat, RepeatDay } from '../engine/types';
import { formatLongDay } from './format';
import { hour } from './agenda';
import { formatCount, fr } from './typography';

export const label = 'Répétition';
export const never = 'Ne se répète pas';
export const frequencies: Record<Repeat['freq'], string> = {
  daily: 'Tous les jours',
  weekly: 'Toutes les semaines',
  monthly: 'Tous les mois',
  yearly: 'Tous les ans',
};
export const every = 'Tous les';
export const units: Record<Repeat['freq'], string> = {
  daily: 'jours',
  weekly: 'semaines',
  monthly: 'mois',
  yearly: 'ans',
};
export const interval = 'Intervalle';
export const onDays = 'Jours';
export const onDay = 'Le';
export const ends = 'Fin';
export const endNever = 'Sans fin';
export const endUntil = 'Jusqu’au';
export const endCount = 'Nombre de fois';
export const until = 'Dernier jour';
export const count = 'Nombre de fois';
export const skipped = 'Dates sautées';
export const bringBack = (day: string) => `Remettre le ${formatLongDay(day)}`;

const DAYS = ['lundi', 'mardi', 'mercredi', 'jeudi', 'vendredi', 'samedi', 'dimanche'];
const MONTHS = [
  'janvier',
  'février',
  'mars',
  'avril',
  'mai',
  'juin',
  'juillet',
  'août',
  'septembre',
  'octobre',
  'novembre',
  'décembre',
];
const RANKS: Record<string, string> = {
  '1': 'premier',
  '2': 'deuxième',
  '3': 'troisième',
  '4': 'quatrième',
  '5': 'cinquième',
  '-1': 'dernier',
  '-2': 'avant-dernier',
};

export const dayName = (weekday: number) => DAYS[weekday - 1] ?? '';
export const dayShort = (weekday: number) => (DAYS[weekday - 1] ?? '').slice(0, 3);

const listed = (words: string[]) =>
  words.length < 2 ? (words[0] ?? '') : `${words.slice(0, -1).join(', ')} et ${words.at(-1)}`;
const ordinal = (day: number) => (day === 1 ? '1er' : String(day));
const plain = (iso: string) => {
  const [year, month, day] = iso.split('-').map(Number);
  return { year, text: `${ordinal(day ?? 0)} ${MONTHS[(month ?? 1) - 1]}` };
};
const rank = (nth: number) => RANKS[String(nth)] ?? `${nth}e`;
const nthDay = ({ weekday, nth }: RepeatDay) =>
  nth === null ? `tous les ${dayName(weekday)}s` : `le ${rank(nth)} ${dayName(weekday)}`;
const monthDay = (day: number) =>
  day === -1 ? 'le dernier jour' : day < 0 ? `le ${-day}e jour avant la fin` : `le ${ordinal(day)}`;

const WORKING = '1,2,3,4,5';

function weekly(rule: Repeat, start: string): string {
  const days = rule.days.length > 0 ? rule.days.map(({ weekday }) => weekday) : [weekdayOf(start)];
  const sorted = [...days].sort((one, other) => one - other);
  const names = listed(sorted.map((day) => `${dayName(day)}s`));
  if (rule.interval === 1)
    return sorted.join() === WORKING ? 'Du lundi au vendredi' : `Tous les ${names}`;
  const step =
    rule.interval === 2 ? 'Une semaine sur deux' : `Toutes les ${rule.interval} semaines`;
  return `${step}, ${sorted.length === 1 ? 'le' : 'les'} ${listed(sorted.map(dayName))}`;
}

function inMonth(rule: Repeat, start: string): string {
  const day = Number(start.slice(8, 10));
  if (rule.days.length === 0 && rule.monthDays.length === 0) return `le ${ordinal(day)}`;
  const dates = rule.monthDays.map(monthDay);
  const whole = rule.days.every(({ nth }) => nth === null);
  if (rule.positions.length > 0 && whole) {
    const names = listed(rule.days.map(({ weekday }) => dayName(weekday)));
    const working = rule.days.map(({ weekday }) => weekday).join() === WORKING;
    const of = working ? 'jour du lundi au vendredi' : `jour parmi ${names}`;
    return listed(rule.positions.map((place) => `le ${rank(place)} ${of}`));
  }
  return listed([...dates, ...rule.days.map(nthDay)]);
}

function often(rule: Repeat, start: string): string {
  const { freq, interval: step } = rule;
  if (freq === 'weekly') return weekly(rule, start);
  if (freq === 'daily') {
    const only =
      rule.days.length > 0
        ? `, ${listed(rule.days.map(({ weekday }) => `les ${dayName(weekday)}s`))}`
        : '';
    return (
      (step === 1 ? 'Tous les jours' : step === 2 ? 'Un jour sur deux' : `Tous les ${step} jours`) +
      only
    );
  }
  if (freq === 'monthly') {
    const every =
      step === 1 ? 'Tous les mois' : step === 2 ? 'Un mois sur deux' : `Tous les ${step} mois`;
    return `${every}, ${inMonth(rule, start)}`;
  }
  const months = rule.months.length > 0 ? rule.months : [Number(start.slice(5, 7))];
  const every =
    step === 1 ? 'Tous les ans' : step === 2 ? 'Un an sur deux' : `Tous les ${step} ans`;
  const byYear = rule.days.length > 0 && rule.months.length === 0 && rule.monthDays.length === 0;
  const names = listed(months.map((month) => MONTHS[month - 1] ?? ''));
  return `${every}, ${inMonth(rule, start)} ${byYear ? 'de l’année' : rule.days.length > 0 ? `de ${names}` : names}`;
}

/** « Tous les samedis de 9 h à 10 h, jusqu’au 30 juin 2027, sauf le 26 décembre ». */
export function sentence(
  rule: Repeat,
  {
    starts,
    ends: end,
    allDay,
    skip,
  }: { starts: string; ends: string; allDay: boolean; skip: string[] },
): string {
  const when = allDay ? '' : ` de ${hour(starts)} à ${hour(end)}`;
  const last = rule.until === null ? null : plain(rule.until);
  const stop = last
    ? `, jusqu’au ${last.text} ${last.year}`
    : rule.count
      ? `, ${rule.count} fois`
      : '';
  const shown = skip.slice(0, 6).map((day) => {
    const { text, year } = plain(day);
    return `le ${text}${last && last.year === year ? '' : year === Number(starts.slice(0, 4)) ? '' : ` ${year}`}`;
  });
  const left = skip.length - shown.length;
  const but =
    shown.length === 0
      ? ''
      : `, sauf ${listed(left > 0 ? [...shown, `${formatCount(left)} autres dates`] : shown)}`;
  return fr(`${often(rule, starts)}${when}${stop}${but}`);
}

/** Monday is 1. */
export const weekdayOf = (iso: string) =>
  new Date(`${iso.slice(0, 10)}T12:00:00Z`).getUTCDay() || 7;

export const plainRule: Repeat = {
  freq: 'weekly',
  interval: 1,
  days: [],
  monthDays: [],
  months: [],
  positions: [],
  until: null,
  count: null,
};

export interface MonthChoice {
  value: string;
  label: string;
  part: Pick<Repeat, 'days' | 'monthDays'>;
}

/** The ways in which a day of a month can come back. */
export function monthChoices(start: string): MonthChoice[] {
  const [year = 2026, month = 1, day = 1] = start.slice(0, 10).split('-').map(Number);
  const length = new Date(Date.UTC(year, month, 0)).getUTCDate();
  const weekday = weekdayOf(start);
  const nth = Math.ceil(day / 7);
  const choice = (label: string, days: RepeatDay[], monthDays: number[]) => ({
    value: JSON.stringify([days, monthDays]),
    label,
    part: { days, monthDays },
  });
  const choices = [choice(`le ${ordinal(day)}`, [], [])];
  if (nth < 5) choices.push(choice(nthDay({ weekday, nth }), [{ weekday, nth }], []));
  if (day + 7 > length)
    choices.push(choice(nthDay({ weekday, nth: -1 }), [{ weekday, nth: -1 }], []));
  choices.push(choice('le dernier jour du mois', [], [-1]));
  return choices;
}
