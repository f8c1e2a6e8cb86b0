import { expect, test } from 'vitest';
import type { Filter } from '../engine';
import { filtersIn, listAddress } from './lists';

test('filters come back from the address they were put in', () => {
  const filters: Filter[] = [
    { field: 'town', values: ['Châteaugiron', 'L’Haÿ-les-Roses', null] },
    { field: 'issued_on', values: [], from: '2026-01', to: '2026-03' },
  ];
  const address = listAddress('invoice', filters);
  expect(address).toMatch(/^\/liste\/factures\/[\w-]+$/);
  expect(filtersIn(address.split('/')[3] ?? null)).toEqual(filters);
});

test('an address that was spoilt has no filter', () => {
  expect(filtersIn('%%%')).toEqual([]);
  expect(filtersIn(null)).toEqual([]);
  expect(filtersIn(btoa('{"a":1}'))).toEqual([]);
});
