import type { FactDefinition, FineRange, Ratio } from '../rules/index.ts';
import { mulDiv } from '../text/index.ts';
import type { Range, UndecidedReason } from './assessment.ts';
import type { MultipleOf } from './trace.ts';
import type { Facts } from './truth.ts';

export type Computed =
  | { readonly range: Range; readonly multiple?: MultipleOf }
  | { readonly reason: UndecidedReason; readonly at: string };

/**
 * The fine that one tier allows on these facts, in whole fen inside the exact bounds: the minimum is rounded up,
 * the maximum down. 处…以下 starts at zero. A base floor counts before multiplying, a cap after.
 */
export function fineRange(
  fine: FineRange,
  facts: Facts,
  definitions: readonly FactDefinition[],
): Computed {
  if (fine.basis === 'amount')
    return bounded(
      fine.min === null ? 0 : fine.minInclusive ? fine.min : fine.min + 1,
      fine.maxInclusive ? fine.max : fine.max - 1,
    );
  const base = facts[fine.of];
  const at = `facts.${fine.of}`;
  if (base === undefined) return { reason: 'fact-missing', at };
  if (typeof base !== 'number') return { reason: 'fact-invalid', at };
  const counted = Math.max(base, fine.baseFloor ?? 0);
  if (counted > largestBase(fine.max)) return { reason: 'fact-invalid', at };
  const min = fine.min === null ? 0 : lowest(counted, fine.min, fine.minInclusive);
  const most = highest(counted, fine.max, fine.maxInclusive);
  const computed = bounded(min, fine.cap === undefined ? most : Math.min(most, fine.cap));
  if ('reason' in computed) return computed;
  const fact = definitions.find(({ id }) => id === fine.of)?.label ?? { zh: fine.of };
  const multiple = { fact, base, counted, min: fine.min, max: fine.max };
  return {
    range: computed.range,
    multiple: fine.cap === undefined ? multiple : { ...multiple, cap: fine.cap },
  };
}

function bounded(min: number, max: number): Computed {
  if (min > max) return { reason: 'range-inverted', at: 'range' };
  if (max <= 0) return { reason: 'range-empty', at: 'range' };
  return { range: { min, max } };
}

const lowest = (base: number, [num, den]: Ratio, inclusive: boolean) =>
  inclusive ? mulDiv(base, num, den, 'up') : mulDiv(base, num, den, 'down') + 1;

const highest = (base: number, [num, den]: Ratio, inclusive: boolean) =>
  inclusive ? mulDiv(base, num, den, 'down') : mulDiv(base, num, den, 'up') - 1;

/** The largest base whose multiple is still an exact number of fen (90 trillion yuan). */
const largestBase = ([num, den]: Ratio) =>
  num <= den ? Number.MAX_SAFE_INTEGER : mulDiv(Number.MAX_SAFE_INTEGER, den, num, 'down');
