import { useSyncExternalStore } from 'react';
import { useLocation } from 'wouter';
import { call, type Chosen } from '../engine';
import { sayFailure } from './change';

/** A record that somebody sent to the agenda, to be placed there. */
export interface Sent {
  ref: string;
  label: string;
}

let sent: Sent[] = [];
const listeners = new Set<() => void>();

function set(next: Sent[]) {
  sent = next;
  for (const listener of listeners) listener();
}

/** Sends records to the agenda; one that is there already stays where it is. */
export function sendToAgenda(records: Sent[]): void {
  const known = new Set(sent.map(({ ref }) => ref));
  set([...sent, ...records.filter(({ ref }) => !known.has(ref))]);
}

export function forgetSent(refs: string[]): void {
  set(sent.filter(({ ref }) => !refs.includes(ref)));
}

/** Sends records to the agenda and goes there. */
export function usePlan(): (records: Sent[]) => void {
  const [, go] = useLocation();
  return (records) => {
    sendToAgenda(records);
    go('/agenda');
  };
}

/** What each kind of record is called, by its fields. */
const NAMES: Record<string, string[]> = {
  customer: ['name'],
  vehicle: ['make', 'model', 'plate'],
  lead: ['first_name', 'last_name'],
};
/** Records that are placed in one go at most. */
export const MOST_PLANNED = 100;

/** Can the rows of this list be given an appointment? */
export const isPlanned = (entity: string) => entity in NAMES;

/** The rows chosen in a list, under their names. */
export async function chosenToPlan(chosen: Chosen): Promise<Sent[]> {
  try {
    const columns = NAMES[chosen.entity] ?? [];
    const { rows } = await call('list.print', { chosen, columns });
    return rows.slice(0, MOST_PLANNED).map(({ ref, values }) => ({
      ref,
      label: values.filter((value) => value !== null && value !== '').join(' '),
    }));
  } catch (failure) {
    sayFailure(failure);
    return [];
  }
}

/** What was sent and is not placed yet, in order. */
export function useSent(): Sent[] {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => sent,
  );
}
