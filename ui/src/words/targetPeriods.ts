import type { TargetPeriod, TargetStep, TargetUnit } from '../engine/types';
import { plural } from './typography';

const units: Record<TargetUnit, [string, string]> = {
  hour: ['heure', 'heures'],
  day: ['jour', 'jours'],
  working_day: ['jour ouvré', 'jours ouvrés'],
  open_day: ['jour ouvrable', 'jours ouvrables'],
  week: ['semaine', 'semaines'],
  month: ['mois', 'mois'],
  quarter: ['trimestre', 'trimestres'],
  year: ['an', 'ans'],
};

export const unitName = (unit: TargetUnit) => units[unit][1];
export const span = (n: number, unit: TargetUnit) => plural(n, ...units[unit]);

/** The ways of telling a period that count units. */
export const counted: Record<'ahead' | 'past' | 'older' | 'beyond', string> = {
  ahead: 'dans les',
  past: 'depuis',
  older: 'il y a plus de',
  beyond: 'dans plus de',
};

type Calendar = Extract<TargetPeriod, { type: 'calendar' }>;

/** Stretches of the calendar that have a name. */
export const calendars: { label: string; period: Calendar }[] = [
  named('aujourd’hui', 'day', 0),
  named('hier', 'day', -1),
  named('demain', 'day', 1),
  named('cette semaine', 'week', 0),
  named('la semaine dernière', 'week', -1),
  named('la semaine prochaine', 'week', 1),
  named('ce mois-ci', 'month', 0),
  named('le mois dernier', 'month', -1),
  named('le mois prochain', 'month', 1),
  named('ce mois-ci l’an dernier', 'month', 0, -1),
  named('ce trimestre', 'quarter', 0),
  named('le trimestre dernier', 'quarter', -1),
  named('le trimestre prochain', 'quarter', 1),
  named('cette année', 'year', 0),
  named('l’an dernier', 'year', -1),
  named('l’an prochain', 'year', 1),
];

function named(label: string, unit: TargetUnit, shift: number, years = 0) {
  return { label, period: { type: 'calendar', unit, shift, years } satisfies Calendar };
}

export function periodText(period: TargetPeriod): string {
  if (period.type !== 'calendar') {
    const many = period.n !== 1;
    const start = period.type === 'ahead' && !many ? 'dans le' : counted[period.type];
    return `${start} ${span(period.n, period.unit)}`;
  }
  const known = calendars.find(
    ({ period: { unit, shift, years } }) =>
      unit === period.unit && shift === period.shift && years === period.years,
  );
  if (known) return known.label;
  const away = span(Math.abs(period.shift), period.unit);
  const when = period.shift < 0 ? `${away} plus tôt` : `${away} plus tard`;
  return period.years === 0 ? when : `${when}, ${span(Math.abs(period.years), 'year')} avant`;
}

/** A day counted from today. */
export function todayText(steps: TargetStep[]): string {
  const moves = steps.map(({ n, unit }) => `${n < 0 ? '−' : '+'} ${span(Math.abs(n), unit)}`);
  return ['aujourd’hui', ...moves].join(' ');
}
