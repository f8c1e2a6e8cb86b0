import type { AgendaSlot } from '../engine';

/** An event, and the same one in the agenda of others. */
export interface Gathered {
  slot: AgendaSlot;
  others: AgendaSlot[];
}

/** What makes two events the same one for the eye; nothing for those that are somebody's alone. */
function nameOf(slot: AgendaSlot): string | null {
  if (slot.what !== 'entry' || slot.customer || slot.lead || slot.vehicle || slot.movedFrom)
    return null;
  const { title, kind, startsAt, endsAt, place, state, above } = slot;
  return JSON.stringify([title, kind, startsAt, endsAt, place, state, above]);
}

/** The same meeting of several persons shows once, where the first of them stands. */
export function gather(slots: AgendaSlot[]): Gathered[] {
  const found = new Map<string, Gathered>();
  const all: Gathered[] = [];
  for (const slot of slots) {
    const name = nameOf(slot);
    const known = name === null ? undefined : found.get(name);
    if (known) known.others.push(slot);
    else {
      const fresh = { slot, others: [] };
      all.push(fresh);
      if (name !== null) found.set(name, fresh);
    }
  }
  return all;
}
