import * as z from 'zod/mini';
import { Condition } from './condition.ts';
import { TIERS } from './tiers.ts';
import { Day, Fen, Id, Integer, Numbered, Wording } from './words.ts';

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

/** A share of the lawful span (max − min) in basis points. */
const Share = Integer.check(z.minimum(0), z.maximum(10_000));
/** Part of the lawful span in basis points of (max − min), both ends included: 从轻 is [0, 3000]. */
const Band = z.strictObject({ of: z.literal('span'), bp: z.tuple([Share, Share]) });

/** Points are added up; the total selects a tier and, under `linear`, the place inside its band. */
const PointsTiers = z.strictObject({
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

/** Bands that tile the whole span, lightest first, for methods that give a share of it. */
const ShareTiers = z.array(z.strictObject({ tier: Tier, band: Band })).check(z.minLength(1));
/** Published tables give an edge to both bands (30%以下, 30%以上): which one a share exactly on it belongs to. */
const Edge = z.enum(['lighter', 'heavier']);

/** Points are basis points of the span; `start` and all of them are added: fine = min + share × (max − min). */
const PercentSum = z.strictObject({
  kind: z.literal('percent-sum'),
  start: Share,
  tiers: ShareTiers,
  edge: Edge,
});

/** `start` is multiplied by each option's points over 10,000 (12,000 is ×1.2) and kept inside `limits`. */
const BaseAdjust = z.strictObject({
  kind: z.literal('base-adjust'),
  start: Share,
  limits: z.tuple([Share, Share]),
  tiers: ShareTiers,
  edge: Edge,
});

/** One side of a grid: the points of some factors are added up and graded [from, to), lightest first, the last open. */
const Axis = z.strictObject({
  factors: z.array(Id).check(z.minLength(1)),
  grades: z
    .array(z.strictObject({ from: Integer, to: z.nullable(Integer), label: Wording }))
    .check(z.minLength(1)),
});

/** 二维: two graded sums meet in a cell that gives a share; factors on neither side shift it by their points (修正). */
const Grid = z.strictObject({
  kind: z.literal('grid'),
  rows: Axis,
  columns: Axis,
  /** Basis points of the span, `shares[row][column]`. */
  shares: z.array(z.array(Share)),
  tiers: ShareTiers,
  edge: Edge,
});

/**
 * Rows with conditions, of which exactly one may hold. A condition names a fact of the statute, or a factor of this
 * benchmark, whose value then is the id of the option.
 */
const BandTable = z.strictObject({
  kind: z.literal('band-table'),
  rows: z
    .array(z.strictObject({ label: Wording, when: z.array(Condition), tier: Tier, band: Band }))
    .check(z.minLength(1)),
  within: z.enum(['low', 'middle']),
});

export const Method = z.discriminatedUnion('kind', [
  PointsTiers,
  PercentSum,
  BaseAdjust,
  Grid,
  BandTable,
]);
export type Method = z.infer<typeof Method>;

export const Benchmark = z.strictObject({
  /** The violation it is made for; `null` serves every statute entry. */
  violation: z.nullable(Id),
  title: Wording,
  /** The row or table of the published text. */
  place: z.string(),
  /** What everybody who uses the table must know; shown with it. */
  note: z.optional(Wording),
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
