import type * as z from 'zod/mini';
import type { Issue } from '../errors.ts';
import { pointer } from '../text/index.ts';
import { BenchmarkPack } from './benchmark.ts';
import { GroundPack } from './ground.ts';
import type { Loaded } from './loaded.ts';
import { Rule } from './rule.ts';
import { schemaIssues } from './schema-issues.ts';
import { benchmarkIssues, groundIssues, period, statuteIssues } from './soundness.ts';
import { StatutePack } from './statute.ts';

/**
 * Each takes a parsed value (`parseJsonStrict` for text) and returns it typed, or all its faults. Nothing is completed,
 * converted or dropped: an unknown field is a fault. Codes: `schema`, `missing-field`, `unknown-field`, `given-twice`,
 * `unknown-reference`, `inverted`, `contradiction`, and those named at each function.
 */

/** 法条库. Also `version-overlap`: two entries of one violation in force on the same day. */
export function loadStatutePack(value: unknown): Loaded<StatutePack> {
  return load(StatutePack, value, (pack) => [
    ...pack.statutes.flatMap((statute, i) => statuteIssues(statute, ['statutes', i])),
    ...overlaps(pack),
  ]);
}

/**
 * 裁量基准. Also `unpublished`: without a publication reference it may not be used (行政处罚法 34), and a pack marked as a
 * sample is refused unless `allowSample` says that samples are wanted.
 */
export function loadBenchmarkPack(
  value: unknown,
  options: { allowSample?: boolean } = {},
): Loaded<BenchmarkPack> {
  return load(BenchmarkPack, value, (pack) => [
    ...period(pack, []),
    ...publication(pack, options.allowSample === true),
    ...pack.benchmarks.flatMap((one, i) => [
      ...benchmarkIssues(one, ['benchmarks', i]),
      ...(pack.benchmarks.findIndex((other) => other.violation === one.violation) < i
        ? [
            {
              code: 'given-twice' as const,
              at: pointer(['benchmarks', i, 'violation']),
              message: `${one.violation ?? 'the general table'} is taken`,
            },
          ]
        : []),
    ]),
  ]);
}

/** Grounds of general laws. */
export function loadGroundPack(value: unknown): Loaded<GroundPack> {
  return load(GroundPack, value, (pack) => [
    ...period(pack, []),
    ...groundIssues(pack.grounds, null, ['grounds']),
  ]);
}

/** 裁量规则, as found by its hash. Whether it is the one meant, only `ruleHash` can say. */
export function loadRule(value: unknown): Loaded<Rule> {
  return load(Rule, value, (rule) => [
    ...period(rule.pack, ['pack']),
    ...statuteIssues(rule.statute, ['statute']),
    ...groundIssues(rule.grounds, null, ['grounds']),
    ...benchmarkIssues(rule.benchmark, ['benchmark']),
  ]);
}

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

function publication(pack: BenchmarkPack, allowSample: boolean): Issue[] {
  if (pack.sample && allowSample) return [];
  if (!pack.sample && pack.publication !== null) return [];
  const message = pack.sample ? 'this pack is a sample' : 'no publication reference';
  return [{ code: 'unpublished', at: pointer([pack.sample ? 'sample' : 'publication']), message }];
}

function overlaps({ statutes }: StatutePack): Issue[] {
  return statutes.flatMap((one, i) => {
    const other = statutes.findIndex(
      (earlier, j) =>
        j < i &&
        earlier.violation === one.violation &&
        (earlier.to === null || one.from < earlier.to) &&
        (one.to === null || earlier.from < one.to),
    );
    if (other < 0) return [];
    const message = `in force together with entry ${other}`;
    return [{ code: 'version-overlap' as const, at: pointer(['statutes', i, 'from']), message }];
  });
}
