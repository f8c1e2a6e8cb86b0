import { expect, test } from 'vitest';
import type { FieldView, LabelView } from '../engine/types';
import { figureText, growthText, labelText, shortFigure } from './figures';

const plain = (text: string | null) => text?.replace(/[\u00a0\u202f]/g, ' ');

test('figures are written as French people write them', () => {
  expect(plain(figureText(123_456_789, 'money'))).toBe('1 234 568 €');
  expect(plain(figureText(12.34, 'percent'))).toBe('12,3 %');
  expect(plain(figureText(null, 'count'))).toBe('–');
  expect(plain(figureText(380, { unit: 'min', hundredths: false }))).toBe('6 h 20');
  expect(plain(figureText(45.4, { unit: 'min', hundredths: false }))).toBe('45 min');
  expect(plain(shortFigure(15_000_000, 'money'))).toBe('150 k€');
  expect(plain(shortFigure(12_000, 'money'))).toBe('120 €');
  expect(plain(growthText(73, 100, 'count'))).toBe('−27 %');
  expect(plain(growthText(5, 0, 'count'))).toBeUndefined();
  expect(plain(growthText(31.5, 30, 'percent'))).toBe('+1,5 pt');
});

const label = (more: Partial<LabelView>): LabelView => ({
  kind: 'value',
  value: null,
  to: null,
  name: null,
  others: 0,
  figure: { value: 1, rows: 1, of: 1, counted: 1, before: null, filters: [] },
  ...more,
});

test('groups of three are kept apart by a space that shows', () => {
  expect(figureText(1_765, 'count')).toBe('1\u00a0765');
  expect(figureText(123_456_789, 'money')).toBe('1\u00a0234\u00a0568\u00a0€');
});

test('groups are called by their span, their band or their value', () => {
  const days = label({ kind: 'days', value: '2026-07-01', to: '2026-09-30' });
  expect(plain(labelText(days, { field: 'x', step: 'quarter' }, undefined))).toBe('T3 2026');
  expect(plain(labelText(days, { field: 'x', step: 'month' }, undefined))).toBe('juillet 2026');
  const km = { kind: 'integer', unit: 'km' } as FieldView;
  const band = label({ kind: 'band', value: 20_000, to: 39_999 });
  expect(plain(labelText(band, { field: 'x', band: 20_000 }, km))).toBe('20 000 à 39 999 km');
  expect(labelText(label({ kind: 'blank' }), undefined, undefined)).toBe('(vide)');
  expect(plain(labelText(label({ kind: 'others', others: 1200 }), undefined, undefined))).toBe(
    'Autres (1 200)',
  );
});
