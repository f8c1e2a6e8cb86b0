import { describe, expect, it } from 'vitest';
import type { FieldView } from '../engine/types';
import { addDays, addMonth, daysBetween, editText, formatPhone, formatValue } from './format';
import { readTyped } from './typed';
import { fr, plural } from './typography';

const field = (kind: FieldView['kind'], more: Partial<FieldView> = {}): FieldView => ({
  key: 'key',
  label: 'Champ',
  kind,
  group: '',
  choices: [],
  open: false,
  required: false,
  computed: false,
  editable: true,
  personal: false,
  added: false,
  applies: 'both',
  target: null,
  unit: null,
  listed: false,
  width: 100,
  maxLength: null,
  ...more,
});

describe('what is typed', () => {
  const check = (kind: FieldView['kind'], text: string, expected: unknown) =>
    expect([text, readTyped(field(kind), text)]).toEqual([
      text,
      expected === false ? expect.objectContaining({ ok: false }) : { ok: true, value: expected },
    ]);

  it('is read as a date in every usual writing', () => {
    for (const text of ['23/11/2026', '23-11-2026', '23.11.26', '23112026', '231126', '2026-11-23'])
      check('date', text, '2026-11-23');
    for (const text of ['23 nov. 2026', '23 Novembre 2026', '23 novembre 26'])
      check('date', text, '2026-11-23');
    check('date', '1er août 2027', '2027-08-01');
    check('date', '3 fév 81', '1981-02-03');
    check('date', '3/2/81', '1981-02-03');
    check('date', '', null);
    for (const text of [
      '31/02/2026',
      '29/02/2025',
      '12',
      'demain',
      '12 jui 2026',
      '12 marsien 2026',
    ])
      check('date', text, false);
  });

  it('is read as a date and an hour', () => {
    check('date_time', '23/11/2026 14:05', '2026-11-23T14:05');
    check('date_time', '23/11/2026 à 9h', '2026-11-23T09:00');
    check('date_time', '23/11/2026 25:00', false);
  });

  it('is read as cents, hundredths and whole numbers', () => {
    check('money', '1 234,56 €', 123456);
    check('money', '0,29', 29);
    check('quantity', '1,5', 150);
    check('integer', '42 100 km', 42100);
    check('integer', '12,5', false);
    check('money', 'cher', false);
  });

  it('comes back as it was typed', () => {
    for (const [kind, text] of [
      ['date', '03/02/1981'],
      ['date_time', '03/02/1981 09:30'],
      ['money', '1234,50'],
      ['money', '12'],
    ] as const) {
      const typed = readTyped(field(kind), text);
      expect(typed.ok && editText(field(kind), typed.value)).toBe(text);
    }
  });
});

describe('what is shown', () => {
  const shown = (view: FieldView, value: Parameters<typeof formatValue>[1]) =>
    formatValue(view, value).replace(/[\u00a0\u202f]/g, ' ');

  it('follows French habits', () => {
    expect(shown(field('date'), '2026-11-23')).toBe('23/11/2026');
    expect(shown(field('money'), 1998000)).toBe('19 980,00 €');
    expect(shown(field('integer', { unit: 'km' }), 42100)).toBe('42 100 km');
    expect(shown(field('siret'), '00002026300018')).toBe('000 020 263 00018');
    expect(shown(field('choice', { choices: [{ value: 'mr', label: 'M.' }] }), 'mr')).toBe('M.');
    expect(formatPhone('+33639981234').replace(/\u00a0/g, ' ')).toBe('06 39 98 12 34');
    expect(formatPhone('0032 2 123')).toBe('0032 2 123');
    expect(fr('Qui ? « Moi » : 20 %')).not.toContain(' ?');
    expect(plural(0, 'fiche', 'fiches')).toBe('0\u00a0fiche');
  });

  it('counts days without losing one', () => {
    expect(addDays('2026-10-24', 2)).toBe('2026-10-26');
    expect(addMonth('2026-01-31')).toBe('2026-02-28');
    expect(addMonth('2026-12-15')).toBe('2027-01-15');
    expect(daysBetween('2026-03-28', '2026-03-30')).toBe(2);
  });
});
