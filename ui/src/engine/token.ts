/**
 * What a lesson leaves to its next opening: which base, and how far it went. At most 255 signs of [A-Za-z0-9._-],
 * since platforms lose, cut or choke on anything else. Fixed from its first user on: later versions add a first number.
 */
export interface Token {
  seed: number;
  size: number;
  /** Day at which the base was made, YYYY-MM-DD. */
  born: string;
  /** Changes made since. */
  seq: number;
}

const SHAPE = /^1\.(\d{1,10})\.(\d{1,7})\.(\d{4}-\d{2}-\d{2})\.(\d{1,10})$/;

export function writeToken({ seed, size, born, seq }: Token): string {
  return `1.${seed}.${size}.${born}.${seq}`;
}

/** Null when there is none, or none that this version reads. */
export function readToken(text: string): Token | null {
  const parts = SHAPE.exec(text);
  if (parts === null) return null;
  return {
    seed: Number(parts[1]),
    size: Number(parts[2]),
    born: parts[3] ?? '',
    seq: Number(parts[4]),
  };
}
