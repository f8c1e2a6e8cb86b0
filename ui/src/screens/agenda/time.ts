import type { AgendaSlot } from '../../engine';
import { addDays, daysBetween } from '../../words/format';
import type { View } from '../../words/agenda';
import { weekdayOf } from '../../words/recurrence';

/** Minutes of a step of the mouse. */
export const STEP = 15;
/** Minutes of a slot of the keyboard. */
export const SLOT = 30;
export const DAY = 24 * 60;
/** Weeks of the list. */
const LIST_DAYS = 28;

export const minutesOf = (moment: string) =>
  Number(moment.slice(11, 13)) * 60 + Number(moment.slice(14, 16));

const two = (number: number) => String(number).padStart(2, '0');
export const clock = (minutes: number) => `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;

/** A moment of a day; minutes past its end are of the next one. */
export function momentOf(day: string, minutes: number): string {
  const days = Math.floor(minutes / DAY);
  return `${days === 0 ? day : addDays(day, days)}T${clock(minutes - days * DAY)}`;
}

export const dayOf = (moment: string) => moment.slice(0, 10);

export const later = (moment: string, minutes: number) =>
  momentOf(dayOf(moment), minutesOf(moment) + minutes);

/** Minutes from one moment to another. */
export const lasts = (from: string, to: string) =>
  daysBetween(dayOf(from), dayOf(to)) * DAY + minutesOf(to) - minutesOf(from);

export const lengthOf = (slot: AgendaSlot) => lasts(slot.startsAt, slot.endsAt);

export const snapped = (minutes: number, step: number = STEP) => Math.floor(minutes / step) * step;

export const mondayOf = (day: string) => addDays(day, 1 - weekdayOf(day));

/** The days that a view shows, the last one excluded. */
export function windowOf(view: View, day: string): { from: string; to: string } {
  if (view === 'jour') return { from: day, to: addDays(day, 1) };
  const from = mondayOf(view === 'mois' ? `${day.slice(0, 7)}-01` : day);
  return { from, to: addDays(from, { semaine: 7, mois: 42, liste: LIST_DAYS }[view]) };
}

/** The day shown one period further on, or back. */
export function stepped(view: View, day: string, way: 1 | -1): string {
  if (view !== 'mois') return addDays(day, way * { jour: 1, semaine: 7, liste: LIST_DAYS }[view]);
  const [year = 0, month = 1] = day.split('-').map(Number);
  return new Date(Date.UTC(year, month - 1 + way, 1)).toISOString().slice(0, 10);
}

/** The number of a week, as ISO 8601 counts them. */
export function weekOf(day: string): number {
  const thursday = addDays(mondayOf(day), 3);
  return Math.floor(daysBetween(`${thursday.slice(0, 4)}-01-01`, thursday) / 7) + 1;
}

/** Does it touch a day? */
export const touches = (slot: AgendaSlot, day: string) =>
  dayOf(slot.startsAt) <= day && dayOf(slot.endsAt) >= day;
