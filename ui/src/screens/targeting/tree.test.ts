import { describe, expect, it } from 'vitest';
import type { TargetNode } from '../../engine';
import { added, changed, conditionsIn, doubled, moved, negated, nodeAt, wrapped } from './tree';

const filled = (field: string): TargetNode => ({ type: 'field', field, is: { how: 'filled' } });
const root: TargetNode = {
  type: 'all',
  of: [
    filled('mail'),
    {
      type: 'related',
      relation: 'vehicle.customer_id',
      quantity: { type: 'at_least', n: 1 },
      node: { type: 'any', of: [filled('plate'), filled('vin')] },
    },
  ],
};

describe('the tree of a targeting', () => {
  it('finds, changes and takes away what stands at a place', () => {
    expect(nodeAt(root, [1, 0, 1])).toEqual(filled('vin'));
    const made = changed(root, [1, 0, 1], () => filled('make'));
    expect(nodeAt(made, [1, 0, 1])).toEqual(filled('make'));
    expect(nodeAt(root, [1, 0, 1])).toEqual(filled('vin'));
    expect(
      nodeAt(
        changed(root, [0], () => null),
        [0],
      )?.type,
    ).toBe('related');
    expect(changed(root, [], () => null)).toEqual({ type: 'all', of: [] });
  });

  it('adds, doubles, moves, wraps and negates', () => {
    expect(conditionsIn(root)).toBe(4);
    expect(nodeAt(added(root, [1, 0], filled('trim')), [1, 0, 2])).toEqual(filled('trim'));
    expect(nodeAt(doubled(root, [0]), [1])).toEqual(filled('mail'));
    expect(nodeAt(moved(root, [0], 1), [1])).toEqual(filled('mail'));
    expect(moved(root, [0], -1)).toEqual(root);
    expect(nodeAt(wrapped(root, [0], 'any'), [0, 0])).toEqual(filled('mail'));
    expect(negated(negated(root, [0]), [0])).toEqual(root);
  });
});
