/** What the engine's door has to tell the screens outside of any call. */
export type EngineEvent =
  /** Changes are kept in memory only: storage is refused, or full, or stopped working. */
  | { kind: 'memory-only'; reason: 'refused' | 'full' | 'stopped' }
  /** `elsewhere`: another tab has the base, `takeOver()` brings it here. `taken`: another tab just took it. `here`: it is ours; redraw everything. */
  | { kind: 'other-tab'; state: 'elsewhere' | 'taken' | 'here' }
  /** The engine stopped and was started again from what was kept; `lost` when some acknowledged change is gone (memory only). */
  | { kind: 'worker-replaced'; lost: boolean }
  /** Everything up to this change is durably kept. */
  | { kind: 'saved'; seq: number }
  /** The learning platform: found, saved, refused a save, ended. */
  | { kind: 'lms'; state: 'connected' | 'saved' | 'failed' | 'finished' }
  /** Work of another computer: taken up from the platform, taken up but for its last changes, left there; or it has just become too much for the platform. */
  | { kind: 'work'; state: 'resumed' | 'resumed-partly' | 'other-computer' | 'too-much' }
  /** Some of the data could not be read: it was set aside, and the best of what is left is in use. */
  | {
      kind: 'rescued';
      where: 'program';
      /** Where the old file now lies; null when it had disappeared. */
      aside: string | null;
      /** The file without its last changes, a copy made at `madeAt`, or the base with which everybody begins. */
      taken: 'file' | 'copy' | 'base';
      madeAt: string | null;
    }
  /** The same in the browser; `lost`: how many of the last changes could not be read. */
  | { kind: 'rescued'; where: 'browser'; lost: number };

export type EngineListener = (event: EngineEvent) => void;

const listeners = new Set<EngineListener>();
let unheard: EngineEvent[] = [];

/** Listens to the door; what was said before anybody listened is said again. Returns how to stop. */
export function onEngineEvent(listener: EngineListener): () => void {
  listeners.add(listener);
  const early = unheard;
  unheard = [];
  for (const event of early) listener(event);
  return () => listeners.delete(listener);
}

export function emit(event: EngineEvent): void {
  if (listeners.size === 0) {
    if (event.kind !== 'saved') unheard.push(event);
    return;
  }
  for (const listener of listeners) listener(event);
}
