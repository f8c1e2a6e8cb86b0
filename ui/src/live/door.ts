import { useQuery } from '@tanstack/react-query';
import { useSyncExternalStore } from 'react';
import { findDataPlace, onEngineEvent, type DataPlace, type EngineEvent } from '../engine';
import { readAgain } from './client';

/** The last word of the engine's door of each kind; listened to from the very start. */
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
    event.kind === 'worker-replaced' ||
    event.kind === 'rescued' ||
    (event.kind === 'other-tab' && event.state === 'here');
  if (anew) void readAgain();
});

export function dismiss(event: EngineEvent): void {
  keep(heard.filter((old) => old !== event));
}

/** Are we inside a learning platform, the lesson not ended? */
export function useLesson(): boolean {
  return useDoorEvents().some((event) => event.kind === 'lms' && event.state !== 'finished');
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

/** Where the data live; undefined until it is known, null where the browser keeps them. */
export function useDataPlace(): DataPlace | null | undefined {
  return useQuery({ queryKey: ['door', 'place'], queryFn: findDataPlace, staleTime: Infinity })
    .data;
}
