import type { Chosen, Entity, FieldView } from '../engine/types';
import { countOf, filterText } from './lists';
import { formatCount, fr } from './typography';

export const print = 'Imprimer';
export const back = 'Revenir à la liste';
export const hint = 'Voici ce qui sortira de l’imprimante.';
export const hintWide = fr(
  'Voici ce qui sortira de l’imprimante, en paysage : la liste est large. Masquez des colonnes pour la redresser.',
);
export const rows = 'Lignes à imprimer';
export const summary = 'Récapitulatif par groupe';
export const day = (text: string) => `Édition du ${text}`;

export function content(entity: Entity, total: number, some: boolean): string {
  return some ? `Sélection de ${countOf(entity, total)}` : countOf(entity, total);
}

/** What narrows and orders the list, a sentence each. */
export function kept(
  fields: FieldView[],
  { quick, filters, sorts }: Chosen,
  nameOf: (ref: string) => string | undefined,
): string[] {
  const labelOf = (key: string) => fields.find((field) => field.key === key)?.label ?? key;
  const sorted = sorts.map(
    ({ field, descending }) => `${labelOf(field)}${descending ? ' (décroissant)' : ''}`,
  );
  return [
    ...(quick === '' ? [] : [fr(`Contenant « ${quick} »`)]),
    ...filters.map((filter) =>
      fr(
        `${labelOf(filter.field)} : ${filterText(
          fields.find((field) => field.key === filter.field),
          filter,
          nameOf,
        )}`,
      ),
    ),
    ...(sorted.length === 0 ? [] : [fr(`Tri : ${sorted.join(', ')}`)]),
  ];
}

export const cut = (entity: Entity, shown: number, total: number) =>
  fr(
    `Seules les ${formatCount(shown)} premières lignes sont imprimables (une centaine de pages), sur ${countOf(entity, total)}. Filtrez la liste, ou exportez-la vers Excel pour tout avoir.`,
  );
