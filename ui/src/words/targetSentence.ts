import type { TargetAsked, TargetSaid, TargetSaidValue } from '../engine/types';
import { formatDate } from './format';
import { measureName, howText, periodText, quantityText, todayText } from './targeting';
import { fr } from './typography';

/** A target in one French sentence. */
export function targetSentence(plural: string, said: TargetSaid | null): string {
  if (!said) return fr(`${plural} : tous.`);
  return fr(`${plural} ${clauses(said)}.`);
}

function clauses(said: TargetSaid): string {
  switch (said.type) {
    case 'all':
      return joined(said.of, ' et ');
    case 'any':
      return joined(said.of, ' ou ');
    case 'not':
      return `sauf ceux ${grouped(said.said)}`;
    case 'field':
      return `dont « ${said.label} » ${asked(said.asked)}`;
    case 'related':
      return related(said);
    case 'aggregate':
      return figure(said);
    case 'first': {
      const whom = said.said ? ` parmi ceux ${grouped(said.said)}` : '';
      return `faisant partie des ${said.n} premiers par « ${said.label} » ${said.descending ? 'décroissant' : 'croissant'}${whom}`;
    }
    case 'member':
      return `du ciblage « ${said.name} »`;
  }
}

const joined = (of: TargetSaid[], link: string) =>
  of.map((said) => grouped(said, of.length > 1)).join(link);

/** A group within another one stands between brackets, so that et and ou are not mixed. */
function grouped(said: TargetSaid, inside = true): string {
  const several = (said.type === 'all' || said.type === 'any') && said.of.length > 1;
  return several && inside ? `(${clauses(said)})` : clauses(said);
}

function related(said: Extract<TargetSaid, { type: 'related' }>): string {
  const whom = said.said ? ` ${grouped(said.said)}` : '';
  const name = `« ${said.name} »`;
  if (!said.many)
    return said.quantity.type === 'none'
      ? `sans ${name}${whom}`
      : `dont la fiche ${name} est${whom || ' connue'}`;
  switch (said.quantity.type) {
    case 'none':
      return `sans aucune fiche ${name}${whom}`;
    case 'every':
      return `dont toutes les fiches ${name} sont${whom}`;
    default:
      return `ayant ${quantityText(said.quantity)} fiche${said.quantity.n > 1 ? 's' : ''} ${name}${whom}`;
  }
}

function figure(said: Extract<TargetSaid, { type: 'aggregate' }>): string {
  const date = said.asked.period !== null || said.asked.values.some(({ day }) => day !== null);
  const of = said.label ? ` de « ${said.label} »` : '';
  const whom = said.said ? ` ${grouped(said.said)}` : '';
  const name = measureName(said.measure, date ? 'date' : 'number').toLowerCase();
  return `dont le calcul « ${name} »${of} sur leurs fiches « ${said.name} »${whom} ${asked(said.asked)}`;
}

function asked({ how, values, period, first, last }: TargetAsked): string {
  if (period) {
    const bounds = [first, last].filter((day) => day !== null).map(formatDate);
    const days = bounds.length === 2 && bounds[0] !== bounds[1] ? ` (${bounds.join(' au ')})` : '';
    return `${howText(how, 'date')} ${periodText(period)}${days}`;
  }
  const date = values.some(({ day }) => day !== null);
  const texts = values.map(valueText);
  const start = howText(how, date ? 'date' : 'text');
  if (how === 'between') return `${start} ${texts.join(' et ')}`;
  if (how === 'characters') return `${start} ${texts[0] ?? ''} caractères`;
  return texts.length === 0 ? start : `${start} ${texts.map((text) => text).join(', ')}`;
}

function valueText({ text, steps, day }: TargetSaidValue): string {
  if (!steps) return text;
  return day ? `${todayText(steps)} (${formatDate(day)})` : todayText(steps);
}
