import * as z from 'zod/mini';
import type { Issue } from '../../errors.ts';
import type { Loaded } from '../../rules/index.ts';
import { schemaIssues } from '../../rules/schema-issues.ts';
import { Day, Wording } from '../../rules/words.ts';
import { pointer } from '../../text/index.ts';

/**
 * What a unit may be judged by: shares of its own work. Nothing that grows with fines or with the number of penalties is here
 * (行政处罚法 74(3)), and no formula can name anything else.
 */
export const ASSESSABLE = [
  'covered.data',
  'covered.loops',
  'files.clean',
  'rates.online',
  'rates.people',
  'rates.published',
  'rates.units',
  'use.fined-anyway',
  'use.outside',
  'use.reasoned',
  'use.unreasoned',
] as const;

const Share = z.int().check(z.minimum(0), z.maximum(10_000));

/** 考核公式: how shares become points. Published before the year it judges. */
export const AppraisalFormula = z.strictObject({
  format: z.literal('chidu-appraisal/1'),
  id: z.string(),
  version: z.string(),
  title: Wording,
  /** For trying things out. */
  sample: z.boolean(),
  publication: z.nullable(z.strictObject({ number: z.string(), date: Day })),
  /** A share over fewer than this is not judged. */
  fewest: z.int().check(z.minimum(10)),
  /** Judged weight in basis points that a unit needs to get a score at all. */
  leastWeight: Share,
  items: z
    .array(
      z.strictObject({
        figure: z.enum(ASSESSABLE),
        label: Wording,
        /** Basis points of the whole; all items together make 10,000. */
        weight: Share.check(z.minimum(1)),
        /** Shares in basis points that give nothing and everything; between them points grow in a straight line. */
        none: Share,
        all: Share,
      }),
    )
    .check(z.minLength(1)),
});
export type AppraisalFormula = z.infer<typeof AppraisalFormula>;

/**
 * A formula from a parsed value, or its faults: `unpublished` unless it is a sample and samples are wanted, `contradiction` for
 * weights that do not make the whole and for an item without a slope, `given-twice` for a figure that counts twice.
 */
export function loadFormula(
  value: unknown,
  { allowSample = false }: { readonly allowSample?: boolean } = {},
): Loaded<AppraisalFormula> {
  const parsed = AppraisalFormula.safeParse(value);
  if (!parsed.success) return { ok: false, issues: schemaIssues(value, parsed.error) };
  const { sample, publication, items } = parsed.data;
  const issues: Issue[] = [];
  if (sample ? !allowSample : publication === null) {
    const at = pointer([sample ? 'sample' : 'publication']);
    issues.push({ code: 'unpublished', at, message: 'a sample, or not published' });
  }
  const sum = items.reduce((sum, { weight }) => sum + weight, 0);
  if (sum !== 10_000) {
    const message = 'the weights make 10,000';
    issues.push({ code: 'contradiction', at: '/items', message, fields: { sum } });
  }
  for (const [i, { figure, none, all }] of items.entries()) {
    const at = pointer(['items', i]);
    if (none === all) issues.push({ code: 'contradiction', at, message: 'no slope' });
    if (items.findIndex((one) => one.figure === figure) !== i) {
      issues.push({ code: 'given-twice', at, message: `${figure} counts already` });
    }
  }
  return issues.length === 0 ? { ok: true, value: parsed.data } : { ok: false, issues };
}
