import type { Answer, Question } from '../engine/types';
import { measureKind } from './dashboards';
import { figureText, type Unit } from './figures';
import { formatDate } from './format';
import { countOf } from './lists';
import { formatCount, fr } from './typography';

export const about = 'Ce que dit la tuile';
export const counted = 'Ce qui est compté';
export const over = 'Sur quelle période';
export const kept = 'Conditions';
export const formula = 'Calcul';
export const behind = 'Derrière le chiffre';
export const none = 'Aucune condition';
export const close = 'Fermer';

/** Over which days, and compared with which. */
export function overText(question: Question, answer: Answer, dayLabel: string): string {
  const [from, to] = answer.days;
  if (question.day === null)
    return 'L’état du jour d’utilisation, quelle que soit la période choisie.';
  if (!from && !to) return fr(`Tout l’historique, d’après « ${dayLabel} ».`);
  const span =
    from && to
      ? `du ${formatDate(from)} au ${formatDate(to)}`
      : from
        ? `depuis le ${formatDate(from)}`
        : `jusqu’au ${formatDate(to ?? '')}`;
  return fr(`« ${dayLabel} » ${span}.`);
}

export function againstText({ before: [from, to] }: Answer): string | null {
  return from && to
    ? fr(`Comparé à la période du ${formatDate(from)} au ${formatDate(to)}.`)
    : null;
}

/** The formula with its numbers, as it would be written on a board. */
export function formulaText(
  question: Question,
  { total, entity }: Answer,
  unit: Unit,
  field: string,
): string {
  const value = figureText(total.value, unit);
  const rows = countOf(entity, total.of);
  const over = countOf(entity, total.counted);
  switch (measureKind(question.measure)) {
    case 'count':
      return rows;
    case 'customers':
      return fr(`Clients différents parmi ${rows} = ${value}`);
    case 'sum':
      return fr(`Somme de « ${field} » sur ${over} = ${value}`);
    case 'mean':
      return fr(`Somme de « ${field} » ÷ ${over} = ${value}`);
    case 'median':
      return fr(`« ${field} » du milieu, sur ${over} rangées par ordre = ${value}`);
    case 'min':
      return fr(`Plus petite valeur de « ${field} » parmi ${over} = ${value}`);
    case 'max':
      return fr(`Plus grande valeur de « ${field} » parmi ${over} = ${value}`);
    case 'share':
      return fr(`${formatCount(total.counted)} ÷ ${formatCount(total.of)} = ${value}`);
  }
}

export const rowsText = (answer: Answer) => countOf(answer.entity, answer.total.rows);
