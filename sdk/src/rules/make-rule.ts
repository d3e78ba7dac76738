import type { BenchmarkPack } from './benchmark.ts';
import type { GroundPack } from './ground.ts';
import type { Loaded } from './loaded.ts';
import type { Rule } from './rule.ts';
import { groundIssues } from './soundness.ts';
import type { Statute } from './statute.ts';

/**
 * Freezes one statute entry with its benchmark: the table made for the violation, else the pack's general table. Grounds
 * are those of general law, then the entry's own.
 *
 * Issues: `no-benchmark` when the pack has neither table; `given-twice` when a ground of the entry takes a general one's number.
 */
export function makeRule(
  statute: Statute,
  benchmarks: BenchmarkPack,
  grounds: GroundPack,
): Loaded<Rule> {
  const benchmark =
    benchmarks.benchmarks.find((one) => one.violation === statute.violation) ??
    benchmarks.benchmarks.find((one) => one.violation === null);
  if (benchmark === undefined) {
    const message = `${benchmarks.id} has no table for ${statute.violation}`;
    return { ok: false, issues: [{ code: 'no-benchmark', at: '/benchmark', message }] };
  }
  const all = [...grounds.grounds, ...statute.grounds];
  const issues = groundIssues(all, null, ['grounds']);
  if (issues.length > 0) return { ok: false, issues };
  const { id, version, publisher, publication, sample, from, to } = benchmarks;
  return {
    ok: true,
    value: {
      format: 'chidu-rule/1',
      pack: {
        id,
        version,
        publisher: publisher.name,
        publication:
          publication === null ? null : { number: publication.number, date: publication.date },
        sample,
        from,
        to,
      },
      statute,
      grounds: all,
      benchmark,
    },
  };
}
