import { expect, test } from 'vitest';
import type { Filter } from '../engine';
import { filtersIn, listAddress, narrowingIn, targetAddress } from './lists';

test('filters come back from the address they were put in', () => {
  const filters: Filter[] = [
    { field: 'town', values: ['Châteaugiron', 'L’Haÿ-les-Roses', null] },
    { field: 'issued_on', values: [], from: '2026-01', to: '2026-03' },
  ];
  const address = listAddress('invoice', filters);
  expect(address).toMatch(/^\/liste\/factures\/[\w-]+$/);
  expect(filtersIn(address.split('/')[3] ?? null)).toEqual(filters);
});

test('a targeting comes back with the filters beside it', () => {
  const narrowing = {
    title: 'Les « Zoé » 🚗',
    target: { entity: 'customer' as const, root: { type: 'all' as const, of: [] } },
  };
  const filters: Filter[] = [{ field: 'kind', values: ['service'] }];
  const kept = (address: string) => address.split('/')[3] ?? null;
  const both = kept(listAddress('invoice', filters, narrowing));
  expect([filtersIn(both), narrowingIn(both)?.target]).toEqual([filters, narrowing.target]);
  const alone = kept(targetAddress(narrowing));
  expect([filtersIn(alone), narrowingIn(alone)?.title]).toEqual([[], narrowing.title]);
  expect(narrowingIn(kept(listAddress('invoice', filters)))).toBeNull();
});

test('an address that was spoilt has no filter', () => {
  expect(filtersIn('%%%')).toEqual([]);
  expect(filtersIn(null)).toEqual([]);
  expect(filtersIn(btoa('{"a":1}'))).toEqual([]);
});
