import * as z from 'zod/mini';
import type { Issue } from '../../errors.ts';
import type { Loaded } from '../../rules/index.ts';
import { schemaIssues } from '../../rules/schema-issues.ts';
import { Day, Fen, Id, Integer, Numbered, Wording } from '../../rules/words.ts';
import { Point } from './point.ts';

const Count = z.int().check(z.minimum(0));
const BasisPoints = z.int().check(z.minimum(0), z.maximum(10_000));
const RateSchema = z.strictObject({
  numerator: Count,
  denominator: Count,
  interval: z.nullable(z.readonly(z.tuple([BasisPoints, BasisPoints]))),
});
/** Whole fen of many cases together: beyond what a JSON number carries exactly. */
const Sum = z.string().check(z.regex(/^\d+$/));

/** Back-test: a library of cases under the benchmark in force and under the one proposed. */
const Trial = z.strictObject({
  cases: Count,
  /** Decided under both. */
  compared: Count,
  lighter: Count,
  heavier: Count,
  same: Count,
  movedTier: Count,
  before: Sum,
  after: Sum,
  /** Disputed cases whose fine was changed afterwards: mean distance of the suggestion from what was decided in the end. */
  fit: z.strictObject({ cases: Count, before: Count, after: Count }),
});
export type Trial = z.infer<typeof Trial>;

/** 裁量基准优化建议. Advice to those who make the benchmark; it changes nothing by itself. */
export const Advice = z.strictObject({
  format: z.literal('chidu-advice/1'),
  /** Point, pack and version: the same advice is not given twice. */
  id: z.string(),
  made: Day,
  /** 修改 where objections are mostly upheld; 说明 where they are mostly not; 研究 where that is not settled. */
  kind: z.enum(['amend', 'explain', 'review']),
  benchmark: z.strictObject({ pack: Id, version: z.string(), rule: z.string() }),
  point: Point,
  label: Wording,
  /** Tiers of the disputed cases, 1 不予 to 5 从重, and the bands that they lay in. */
  band: z.strictObject({
    tiers: z.array(z.strictObject({ tier: Numbered, cases: Count })),
    range: z.nullable(z.strictObject({ min: Fen, max: Fen })),
  }),
  sample: z.strictObject({
    objected: RateSchema,
    elsewhere: RateSchema,
    upheld: RateSchema,
    /** Corrected for the number of points asked about. */
    q: z.number(),
    tested: Count,
  }),
  /** Ids of the disputed cases. */
  evidence: z.array(z.string()),
  /** One option's points; null where no figure of the benchmark is to be changed, or none could be tried. */
  proposal: z.nullable(
    z.strictObject({ factor: Numbered, option: Numbered, from: Integer, to: Integer }),
  ),
  /** There with every proposal: none is shown that was not tried. */
  trial: z.nullable(Trial),
  text: Wording,
});
export type Advice = z.infer<typeof Advice>;

/** 采纳, 不采纳, 暂缓: what those who make the benchmark say to an advice. */
export const AdviceAnswer = z.strictObject({
  format: z.literal('chidu-advice-answer/1'),
  advice: z.string(),
  answer: z.enum(['adopt', 'reject', 'defer']),
  reason: z.string().check(z.regex(/\S/)),
  /** Key of whoever answers. */
  by: z.string(),
  on: Day,
  /** When it is to be looked at again; with `defer`, and only with it. */
  until: z.nullable(Day),
});
export type AdviceAnswer = z.infer<typeof AdviceAnswer>;

/** Also `contradiction`: a proposal that was not tried, or a trial of nothing; a rate above its base. */
export function loadAdvice(value: unknown): Loaded<Advice> {
  return load(Advice, value, ({ proposal, trial, sample }) => [
    ...((proposal === null) === (trial === null)
      ? []
      : [contradiction('/trial', 'a proposal goes with its trial')]),
    ...(['objected', 'elsewhere', 'upheld'] as const).flatMap((name) =>
      sample[name].numerator > sample[name].denominator
        ? [contradiction(`/sample/${name}`, 'more than its base')]
        : [],
    ),
  ]);
}

/** Also `contradiction`: `until` without `defer`, or not after the answer. */
export function loadAdviceAnswer(value: unknown): Loaded<AdviceAnswer> {
  return load(AdviceAnswer, value, ({ answer, on, until }) => {
    const fits = answer === 'defer' ? until !== null && until > on : until === null;
    return fits ? [] : [contradiction('/until', 'a later day goes with defer, and only with it')];
  });
}

const contradiction = (at: string, message: string): Issue => ({
  code: 'contradiction',
  at,
  message,
});

function load<T>(
  schema: z.ZodMiniType<T>,
  value: unknown,
  check: (value: T) => Issue[],
): Loaded<T> {
  const parsed = schema.safeParse(value);
  if (!parsed.success) return { ok: false, issues: schemaIssues(value, parsed.error) };
  const issues = check(parsed.data);
  return issues.length === 0 ? { ok: true, value: parsed.data } : { ok: false, issues };
}
