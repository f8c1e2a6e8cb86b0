/**
 * What a lesson leaves to its next opening: which base, how far it went, and the work itself where the platform has room
 * for it. Signs of [A-Za-z0-9._-] only, since platforms lose, cut or choke on anything else. Fixed from its first user on:
 * later versions add a first number.
 */
export interface Token {
  seed: number;
  size: number;
  /** Day at which the base was made, YYYY-MM-DD. */
  born: string;
  /** Changes made since. */
  seq: number;
}

/** All that was done up to a change, packed. */
export interface Work {
  seq: number;
  bytes: Uint8Array<ArrayBuffer>;
}

const SHAPE =
  /^1\.(\d{1,10})\.(\d{1,7})\.(\d{4}-\d{2}-\d{2})\.(\d{1,10})(?:\.(\d{1,10})\.(\d{1,6})\.([A-Za-z0-9_-]*))?$/;

export function writeToken({ seed, size, born, seq }: Token): string {
  return `1.${seed}.${size}.${born}.${seq}`;
}

/** The token with the work behind it. */
export function writeWork(token: Token, work: Work): string {
  const text = toBase64Url(work.bytes);
  return `${writeToken(token)}.${work.seq}.${text.length}.${text}`;
}

/** Null when there is none, or none that this version reads. Work that was cut on the way is left out. */
export function readToken(text: string): (Token & { work: Work | null }) | null {
  const parts = SHAPE.exec(text);
  if (parts === null) return null;
  const [, seed, size, born = '', seq, workSeq, length, work = ''] = parts;
  const whole = work !== '' && Number(length) === work.length;
  return {
    seed: Number(seed),
    size: Number(size),
    born,
    seq: Number(seq),
    work: whole ? { seq: Number(workSeq), bytes: fromBase64Url(work) } : null,
  };
}

/** The one that goes furthest of those that a platform gives back, the one with the work first. */
export function latest(texts: string[]): ReturnType<typeof readToken> {
  const read = texts.map(readToken).filter((token) => token !== null);
  read.sort((a, b) => (b.work?.seq ?? -1) - (a.work?.seq ?? -1) || b.seq - a.seq);
  return read[0] ?? null;
}

function toBase64Url(bytes: Uint8Array): string {
  let binary = '';
  for (const byte of bytes) binary += String.fromCharCode(byte);
  return btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
}

function fromBase64Url(text: string): Uint8Array<ArrayBuffer> {
  const binary = atob(text.replaceAll('-', '+').replaceAll('_', '/'));
  return Uint8Array.from(binary, (sign) => sign.charCodeAt(0));
}
