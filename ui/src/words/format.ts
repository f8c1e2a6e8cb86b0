import type { FieldView, Value } from '../engine/types';
import { formatCount, numbers } from './typography';

const euros = numbers({ style: 'currency', currency: 'EUR' });
const roundEuros = numbers({
  style: 'currency',
  currency: 'EUR',
  maximumFractionDigits: 0,
});
const hundredths = numbers({ maximumFractionDigits: 2 });
const longDay = new Intl.DateTimeFormat('fr-FR', {
  weekday: 'long',
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  timeZone: 'UTC',
});
const shortDay = new Intl.DateTimeFormat('fr-FR', {
  weekday: 'short',
  day: 'numeric',
  month: 'short',
  timeZone: 'UTC',
});

const atNoon = (iso: string) => new Date(`${iso.slice(0, 10)}T12:00:00Z`);

/** « 2026-11-23 » becomes « 23/11/2026 ». */
export function formatDate(iso: string): string {
  const [year, month, day] = iso.slice(0, 10).split('-');
  return year && month && day ? `${day}/${month}/${year}` : iso;
}

export function formatDateTime(iso: string): string {
  const time = iso.slice(11, 16);
  return time ? `${formatDate(iso)} ${time.replace(':', '\u00a0h\u00a0')}` : formatDate(iso);
}

export function formatTime(iso: string): string {
  return iso.slice(11, 16).replace(':', '\u00a0h\u00a0');
}

export function formatLongDay(iso: string): string {
  return longDay.format(atNoon(iso));
}

export function formatShortDay(iso: string): string {
  return shortDay.format(atNoon(iso));
}

export function formatMoney(cents: number): string {
  return euros(cents / 100);
}

export function formatRoundMoney(cents: number): string {
  return roundEuros(cents / 100);
}

/** Pairs of digits for French numbers; anything else is left as it was typed. */
export function formatPhone(phone: string): string {
  const digits = phone.replace(/[\s.-]/g, '');
  if (/^0\d{9}$/.test(digits)) return digits.replace(/(\d\d)(?=\d)/g, '$1\u00a0');
  const abroad = /^\+33(\d)(\d{8})$/.exec(digits);
  if (abroad) return `0${abroad[1]}${abroad[2]}`.replace(/(\d\d)(?=\d)/g, '$1\u00a0');
  return phone;
}

const grouped = (digits: string, pattern: RegExp, groups: string) =>
  pattern.test(digits) ? digits.replace(pattern, groups) : digits;

/** What the screen shows for a stored value; `links` gives names to references. */
export function formatValue(
  field: FieldView,
  value: Value | undefined,
  links: Record<string, string> = {},
): string {
  if (value === null || value === undefined || value === '') return '';
  if (typeof value === 'boolean') return value ? 'Oui' : 'Non';
  const text = String(value);
  switch (field.kind) {
    case 'date':
      return formatDate(text);
    case 'date_time':
      return formatDateTime(text);
    case 'money':
      return typeof value === 'number' ? formatMoney(value) : text;
    case 'quantity':
      return typeof value === 'number' ? hundredths(value / 100) : text;
    case 'integer':
      return typeof value === 'number' ? withUnit(formatCount(value), field.unit) : text;
    case 'choice':
      return field.choices.find((choice) => choice.value === text)?.label ?? text;
    case 'flag':
      return value ? 'Oui' : 'Non';
    case 'reference':
      return links[text] ?? text;
    case 'phone':
      return formatPhone(text);
    case 'siren':
      return grouped(text, /^(\d{3})(\d{3})(\d{3})$/, '$1\u00a0$2\u00a0$3');
    case 'siret':
      return grouped(text, /^(\d{3})(\d{3})(\d{3})(\d{5})$/, '$1\u00a0$2\u00a0$3\u00a0$4');
    default:
      return text;
  }
}

/** A value as it stands, faults of writing included: what is wrong with it must be seen. */
export function writtenValue(
  field: FieldView,
  value: Value | undefined,
  links: Record<string, string> = {},
): string {
  const written = ['phone', 'siren', 'siret'].includes(field.kind) && typeof value === 'string';
  return written ? value : formatValue(field, value, links);
}

function withUnit(text: string, unit: string | null): string {
  return unit ? `${text}\u00a0${unit}` : text;
}

/** What stands in the editor when it opens: what the person would type. */
export function editText(field: FieldView, value: Value | undefined): string {
  if (value === null || value === undefined) return '';
  switch (field.kind) {
    case 'date':
      return formatDate(String(value));
    case 'date_time':
      return `${formatDate(String(value))} ${String(value).slice(11, 16)}`.trim();
    case 'money':
    case 'quantity':
      return typeof value === 'number' ? decimalText(value) : String(value);
    case 'phone':
      return formatPhone(String(value)).replace(/\u00a0/g, ' ');
    case 'flag':
      return value ? 'true' : 'false';
    default:
      return String(value);
  }
}

function decimalText(value: number): string {
  const text = (value / 100).toFixed(2).replace('.', ',');
  return text.replace(/,00$/, '');
}

/** Adds days to an ISO date, without hours or zones to lose a day in. */
export function addDays(iso: string, days: number): string {
  const day = atNoon(iso);
  day.setUTCDate(day.getUTCDate() + days);
  return day.toISOString().slice(0, 10);
}

/** The same day of the next month, or that month's last day. */
export function addMonth(iso: string): string {
  const [year = 0, month = 1, day = 1] = iso.slice(0, 10).split('-').map(Number);
  const last = new Date(Date.UTC(year, month + 1, 0)).getUTCDate();
  return new Date(Date.UTC(year, month, Math.min(day, last))).toISOString().slice(0, 10);
}

export function daysBetween(from: string, to: string): number {
  return Math.round((atNoon(to).getTime() - atNoon(from).getTime()) / 86_400_000);
}
