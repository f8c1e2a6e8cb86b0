import type { Dimension, FieldView, LabelView, Measure } from '../engine/types';
import { formatDate, formatValue } from './format';
import { fr, numbers, plural } from './typography';

/** What a figure counts in. */
export type Unit = 'count' | 'money' | 'percent' | { unit: string | null; hundredths: boolean };

const whole = numbers({ maximumFractionDigits: 0 });
const tenth = numbers({ maximumFractionDigits: 1 });
const euros = numbers({
  style: 'currency',
  currency: 'EUR',
  maximumFractionDigits: 0,
});
const compact = numbers({ notation: 'compact', maximumFractionDigits: 1 });
const shortMonth = new Intl.DateTimeFormat('fr-FR', {
  month: 'short',
  year: '2-digit',
  timeZone: 'UTC',
});
const longMonth = new Intl.DateTimeFormat('fr-FR', {
  month: 'long',
  year: 'numeric',
  timeZone: 'UTC',
});
const shortDay = new Intl.DateTimeFormat('fr-FR', {
  day: 'numeric',
  month: 'short',
  timeZone: 'UTC',
});

export const noFigure = '–';
export const blank = '(vide)';
export const others = (count: number) => fr(`Autres (${whole(count)})`);

export function unitOf(measure: Measure, field: FieldView | undefined): Unit {
  if (measure === 'count' || measure === 'customers') return 'count';
  if ('share' in measure) return 'percent';
  if (field?.kind === 'money') return 'money';
  return { unit: field?.unit ?? null, hundredths: field?.kind === 'quantity' };
}

/** A figure in full. */
export function figureText(value: number | null, unit: Unit): string {
  if (value === null) return noFigure;
  if (unit === 'count') return whole(value);
  if (unit === 'money') return euros(value / 100);
  if (unit === 'percent') return fr(`${tenth(value)} %`);
  if (unit.unit === 'min') return minutesText(Math.round(value));
  const text = tenth(unit.hundredths ? value / 100 : value);
  return unit.unit ? `${text}\u00a0${unit.unit}` : text;
}

/** « 45 min », « 6 h 20 ». */
function minutesText(minutes: number): string {
  if (minutes < 60) return `${minutes}\u00a0min`;
  const rest = minutes % 60;
  return `${whole(Math.floor(minutes / 60))}\u00a0h${rest === 0 ? '' : `\u00a0${String(rest).padStart(2, '0')}`}`;
}

/** A figure on an axis. */
export function shortFigure(value: number, unit: Unit): string {
  if (unit === 'money') return shortEuros(value / 100);
  if (unit === 'percent') return fr(`${whole(value)} %`);
  return compact(unit !== 'count' && unit.hundredths ? value / 100 : value);
}

/** « 150 k€ », « 1,2 M€ », « 80 € ». */
function shortEuros(value: number): string {
  const text = compact(value);
  return /[a-z]$/i.test(text) ? `${text}€` : `${text}\u00a0€`;
}

/** « 11 sur 65 », under a share. */
export const partOf = (part: number, all: number, unit: Unit) =>
  unit === 'percent' ? fr(`${whole(part)} sur ${whole(all)}`) : '';

/** The number that goes into a workbook: euros rather than cents. */
export function plainFigure(value: number | null, unit: Unit): number | null {
  if (value === null) return null;
  const hundredths = unit === 'money' || (typeof unit === 'object' && unit.hundredths);
  return hundredths ? value / 100 : value;
}

/** By how much a figure grew, in words: « +12 % ». */
export function growthText(value: number, before: number, unit: Unit): string | null {
  if (unit === 'percent') return fr(`${signed(tenth, value - before)} pt`);
  if (before === 0) return null;
  return fr(`${signed(whole, ((value - before) * 100) / Math.abs(before))} %`);
}

function signed(written: (value: number) => string, value: number): string {
  return `${value > 0 ? '+' : ''}${written(value).replace('-', '\u2212')}`;
}

/** What a group is called: short on an axis, long in a table. */
export function labelText(
  label: LabelView,
  dimension: Dimension | undefined,
  field: FieldView | undefined,
  length: 'short' | 'long' = 'long',
): string {
  switch (label.kind) {
    case 'blank':
      return blank;
    case 'others':
      return others(label.others);
    case 'days':
      return daysText(String(label.value), String(label.to), dimension?.step ?? 'month', length);
    case 'band':
      return bandText(Number(label.value), Number(label.to), field);
    case 'value':
      if (label.name) return label.name;
      if (!field) return String(label.value);
      return formatValue(field, label.value) || String(label.value);
  }
}

function daysText(from: string, to: string, step: string, length: 'short' | 'long'): string {
  const day = new Date(`${from}T12:00:00Z`);
  const year = from.slice(0, 4);
  switch (step) {
    case 'year':
      return year;
    case 'quarter':
      return fr(`T${Math.floor(day.getUTCMonth() / 3) + 1} ${year}`);
    case 'month':
      return (length === 'short' ? shortMonth : longMonth).format(day);
    case 'week':
      return length === 'short'
        ? shortDay.format(day)
        : fr(`du ${formatDate(from)} au ${formatDate(to)}`);
    default:
      return length === 'short' ? shortDay.format(day) : formatDate(from);
  }
}

function bandText(from: number, to: number, field: FieldView | undefined): string {
  if (!field) return `${from} – ${to}`;
  const text = (value: number) => (field.kind === 'money' ? euros(value / 100) : whole(value));
  const unit = field.unit ? `\u00a0${field.unit}` : '';
  // The last cent before the next band is not what a person says.
  return `${text(from)} à ${text(field.kind === 'money' ? to + 1 : to)}${unit}`;
}

export const rowsBehind = (count: number) => plural(count, 'ligne', 'lignes');
