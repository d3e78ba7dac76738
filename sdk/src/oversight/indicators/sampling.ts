import * as z from 'zod/mini';
import { randomStream } from '../../discretion/deviation/random.ts';
import { ChiduError } from '../../errors.ts';
import { Day } from '../../rules/words.ts';
import { grouped } from '../grouped.ts';

/** 抽查方案: which cases are looked at, drawn so that anybody with the seed draws the same. */
export const SamplingPlan = z.strictObject({
  format: z.literal('chidu-sampling/1'),
  /** 0 to 2^32 − 1, settled and recorded before the draw. */
  seed: z.int(),
  /** mulberry32, Fisher and Yates in each stratum, ids in ascending order before. */
  method: z.literal('mulberry32-fisher-yates/1'),
  size: z.int(),
  strata: z.array(
    z.strictObject({
      stratum: z.string(),
      cases: z.int(),
      /** In the order drawn: a larger sample with this seed begins with the same ones. */
      drawn: z.array(z.string()),
    }),
  ),
  /** 检查记录表: one line a case, to be filled in by a person. */
  records: z.array(
    z.strictObject({
      number: z.int(),
      case: z.string(),
      stratum: z.string(),
      reviewer: z.nullable(z.string()),
      on: z.nullable(Day),
      finding: z.nullable(z.string()),
      evidence: z.nullable(z.string()),
    }),
  ),
});
export type SamplingPlan = z.infer<typeof SamplingPlan>;

/**
 * Draws a stratified sample: each stratum gets its share of `size` by the largest remainder, and one at least where `size`
 * allows. The order in which cases are handed in makes no difference.
 * @throws {ChiduError} `amount-range` for a size or seed that is no whole number from 0, `given-twice` for a case named twice.
 */
export function samplingPlan(
  cases: readonly { readonly id: string; readonly stratum: string }[],
  { size, seed }: { readonly size: number; readonly seed: number },
): SamplingPlan {
  if (
    !Number.isInteger(size) ||
    size < 0 ||
    !Number.isInteger(seed) ||
    seed < 0 ||
    seed >= 2 ** 32
  ) {
    throw new ChiduError('amount-range', 'size and seed are whole numbers from 0');
  }
  if (new Set(cases.map(({ id }) => id)).size !== cases.length) {
    throw new ChiduError('given-twice', 'a case stands in one stratum');
  }
  const strata = grouped(cases, ({ stratum }) => stratum).map(([stratum, of]) => ({
    stratum,
    ids: of.map(({ id }) => id).sort(),
  }));
  const shares = allot(
    strata.map(({ ids }) => ids.length),
    Math.min(size, cases.length),
  );
  const random = randomStream(seed);
  const drawn = strata.map(({ stratum, ids }, i) => {
    const order = [...ids];
    for (let at = 0; at < order.length - 1; at++) {
      const other = at + Math.floor(random() * (order.length - at));
      [order[at], order[other]] = [order[other] as string, order[at] as string];
    }
    return { stratum, cases: ids.length, drawn: order.slice(0, shares[i]) };
  });
  const records = drawn.flatMap(({ stratum, drawn: ids }) => ids.map((id) => ({ stratum, id })));
  return {
    format: 'chidu-sampling/1',
    seed,
    method: 'mulberry32-fisher-yates/1',
    size,
    strata: drawn,
    records: records.map(({ stratum, id }, i) => ({
      number: i + 1,
      case: id,
      stratum,
      reviewer: null,
      on: null,
      finding: null,
      evidence: null,
    })),
  };
}

/** So many of each that they make `size`: one each first, the rest by size and the largest remainder. */
function allot(sizes: readonly number[], size: number): number[] {
  const all = sizes.reduce((sum, one) => sum + one, 0);
  const sure = size >= sizes.length ? 1 : 0;
  const rest = size - sure * sizes.length;
  const left = all - sure * sizes.length;
  const exact = sizes.map((one) => (left === 0 ? 0 : ((one - sure) * rest) % left));
  const shares = sizes.map(
    (one) => sure + (left === 0 ? 0 : Math.floor(((one - sure) * rest) / left)),
  );
  const order = sizes.map((_, i) => i).sort((a, b) => (exact[b] ?? 0) - (exact[a] ?? 0) || a - b);
  let open = size - shares.reduce((sum, one) => sum + one, 0);
  for (const i of order) {
    if (open === 0) break;
    if ((shares[i] ?? 0) < (sizes[i] ?? 0)) {
      shares[i] = (shares[i] ?? 0) + 1;
      open--;
    }
  }
  return shares;
}
