import type { ColumnTotal, FieldView } from '../engine/types';
import { formatMoney } from './format';
import { fr, formatCount, numbers, plural } from './typography';

export const ofList = 'Totaux de la liste';
export const ofSelection = 'Totaux de la sélection';
export const sum = 'Somme';

const decimals = numbers({ maximumFractionDigits: 1 });
const hundredths = numbers({ maximumFractionDigits: 2 });

/** A sum or a mean, in the unit of its field. */
export function amount(field: FieldView, value: number): string {
  switch (field.kind) {
    case 'money':
      return formatMoney(value);
    case 'quantity':
      return hundredths(value / 100);
    default: {
      // A tenth says something of 4,5 visits, nothing of 53 913 km.
      const text = Math.abs(value) < 100 ? decimals(value) : formatCount(Math.round(value));
      return field.unit ? fr(`${text} ${field.unit}`) : text;
    }
  }
}

/** « somme 1 250,00 € », « moyenne 125,00 € », and « sur 10 valeurs » when some rows hold none. */
export function parts(
  field: FieldView,
  total: ColumnTotal,
  rows: number,
): { name: string; text: string }[] {
  const mean =
    total.mean === null ? null : field.kind === 'money' ? Math.round(total.mean) : total.mean;
  return [
    ...(total.sum === null ? [] : [{ name: 'somme', text: amount(field, total.sum) }]),
    ...(mean === null ? [] : [{ name: 'moyenne', text: amount(field, mean) }]),
    ...(total.filled === rows
      ? []
      : [{ name: 'sur', text: plural(total.filled, 'valeur', 'valeurs') }]),
  ];
}
