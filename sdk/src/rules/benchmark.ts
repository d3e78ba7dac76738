import * as z from 'zod/mini';
import { Day, Fen, Id, Integer, Numbered, Wording } from './words.ts';

/** 裁量阶次, lightest first; the order is their number in a code's label 9. */
export const TIERS = ['waive', 'mitigate', 'lighten', 'ordinary', 'aggravate'] as const;
export const Tier = z.enum(TIERS);
export type Tier = z.infer<typeof Tier>;

export const Option = z.strictObject({
  number: Numbered,
  id: Id,
  label: Wording,
  points: Integer,
  /** Evidence an officer should hold before choosing it. */
  evidence: z.array(z.string()),
});
export type Option = z.infer<typeof Option>;

export const Factor = z.strictObject({
  number: Numbered,
  id: Id,
  label: Wording,
  /** Options stand from lightest to heaviest: a heavier one may never give less. */
  ordered: z.boolean(),
  options: z.array(Option).check(z.minLength(2)),
});
export type Factor = z.infer<typeof Factor>;

/** Part of the lawful span in basis points of (max − min), both ends included: 从轻 is [0, 3000]. */
export const Band = z.strictObject({ of: z.literal('span'), bp: z.tuple([Integer, Integer]) });

export const PointsTiers = z.strictObject({
  kind: z.literal('points-tiers'),
  tiers: z.array(
    z.strictObject({
      tier: Tier,
      /** Total points [from, to) that select it; the last interval has `to: null`. */
      from: Integer,
      to: z.nullable(Integer),
      band: Band,
    }),
  ),
  /** Where inside the band the suggestion lies: `linear` follows the points between the tier's ends. */
  within: z.enum(['linear', 'low', 'middle']),
});

export const Method = z.discriminatedUnion('kind', [PointsTiers]);
export type Method = z.infer<typeof Method>;

export const Benchmark = z.strictObject({
  /** The violation it is made for; `null` serves every statute entry. */
  violation: z.nullable(Id),
  title: Wording,
  /** The row or table of the published text. */
  place: z.string(),
  factors: z.array(Factor),
  method: Method,
  /** Once, at the result, toward the lenient side, never out of the band. */
  rounding: z.strictObject({ unit: Fen }),
});
export type Benchmark = z.infer<typeof Benchmark>;

export const BenchmarkPack = z.strictObject({
  format: z.literal('chidu-benchmark/1'),
  id: Id,
  version: z.string(),
  title: Wording,
  /** Invented figures for trying things out. Marked wherever it shows. */
  sample: z.boolean(),
  publisher: z.strictObject({ name: z.string(), code: z.optional(z.string()) }),
  /** 行政处罚法 34: a benchmark must have been published to be used. */
  publication: z.nullable(
    z.strictObject({ number: z.string(), date: Day, url: z.optional(z.string()) }),
  ),
  from: Day,
  to: z.nullable(Day),
  benchmarks: z.array(Benchmark),
});
export type BenchmarkPack = z.infer<typeof BenchmarkPack>;
