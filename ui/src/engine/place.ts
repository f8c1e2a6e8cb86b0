/** Where the room of the engine is: a worker of its own, or this very page when workers are refused. */
import type { Order, Report } from './messages';
import { workerSource } from './packed';
import { Room } from './room';

export interface Place {
  /** It may die without a word. */
  readonly mortal: boolean;
  send(order: Order): void;
  close(): void;
}

/** Tells what the room says, and that it died (`broken`) when it can no longer say it. */
export interface PlaceListener {
  report(report: Report): void;
  broken(): void;
}

export type MakePlace = (listener: PlaceListener) => Place;

/** Throws, or breaks before its first word, where a policy refuses workers made of a blob. */
export function inWorker(listener: PlaceListener): Place {
  const url = URL.createObjectURL(new Blob([workerSource()], { type: 'text/javascript' }));
  const worker = new Worker(url);
  worker.onmessage = ({ data }: MessageEvent<Report>) => {
    URL.revokeObjectURL(url);
    listener.report(data);
  };
  worker.onerror = (event) => {
    event.preventDefault();
    listener.broken();
  };
  return {
    mortal: true,
    send: (order) => worker.postMessage(order),
    close: () => worker.terminate(),
  };
}

/** The page waits while the engine works, which is better than no lesson. */
export function inPage(listener: PlaceListener): Place {
  let open = true;
  const room = import('./wasm').then(
    ({ loadEngine }) =>
      new Room(loadEngine, (report) => {
        if (open) setTimeout(() => listener.report(report));
      }),
  );
  return {
    mortal: false,
    send: (order) => void room.then((room) => room.receive(order)),
    close: () => {
      open = false;
    },
  };
}

/** Calls back when whoever holds this Web lock is gone; never where the browser has no locks. Returns how to stop. */
export function onDeath(life: string, dead: () => void): () => void {
  if (navigator.locks === undefined) return () => undefined;
  const stop = new AbortController();
  navigator.locks
    .request(life, { signal: stop.signal }, () => {
      if (!stop.signal.aborted) dead();
    })
    .catch(() => undefined);
  return () => stop.abort();
}
