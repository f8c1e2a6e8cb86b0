import { describe, expect, test } from 'vitest';
import { civilNow, readDate } from './clock';
import { failureFrom } from './failure';
import { fromBase64 } from './packed';
import { sessionTime } from './platform';

describe('the clock', () => {
  const at = new Date(2026, 10, 23, 9, 5, 7);
  test.each([
    [null, '2026-11-23T09:05:07'],
    ['2024-02-29', '2024-02-29T09:05:07'],
  ])('day of use %s', (chosen, expected) => expect(civilNow(chosen, at)).toBe(expected));

  test.each([
    ['2026-03-01', '2026-03-01'],
    ['2026-02-30', null],
    ['hier', null],
    ['', null],
    [null, null],
  ])('the day %s is %s', (text, expected) => expect(readDate(text)).toBe(expected));
});

test.each([
  [0, '0000:00:00.00'],
  [90_000, '0000:01:30.00'],
  [3_723_456, '0001:02:03.45'],
  [1e12, '9999:46:40.00'],
])('%d ms is %s', (milliseconds, expected) => expect(sessionTime(milliseconds)).toBe(expected));

test('base64 is read with or without the help of the browser', () => {
  expect([...fromBase64('AP/+AQ==')]).toEqual([0, 255, 254, 1]);
});

test.each([
  ['{"code":"not_found","reference":"C1"}', 'not_found'],
  ['<html>', 'internal'],
  ['', 'internal'],
  ['null', 'internal'],
])('the error %j is %s', (text, code) => expect(failureFrom(text).code).toBe(code));
