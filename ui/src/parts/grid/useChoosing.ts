import { useRef } from 'react';
import type { ListRow } from '../../engine/types';
import type { Keys } from './keys';
import { countSelected, everybody, nobody, toggled, withRows, type Selection } from './selection';

interface Chosen {
  total: number;
  selection: Selection;
  onSelection: (selection: Selection) => void;
  rowAt: (index: number) => ListRow | undefined;
  refsBetween: (first: number, last: number) => Promise<string[]>;
}

/** Choosing rows: one, those from the last one chosen, those passed over, all or none. */
export function useChoosing(of: Chosen, here: number): Keys['choice'] {
  const anchor = useRef(0);
  const { total, selection, onSelection } = of;
  const between = async (from: number, to: number) => {
    const refs = await of.refsBetween(Math.min(from, to), Math.max(from, to));
    onSelection(withRows(selection, refs));
  };
  return {
    one: (row, range) => {
      const ref = of.rowAt(row)?.ref;
      if (!ref) return;
      if (range) return void between(anchor.current, row);
      anchor.current = row;
      onSelection(toggled(selection, ref));
    },
    upTo: (row) => void between(here, row),
    all: () => onSelection(everybody),
    none: () => onSelection(nobody),
    any: countSelected(selection, total) > 0,
    every: total > 0 && countSelected(selection, total) === total,
  };
}
