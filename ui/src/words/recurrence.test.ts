import { describe, expect, it } from 'vitest';
import type { Repeat } from '../engine/types';
import { monthChoices, plainRule, sentence } from './recurrence';

const say = (rule: Partial<Repeat>, starts: string, skip: string[] = [], allDay = false) =>
  sentence(
    { ...plainRule, ...rule },
    { starts, ends: `${starts.slice(0, 10)}T10:00`, allDay, skip },
  ).replace(/\u00a0/g, ' ');

describe('the sentence of a rule', () => {
  it('reads as somebody would say it', () => {
    const saturday = { days: [{ weekday: 6, nth: null }], until: '2027-06-30' };
    expect(say(saturday, '2026-12-19T09:00', ['2026-12-26'])).toBe(
      'Tous les samedis de 9 h à 10 h, jusqu’au 30 juin 2027, sauf le 26 décembre',
    );
    expect(say({}, '2026-11-24T09:30')).toBe('Tous les mardis de 9 h 30 à 10 h');
    const five = [1, 2, 3, 4, 5].map((weekday) => ({ weekday, nth: null }));
    expect(say({ days: five, count: 8 }, '2026-11-24T09:00')).toBe(
      'Du lundi au vendredi de 9 h à 10 h, 8 fois',
    );
    expect(say({ interval: 2 }, '2026-11-24T09:00')).toBe(
      'Une semaine sur deux, le mardi de 9 h à 10 h',
    );
    expect(
      say({ freq: 'monthly', days: [{ weekday: 5, nth: -1 }] }, '2026-11-27T09:00', [], true),
    ).toBe('Tous les mois, le dernier vendredi');
    expect(say({ freq: 'monthly' }, '2026-12-01T09:00')).toBe(
      'Tous les mois, le 1er de 9 h à 10 h',
    );
    expect(say({ freq: 'yearly' }, '2026-11-23T09:00', [], true)).toBe(
      'Tous les ans, le 23 novembre',
    );
    expect(say({ freq: 'daily', interval: 3 }, '2026-11-23T09:00')).toBe(
      'Tous les 3 jours de 9 h à 10 h',
    );
    expect(say({}, '2026-11-24T09:00', ['2027-01-05'])).toBe(
      'Tous les mardis de 9 h à 10 h, sauf le 5 janvier 2027',
    );
  });

  it('offers the ways in which a day comes back each month', () => {
    expect(monthChoices('2026-11-24T09:00').map(({ label }) => label)).toEqual([
      'le 24',
      'le quatrième mardi',
      'le dernier mardi',
      'le dernier jour du mois',
    ]);
    expect(monthChoices('2026-11-30').map(({ label }) => label)).toEqual([
      'le 30',
      'le dernier lundi',
      'le dernier jour du mois',
    ]);
  });
});
