import { describe, expect, it } from 'vitest';
import type { Method } from '../../rules/index.ts';
import { soundRule } from '../checks/fixtures/mutants.ts';
import { CASE, RULE } from '../fixtures/food-122.ts';
import { coverageOf, mutationScore, offerTrials, runTrials, type Trial } from './index.ts';

const KINDS: Method['kind'][] = [
  'points-tiers',
  'percent-sum',
  'base-adjust',
  'grid',
  'band-table',
];
const trial: Trial = {
  name: '货值金额3.75万元',
  case: CASE,
  expect: { outcome: 'fine', tier: 'ordinary', range: { min: 37_500_000, max: 75_000_000 } },
};

describe('trials', () => {
  it('pass where the Rule gives what they state', () => {
    expect(runTrials(RULE, [trial])).toEqual([{ name: trial.name, passed: true, faults: [] }]);
  });

  it('name every field that differs', () => {
    const wrong = { ...trial, expect: { ...trial.expect, tier: 'lighten' as const } };
    expect(runTrials(RULE, [wrong])[0]).toEqual({
      name: trial.name,
      passed: false,
      faults: [{ field: 'tier', expected: 'lighten', found: 'ordinary' }],
    });
  });

  it('cannot pass by expecting nothing', () => {
    expect(runTrials(RULE, [{ ...trial, expect: {} }])[0]?.passed).toBe(false);
  });
});

describe('coverage', () => {
  it('lists what one case leaves out', () => {
    const { missing } = coverageOf(RULE, [CASE]);
    const at = missing.map((item) => item.at);
    expect(at).toContain('/statute/tiers/0');
    expect(at).toContain('/benchmark/factors/0/options/2');
    expect(at).not.toContain('/benchmark/factors/0/options/1');
    expect(at).not.toContain('/statute/tiers/1');
  });

  it('asks for both sides of a condition (MC/DC)', () => {
    const under = { ...CASE, facts: { goodsValue: 999_999 } };
    const one = coverageOf(RULE, [CASE]).missing.filter(({ kind }) => kind === 'condition');
    const both = coverageOf(RULE, [CASE, under]).missing.filter(({ kind }) => kind === 'condition');
    expect(one).toHaveLength(2);
    expect(both).toHaveLength(0);
  });

  it('does not count a condition that another one masks', () => {
    const rule = soundRule('points-tiers');
    const [first] = rule.statute.tiers;
    if (!first) throw new Error('the rule has tiers');
    first.when = [{ op: 'any', of: [...first.when, { op: 'eq', fact: 'refusal', value: true }] }];
    const facts = (goodsValue: number, refusal: boolean) => ({
      ...CASE,
      factors: { f0: 'o0', f1: 'o0', f2: 'o0' },
      facts: { goodsValue, refusal },
    });
    const at = '/statute/tiers/0/when/0/of/0';
    const missing = (refusal: boolean) =>
      coverageOf(rule, [facts(0, refusal), facts(5_000_000, refusal)]).missing.map((one) => one.at);
    expect(missing(true)).toContain(at);
    expect(missing(false)).not.toContain(at);
  });

  it.each(KINDS)('is whole with the cases offered for %s', (kind) => {
    const rule = soundRule(kind);
    const offered = offerTrials(rule);
    expect(
      coverageOf(
        rule,
        offered.map((one) => one.case),
      ).missing,
    ).toEqual([]);
    expect(runTrials(rule, offered).filter(({ passed }) => !passed)).toEqual([]);
    expect(offerTrials(rule, offered)).toEqual([]);
  });
});

describe('the mutation score', () => {
  it('is nothing without trials', () => {
    const score = mutationScore(RULE, []);
    expect(score.noticed).toBe(0);
    expect(score.mutants).toBeGreaterThan(20);
  });

  it('rises with the cases offered, and names what they miss', () => {
    const offered = offerTrials(RULE);
    const [one, all] = [mutationScore(RULE, [trial]), mutationScore(RULE, offered)];
    expect(all.noticed).toBeGreaterThan(one.noticed);
    expect(all.noticed / all.mutants).toBeGreaterThan(0.95);
    expect(all.unnoticed).toHaveLength(all.mutants - all.noticed);
  });

  it('notices a slip at a boundary only from a case on it', () => {
    const boundary = ['/statute/tiers/0/when/0/value', '/statute/tiers/1/when/0/value'];
    const slips = (value: number) => {
      const at: Trial = {
        ...trial,
        case: { ...CASE, facts: { goodsValue: value } },
        expect: { range: null },
      };
      const range =
        value < 1_000_000
          ? { min: 5_000_000, max: 10_000_000 }
          : { min: value * 10, max: value * 20 };
      const { unnoticed } = mutationScore(RULE, [{ ...at, expect: { range } }]);
      return unnoticed.filter((one) => one.at.join() === boundary.join()).map(({ by }) => by);
    };
    expect(slips(1_000_000)).toEqual([-1]);
    expect(slips(999_999)).toEqual([1]);
    expect(slips(3_000_000)).toEqual([1, -1]);
  });
});
