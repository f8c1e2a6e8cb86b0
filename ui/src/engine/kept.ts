/** What a browser keeps of a base, and the ways to open it again when some of it is spoilt or missing. */

/** A base as it stood after the change number `seq`. */
export interface Snapshot {
  bytes: Uint8Array;
  seq: number;
  born: string;
  sum: number;
}

/** What one change appended. */
export interface Appended {
  entries: Uint8Array[];
  sum: number;
}

/** One way to open it: a snapshot and the changes after it, up to number `seq`. */
export interface Attempt {
  snapshot: Uint8Array;
  journal: Uint8Array[];
  /** How many changes, of `journal` or in the snapshot. */
  seq: number;
  since: number;
  born: string;
}

export interface Kept {
  /** The one that brings everything back first, then what loses least. */
  attempts: Attempt[];
  /** Number of the last change that was ever kept here. */
  last: number;
  /** Something is spoilt or missing, even where nothing is lost by it. */
  spoilt: boolean;
}

/** FNV-1a, 32 bits: `crypto.subtle` is absent where the page is not in a secure context. */
export function sumOf(parts: Uint8Array[]): number {
  let hash = 0x811c9dc5;
  for (const part of parts)
    for (let at = 0; at < part.length; at += 1)
      hash = Math.imul(hash ^ (part[at] ?? 0), 0x01000193);
  return hash >>> 0;
}

/** `snapshots`: the last one, and the one before it. `last`: what was noted as the number of the last change. */
export function keptOf(
  snapshots: unknown[],
  journal: Map<number, unknown>,
  last: number | undefined,
): Kept {
  const whole = snapshots.filter(isSnapshot);
  const attempts = whole.flatMap((snapshot) => attemptsFrom(snapshot, journal));
  attempts.sort((one, other) => other.seq - one.seq);
  const ends = [last ?? 0, ...journal.keys(), ...whole.map(({ seq }) => seq)];
  const end = Math.max(...ends);
  const missing = snapshots[0] === undefined || whole.length < snapshots.filter(Boolean).length;
  return { attempts, last: end, spoilt: missing || attempts[0]?.seq !== end };
}

/** The changes that follow on without a hole: all of them, then fewer and fewer. */
function attemptsFrom(snapshot: Snapshot, journal: Map<number, unknown>): Attempt[] {
  const { bytes, seq, born } = snapshot;
  const found = [{ snapshot: bytes, journal: [] as Uint8Array[], seq, since: 0, born }];
  for (let next = seq + 1; ; next += 1) {
    const appended = journal.get(next);
    const before = found[0];
    if (before === undefined || !isAppended(appended)) return found;
    found.unshift({
      ...before,
      journal: [...before.journal, ...appended.entries],
      seq: next,
      since: next - seq,
    });
  }
}

function isSnapshot(value: unknown): value is Snapshot {
  const { bytes, seq, born, sum } = (value ?? {}) as Partial<Snapshot>;
  const shaped = bytes instanceof Uint8Array && typeof seq === 'number' && typeof born === 'string';
  return shaped && sumOf([bytes]) === sum;
}

function isAppended(value: unknown): value is Appended {
  const { entries, sum } = (value ?? {}) as Partial<Appended>;
  const shaped =
    Array.isArray(entries) && entries.every((entry: unknown) => entry instanceof Uint8Array);
  return shaped && sumOf(entries) === sum;
}
