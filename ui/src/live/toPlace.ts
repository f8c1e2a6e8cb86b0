import { useSyncExternalStore } from 'react';

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
