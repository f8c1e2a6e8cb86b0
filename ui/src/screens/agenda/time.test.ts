import { describe, expect, it } from 'vitest';
import { lasts, later, momentOf, stepped, weekOf, windowOf } from './time';

describe('the days of a view', () => {
  it('begin on a Monday and hold the whole period', () => {
    expect(windowOf('semaine', '2026-11-25')).toEqual({ from: '2026-11-23', to: '2026-11-30' });
    expect(windowOf('mois', '2026-11-25')).toEqual({ from: '2026-10-26', to: '2026-12-07' });
    expect(windowOf('jour', '2026-11-25')).toEqual({ from: '2026-11-25', to: '2026-11-26' });
    expect(stepped('mois', '2027-01-31', 1)).toBe('2027-02-01');
    expect(stepped('mois', '2027-01-31', -1)).toBe('2026-12-01');
    expect(stepped('semaine', '2026-12-28', 1)).toBe('2027-01-04');
  });

  it('know the number of their week', () => {
    expect([weekOf('2026-11-23'), weekOf('2027-01-03'), weekOf('2027-01-04')]).toEqual([48, 53, 1]);
  });

  it('add minutes over midnight', () => {
    expect(later('2026-12-31T23:30', 45)).toBe('2027-01-01T00:15');
    expect(momentOf('2026-11-23', -30)).toBe('2026-11-22T23:30');
    expect(lasts('2026-11-23T22:00', '2026-11-24T01:00')).toBe(180);
  });
});
