import type { AgendaSlot } from '../../engine';

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

/** Where it stands among those at the same time: its first lane, and how many it takes. */
export function lanesOf({ slot, others }: Gathered): { lane: number; span: number } | null {
  const lanes = [slot, ...others].map(({ lane }) => lane);
  const lane = Math.min(...lanes);
  return Math.max(...lanes) - lane + 1 === lanes.length ? { lane, span: lanes.length } : null;
}

/** Gathered, but for those that stand apart among others. */
export function gatherInLanes(slots: AgendaSlot[]): (Gathered & { lane: number; span: number })[] {
  return gather(slots).flatMap((one) => {
    const place = lanesOf(one);
    if (place) return [{ ...one, ...place }];
    return [one.slot, ...one.others].map((slot) => ({
      slot,
      others: [],
      lane: slot.lane,
      span: 1,
    }));
  });
}

/** What is of the day comes before what is to be done in it. */
export const followUpsLast = (one: Gathered, other: Gathered) =>
  Number(one.slot.what === 'follow_up') - Number(other.slot.what === 'follow_up');
