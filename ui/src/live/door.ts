import { useSyncExternalStore } from 'react';
import { onEngineEvent, type EngineEvent } from '../engine';
import { readAgain } from './client';

/** The last word of the engine's door on each subject; listened to from the very start. */
let heard: readonly EngineEvent[] = [];
const listeners = new Set<() => void>();

function keep(next: readonly EngineEvent[]) {
  heard = next;
  for (const listener of listeners) listener();
}

onEngineEvent((event) => {
  if (event.kind === 'saved') return;
  keep([...heard.filter((old) => old.kind !== event.kind), event]);
  const anew =
    event.kind === 'worker-replaced' || (event.kind === 'other-tab' && event.state === 'here');
  if (anew) void readAgain();
});

export function dismiss(event: EngineEvent): void {
  keep(heard.filter((old) => old !== event));
}

export function useDoorEvents(): readonly EngineEvent[] {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => heard,
  );
}
