import type { KeyboardEvent } from 'react';
import type { FieldView } from '../../engine/types';
import { moved, type Place, type Size } from './moves';

/** What a key may do in a grid. */
export interface Keys {
  place: Place;
  size: Size;
  /** The field of the column where the focus is; none for the boxes. */
  field: FieldView | undefined;
  goTo: (next: Place) => void;
  edit: () => void;
  open: () => void;
  sort: (key: string, more: boolean) => void;
  menu: (key: string) => void;
  choice: {
    one: (row: number, range: boolean) => void;
    /** Every row from here to that one. */
    upTo: (row: number) => void;
    all: () => void;
    none: () => void;
    any: boolean;
    every: boolean;
  };
}

/** Arrows move, Shift with them chooses, Enter or F2 edits, Ctrl+Enter opens, Space chooses, Escape unchooses. */
export function onGridKey(event: KeyboardEvent, keys: Keys) {
  const ctrl = event.ctrlKey || event.metaKey;
  const { place, choice } = keys;
  const next = event.altKey ? null : moved(place, event.key, ctrl, keys.size);
  if (next) {
    event.preventDefault();
    keys.goTo(next);
    if (event.shiftKey && next.row >= 0 && next.row !== place.row) choice.upTo(next.row);
  } else if (ctrl && event.key.toLowerCase() === 'a') {
    event.preventDefault();
    choice.all();
  } else if (place.row < 0) {
    onHeaderKey(event, ctrl, keys);
  } else if (event.key === 'Enter' || event.key === 'F2') {
    event.preventDefault();
    if (ctrl) keys.open();
    else if (place.column === 0) choice.one(place.row, event.shiftKey);
    else keys.edit();
  } else if (event.key === ' ') {
    event.preventDefault();
    choice.one(place.row, event.shiftKey);
  } else if (event.key === 'Escape' && choice.any) {
    choice.none();
  }
}

function onHeaderKey(event: KeyboardEvent, ctrl: boolean, keys: Keys) {
  const { field, choice } = keys;
  if (event.key === 'Enter' || event.key === ' ') {
    event.preventDefault();
    if (field) keys.sort(field.key, ctrl || event.shiftKey);
    else if (choice.every) choice.none();
    else choice.all();
    return;
  }
  const asksMenu =
    event.key === 'F2' ||
    event.key === 'ContextMenu' ||
    (event.altKey && event.key === 'ArrowDown');
  if (field && asksMenu) {
    event.preventDefault();
    keys.menu(field.key);
  }
}
