import type { FieldView } from '../../engine';
import { otherColumns } from '../../words/grid';

type Option = { value: string; label: string };

/** Fields to choose from, under the headings of the catalogue; in a row when there is one heading alone. */
export function underHeadings(
  fields: FieldView[],
): Option[] | { group: string; items: Option[] }[] {
  const groups = new Map<string, Option[]>();
  for (const { key, label, group } of fields) {
    groups.set(group, [...(groups.get(group) ?? []), { value: key, label }]);
  }
  if (groups.size < 2) return [...groups.values()].flat();
  return [...groups].map(([group, items]) => ({ group: group || otherColumns, items }));
}
