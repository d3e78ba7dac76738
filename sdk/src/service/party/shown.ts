import { OBJECTION_STATES, type ObjectionState } from '../../api/index.ts';
import type { ObjectionRow } from '../store/records/objections.ts';

/**
 * Whether whoever holds the code is shown an objection. The handling officer holds it too: before the objection is routed or
 * closed, it takes the number off the receipt as well.
 */
export const isShown = (
  { number, routed, state }: Pick<ObjectionRow, 'number' | 'routed' | 'state'>,
  numbers: readonly string[],
): boolean =>
  routed === 1 || !OBJECTION_STATES[state as ObjectionState].open || numbers.includes(number);
