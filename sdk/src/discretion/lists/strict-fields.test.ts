import { expect, it } from 'vitest';
import type { List } from '../../rules/lists/index.ts';
import { type ListMatch, offeredIn } from './index.ts';

const match = (number: number, list: List, ground?: string): ListMatch => ({
  item: {
    number,
    list,
    department: 'market',
    matter: { zh: '事项' },
    violation: 'special-equipment',
    basis: '',
    requirements: [{ label: { zh: '条件' }, ...(ground !== undefined && { ground }) }],
  },
  state: 'applies',
  standings: [],
});
const matches = [
  match(1, 'waive'),
  match(2, 'waive', 'first-slight-corrected'),
  match(3, 'lighten'),
  match(4, 'mitigate', 'coerced'),
  match(5, 'aggravate'),
];
const numbers = (of: readonly ListMatch[]) => of.map(({ item }) => item.number);

it('holds lenient items back in a strict field, never what rests on a statutory ground, never a heavier one', () => {
  const { offered, heldBack } = offeredIn('special-equipment', new Set(['special-equipment']), {
    inForce: true,
    matches,
  });
  expect(numbers(offered)).toEqual([2, 4, 5]);
  expect(numbers(heldBack)).toEqual([1, 3]);
});

it('offers everything elsewhere', () => {
  const { offered, heldBack } = offeredIn('online-trade', new Set(['special-equipment']), {
    inForce: true,
    matches,
  });
  expect([offered.length, heldBack.length]).toEqual([5, 0]);
});
