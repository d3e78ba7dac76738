import { ChiduError } from '../../errors.ts';

/** Nobody may ask for less, whatever the configuration says. */
export const K_FLOOR = 5;

/**
 * Asked by everything that goes to the public before it hides anything.
 * @throws {ChiduError} `amount-range` for a `k` that is below `K_FLOOR` or no whole number.
 */
export function requireK(k: number): void {
  if (Number.isInteger(k) && k >= K_FLOOR) return;
  throw new ChiduError('amount-range', `k is at least ${K_FLOOR}`, { at: '/k', fields: { k } });
}
