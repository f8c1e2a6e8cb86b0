import type { FieldView, ProblemCode, Value } from '../engine/types';

/** What a person typed, read as the engine wants it; or why it cannot be read. */
export type Typed = { ok: true; value: Value } | { ok: false; code: ProblemCode };

const read = (value: Value): Typed => ({ ok: true, value });
const refused = (code: ProblemCode): Typed => ({ ok: false, code });

export function readTyped(field: FieldView, text: string): Typed {
  const typed = text.trim();
  if (typed === '') return read(null);
  switch (field.kind) {
    case 'date':
      return readDate(typed);
    case 'date_time':
      return readDateTime(typed);
    case 'money':
    case 'quantity':
      return readNumber(typed, 100);
    case 'integer':
      return readNumber(typed, 1);
    case 'flag':
      return read(typed === 'true');
    default:
      return read(typed);
  }
}

/** Takes 23/11/2026, 23-11-2026, 23.11.26, 23112026, 23 nov. 2026, 1er mars 2026 and 2026-11-23. */
export function readDate(typed: string): Typed {
  const iso = isoDate(typed);
  return iso ? read(iso) : refused('bad_date');
}

export function isoDate(typed: string): string | null {
  const years = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(typed);
  if (years) return realDay(Number(years[1]), Number(years[2]), Number(years[3]));
  const days =
    /^(\d{1,2})[/.\s-](\d{1,2})[/.\s-](\d{4}|\d{2})$/.exec(typed) ??
    /^(\d{2})(\d{2})(\d{4}|\d{2})$/.exec(typed);
  if (!days) return namedDay(typed);
  return realDay(century(days[3] ?? ''), Number(days[2]), Number(days[1]));
}

/** The shortest beginning by which each month is known, accents left aside. */
const MONTHS = [
  'janv',
  'fev',
  'mars',
  'avr',
  'mai',
  'juin',
  'juil',
  'aou',
  'sept',
  'oct',
  'nov',
  'dec',
];
const WHOLE_MONTHS =
  'janvier fevrier mars avril mai juin juillet aout septembre octobre novembre decembre'.split(' ');

/** Without accents nor capitals. */
export const plain = (text: string) =>
  text.normalize('NFD').replace(/\p{M}/gu, '').replace(/’/g, "'").toLowerCase();

/** Does a text hold each word typed, accents and case left aside? */
export function holdsWords(text: string, typed: string): boolean {
  return plain(typed)
    .split(/\s+/)
    .every((word) => plain(text).includes(word));
}

function namedDay(typed: string): string | null {
  const parts = /^(\d{1,2})(?:er)?\s*([a-z]{3,})\.?\s*(\d{4}|\d{2})$/.exec(plain(typed));
  const name = parts?.[2] ?? '';
  const month = MONTHS.findIndex(
    (short, at) => name.startsWith(short) && (WHOLE_MONTHS[at] ?? '').startsWith(name),
  );
  return parts && month >= 0 ? realDay(century(parts[3] ?? ''), month + 1, Number(parts[1])) : null;
}

/** Two figures mean 1940 to 2039: birth dates and appointments alike. */
function century(year: string): number {
  if (year.length === 4) return Number(year);
  return Number(year) < 40 ? 2000 + Number(year) : 1900 + Number(year);
}

function realDay(year: number, month: number, day: number): string | null {
  const date = new Date(Date.UTC(year, month - 1, day));
  const real =
    date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return real ? date.toISOString().slice(0, 10) : null;
}

function readDateTime(typed: string): Typed {
  const parts = /^(\S+)(?:\s+(?:à\s+)?(\d{1,2})\s*[h:]\s*(\d{2})?)?$/i.exec(typed);
  const day = parts?.[1] ? isoDate(parts[1]) : null;
  if (!day) return refused('bad_date');
  const hour = Number(parts?.[2] ?? 9);
  const minute = Number(parts?.[3] ?? 0);
  if (hour > 23 || minute > 59) return refused('bad_date');
  return read(`${day}T${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`);
}

export function readNumber(typed: string, scale: number): Typed {
  const plain = typed.replace(/[\s\u00a0\u202f€]|km$/g, '').replace(',', '.');
  if (!/^-?\d+(\.\d+)?$/.test(plain)) return refused('bad_number');
  const scaled = Math.round(Number(plain) * scale);
  if (scale === 1 && plain.includes('.')) return refused('bad_number');
  return Number.isSafeInteger(scaled) ? read(scaled) : refused('bad_number');
}
