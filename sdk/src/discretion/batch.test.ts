import { describe, expect, it } from 'vitest';
import type { Rule } from '../rules/index.ts';
import { assess } from './assess.ts';
import { OUTCOMES, run } from './batch.ts';
import { encode, TIERS_BY_NUMBER } from './columns.ts';
import { anyCase, cutsOf } from './fixtures/any-case.ts';
import { random } from './fixtures/random.ts';
import { ruleOf, STATUTES } from './fixtures/statute-book.ts';
import { examples as bandTable } from './methods/band-table.examples.ts';
import { examples as baseAdjust } from './methods/base-adjust.examples.ts';
import { examples as grid } from './methods/grid.examples.ts';
import { examples as percentSum } from './methods/percent-sum.examples.ts';
import { examples as pointsTiers } from './methods/points-tiers.examples.ts';

const METHODS = [pointsTiers, percentSum, baseAdjust, grid, bandTable].map(
  ({ benchmark }) => benchmark,
);
const CASES_EACH = 60;

describe('the batch', () => {
  it('gives what assess gives, for every statute and method', () => {
    const rnd = random(99);
    const seen = new Set<string>();
    for (const [i, statute] of STATUTES.entries()) {
      const benchmark = METHODS[i % METHODS.length];
      if (!benchmark) throw new Error('no method');
      const rule: Rule = { ...ruleOf(statute), benchmark };
      const cuts = cutsOf(statute);
      const cases = Array.from({ length: CASES_EACH }, (_, k) =>
        anyCase(rule, cuts, rnd, { missing: k % 2 === 0 ? 0 : 0.15 }),
      );
      const results = run(rule, encode(rule, cases));
      for (const [k, case_] of cases.entries()) {
        const one = assess(case_, rule, { dates: 'bound' });
        const expected = {
          outcome: one.outcome,
          ...(one.outcome !== 'undecided' && {
            tier: one.tier,
            min: one.range?.min,
            max: one.range?.max,
            bandMin: one.band?.min,
            bandMax: one.band?.max,
            suggestion: one.suggestion ?? undefined,
          }),
        };
        const number = (column: Float64Array) => (Number.isNaN(column[k]) ? undefined : column[k]);
        const outcome = OUTCOMES[results.outcome[k] ?? 0];
        const actual = {
          outcome,
          ...(outcome !== 'undecided' && {
            tier: TIERS_BY_NUMBER[results.tier[k] ?? 0],
            min: number(results.min),
            max: number(results.max),
            bandMin: number(results.bandMin),
            bandMax: number(results.bandMax),
            suggestion: number(results.suggestion),
          }),
        };
        expect(actual, `${statute.violation} ${JSON.stringify(case_)}`).toEqual(expected);
        seen.add(`${benchmark.method.kind} ${outcome}`);
      }
    }
    for (const { method } of METHODS)
      for (const outcome of OUTCOMES) expect(seen).toContain(`${method.kind} ${outcome}`);
  });
});
