import { expect, test } from 'vitest';
import { latest, readToken, writeToken, writeWork } from './token';

const token = { seed: 2026, size: 520, born: '2026-11-23', seq: 7 };
const work = { seq: 6, bytes: Uint8Array.from({ length: 500 }, (_, index) => (index * 37) % 256) };

test('a token brings back the base, and the work when it is whole', () => {
  expect(readToken(writeToken(token))).toEqual({ ...token, work: null });
  const long = writeWork(token, work);
  expect(long).toMatch(/^[A-Za-z0-9._-]+$/);
  expect(readToken(long)).toEqual({ ...token, work });
  // Cut by a platform that keeps less than it says.
  expect(readToken(long.slice(0, 255))).toEqual({ ...token, work: null });
  for (const other of [
    '',
    'page-3',
    '1.2026.520',
    '2.1.2.2026-11-23.4',
    "1.1.2.2026-11-23.4.1.2.a'",
  ])
    expect(readToken(other)).toBeNull();
});

test('of what a platform gives back, the work that goes furthest is taken', () => {
  const long = writeWork(token, work);
  const further = writeToken({ ...token, seq: 9 });
  expect(latest([further, long])?.work).toEqual(work);
  expect(latest([long, writeWork(token, { ...work, seq: 7 })])?.work?.seq).toBe(7);
  expect(latest(['', further])?.seq).toBe(9);
  expect(latest(['', ''])).toBeNull();
});
