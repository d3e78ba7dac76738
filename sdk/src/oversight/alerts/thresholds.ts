import * as z from 'zod/mini';
import type { Loaded } from '../../rules/index.ts';
import { schemaIssues } from '../../rules/schema-issues.ts';
import { Citation, Day, Wording } from '../../rules/words.ts';

const Count = z.int().check(z.minimum(0));
const BasisPoints = z.int().check(z.minimum(0), z.maximum(10_000));

/** `values` are the numbers that a rule works with; days are calendar days unless their name says otherwise. */
const rule = <T extends Record<string, z.ZodMiniType<number>>>(values: T) =>
  z.strictObject({
    /** `shadow`: it is worked out and compared, and raises nothing. */
    state: z.enum(['on', 'shadow', 'off']),
    /** What the levels are counted in. */
    unit: z.enum(['calendar-day', 'working-day', 'basis-points', 'count']),
    /** From which measure on an alert is 中 or 高; null: never. Below both it is 低. */
    levels: z.strictObject({ medium: z.nullable(Count), high: z.nullable(Count) }),
    values: z.strictObject(values),
    cite: z.array(Citation),
    /** Why these numbers, where no article sets them. */
    why: Wording,
  });

/** 预警阈值: every number that decides whether a rule raises an alert, and how high. One file, nothing in code. */
export const Thresholds = z.strictObject({
  format: z.literal('chidu-alert-thresholds/1'),
  id: z.string(),
  version: z.string(),
  title: Wording,
  from: Day,
  rules: z.strictObject({
    'period-missed': rule({ decideWarn: Count, serveWarn: Count, closeWarn: Count }),
    'clue-unchecked': rule({ warn: Count }),
    'objection-overdue': rule({}),
    stalled: rule({ idle: Count }),
    'number-vanished': rule({}),
    'code-dropped': rule({ workingDays: Count }),
    'notice-altered': rule({ replacedWithin: Count }),
    'step-skipped': rule({ share: BasisPoints, cases: Count }),
    'two-live-codes': rule({}),
    'departure-unexplained': rule({}),
    'far-from-like-cases': rule({ seed: Count, least: BasisPoints, leastOfBand: BasisPoints }),
    'fine-outside': rule({}),
    'heavier-than-notice': rule({}),
    'times-impossible': rule({}),
    'defence-cut-short': rule({}),
    'collegial-record-missing': rule({ share: BasisPoints, cases: Count }),
    'decision-at-risk': rule({ cases: Count, quantile: BasisPoints, ahead: Count }),
  }),
});
export type Thresholds = z.infer<typeof Thresholds>;
export type RuleId = keyof Thresholds['rules'];

/** Reads a file of thresholds, whole or with every fault by its pointer: `schema`, `missing-field`, `unknown-field`, `inverted`. */
export function loadThresholds(value: unknown): Loaded<Thresholds> {
  const parsed = Thresholds.safeParse(value);
  if (!parsed.success) return { ok: false, issues: schemaIssues(value, parsed.error) };
  const issues = Object.entries(parsed.data.rules).flatMap(([id, { levels, cite, why }]) => {
    const { medium, high } = levels;
    const found: { code: 'inverted' | 'missing-field'; at: string; message: string }[] = [];
    if (medium !== null && high !== null && medium > high)
      found.push({
        code: 'inverted',
        at: `/rules/${id}/levels`,
        message: 'medium begins above high',
      });
    if (cite.length === 0 && why.zh.trim() === '')
      found.push({
        code: 'missing-field',
        at: `/rules/${id}/why`,
        message: 'neither an article nor a reason',
      });
    return found;
  });
  return issues.length === 0 ? { ok: true, value: parsed.data } : { ok: false, issues };
}
