import { useSyncExternalStore } from 'react';

export interface Toast {
  id: number;
  text: string;
  tone: 'done' | 'good' | 'bad';
  /** The change that « Annuler » takes back, while it is still the last one. */
  undo: boolean;
}

const LASTS_MS = 7000;
let toasts: Toast[] = [];
let nextId = 1;
const listeners = new Set<() => void>();

function set(next: Toast[]) {
  toasts = next;
  for (const listener of listeners) listener();
}

/** Says one thing; only the last change can be taken back, so older offers go. */
export function say(text: string, tone: Toast['tone'] = 'done', undo = false): void {
  const toast = { id: nextId++, text, tone, undo };
  set([toast, ...toasts.filter((old) => !old.undo).slice(0, 1)]);
  setTimeout(() => forget(toast.id), tone === 'bad' ? LASTS_MS * 2 : LASTS_MS);
}

export function forget(id: number): void {
  if (toasts.some((toast) => toast.id === id)) set(toasts.filter((toast) => toast.id !== id));
}

export function useToasts(): Toast[] {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => toasts,
  );
}
