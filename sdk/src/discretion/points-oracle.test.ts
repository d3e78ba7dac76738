import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { makeRule, type Rule } from '../rules/index.ts';
import { assess } from './assess.ts';
import type { Assessment } from './assessment.ts';
import type { Case } from './case.ts';
import { random } from './fixtures/random.ts';
import { STATUTES } from './fixtures/statute-book.ts';

const pack = (file: string) =>
  JSON.parse(readFileSync(new URL(`../../packs/${file}`, import.meta.url), 'utf8'));
const BENCHMARKS = pack('sample-benchmark.json');
const GROUNDS = pack('grounds.json');

/** One violation for each table of the sample benchmark; the first has none of its own and takes the general one. */
const RULES = ['se-use-uninspected', 'food-unlicensed-operation', 'ad-false', 'tm-infringement']
  .map((violation) => STATUTES.find((one) => one.violation === violation && one.to === null))
  .map((statute) => {
    const made = statute && makeRule(statute, BENCHMARKS, GROUNDS);
    if (!made?.ok) throw new Error('no Rule');
    return made.value;
  });

/** Options by position, a factor each. */
type Choice = readonly number[];

/** Every set of factors that weigh, the others at their lightest; then choices at random. */
function* choices({ benchmark: { factors } }: Rule): Generator<Choice> {
  const rnd = random(20261122);
  for (let set = 0; set < 2 ** factors.length; set += 1)
    yield factors.map(({ options }, i) => (set & (1 << i) ? 1 + rnd.below(options.length - 1) : 0));
  for (let i = 0; i < 2_000; i += 1) yield factors.map(({ options }) => rnd.below(options.length));
}

const caseOf = ({ statute, benchmark }: Rule, choice: Choice, value: number): Case => ({
  format: 'chidu-case/1',
  violation: statute.violation,
  actDate: '2026-06-01',
  decisionDate: '2026-11-20',
  party: { kind: 'entity' },
  facts: Object.fromEntries(
    statute.facts.map(({ id, type, values }) => [
      id,
      type === 'bool' ? false : type === 'enum' ? (values?.[0]?.id ?? '') : value,
    ]),
  ),
  grounds: [],
  factors: Object.fromEntries(
    benchmark.factors.map(({ id, options }, i) => [id, options[choice[i] ?? 0]?.id ?? '']),
  ),
});

/** 积分, tier and amount from the tables alone, in exact integers; it shares nothing with the engine. */
function reckoned({ benchmark }: Rule, choice: Choice, { min, max }: { min: number; max: number }) {
  const { factors, method, rounding } = benchmark;
  if (method.kind !== 'points-tiers' || method.within !== 'linear')
    throw new Error('another table');
  const points = factors.reduce(
    (sum, { options }, i) => sum + (options[choice[i] ?? 0]?.points ?? 0),
    0,
  );
  const most = factors.reduce(
    (sum, { options }) => sum + Math.max(...options.map((o) => o.points)),
    0,
  );
  const row = method.tiers.findLast(({ from }) => points >= from);
  if (row === undefined) throw new Error('no row');
  const [low, high] = row.band.bp.map(BigInt) as [bigint, bigint];
  const width = BigInt((row.to ?? most) - row.from);
  const span = BigInt(max - min);
  const unit = BigInt(rounding.unit);
  const least = BigInt(min) + (span * low + 9_999n) / 10_000n;
  const highest = BigInt(min) + (span * high) / 10_000n;
  const along = low * width + (high - low) * BigInt(points - row.from);
  const whole = (BigInt(min) * 10_000n * width + span * along) / (10_000n * width) / unit;
  const up = (whole + 1n) * unit;
  const least1 = least > 0n ? least : 1n;
  const amount = whole * unit >= least1 ? whole * unit : up <= highest ? up : least1;
  return { points, tier: row.tier, suggestion: Number(amount) };
}

describe('积分 of every set of factors', () => {
  it.each(RULES)('$statute.violation gives the amount that the table gives by hand', (rule) => {
    const tiers = new Set<string>();
    let amounts = 0;
    for (const value of [300_000, 1_234_567, 98_765_432]) {
      for (const choice of choices(rule)) {
        const { outcome, range, points, tier, suggestion } = assess(
          caseOf(rule, choice, value),
          rule,
        );
        if (range === null) throw new Error(`${outcome} without a range`);
        expect({ points, tier, suggestion }).toEqual(reckoned(rule, choice, range));
        tiers.add(tier ?? '');
        amounts += 1;
      }
    }
    expect(tiers).toEqual(new Set(['lighten', 'ordinary', 'aggravate']));
    expect(amounts).toBeGreaterThan(9_000);
  });

  it('a point more for one option changes the cases with this option, and in them what hangs on points', () => {
    for (const rule of RULES) {
      const at = 1;
      const changed = structuredClone(rule);
      const option = changed.benchmark.factors[at]?.options[1];
      if (!option) throw new Error('no option');
      option.points += 1;
      let [touched, same] = [0, 0];
      for (const choice of choices(rule)) {
        const [before, after] = [rule, changed].map((one) =>
          assess(caseOf(one, choice, 1_234_567), one),
        );
        if (!before || !after) throw new Error('no result');
        if (choice[at] !== 1) {
          expect(JSON.stringify(after) === JSON.stringify(before)).toBe(true);
          same += 1;
          continue;
        }
        expect(after.points).toBe((before.points ?? 0) + 1);
        expect(after.suggestion).toBeGreaterThanOrEqual(before.suggestion ?? 0);
        expect(withoutPoints(after)).toBe(withoutPoints(before));
        touched += 1;
      }
      expect(Math.min(touched, same)).toBeGreaterThan(200);
    }
  });
});

/** What no point can change. */
const withoutPoints = ({ outcome, range, statuteTiers, measures, bands, facts }: Assessment) =>
  JSON.stringify({ outcome, range, statuteTiers, measures, bands, facts });
