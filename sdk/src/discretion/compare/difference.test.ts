import { describe, expect, it } from 'vitest';
import type { Method } from '../../rules/index.ts';
import { assess } from '../assess.ts';
import { mutant, soundRule } from '../checks/fixtures/mutants.ts';
import { CASE, RULE } from '../fixtures/food-122.ts';
import { random } from '../fixtures/random.ts';
import { differenceOf } from './difference.ts';

const KINDS: Method['kind'][] = [
  'points-tiers',
  'percent-sum',
  'base-adjust',
  'grid',
  'band-table',
];

describe('the difference of two rules', () => {
  it('is nothing between a rule and itself', () => {
    for (const kind of KINDS) {
      const rule = soundRule(kind);
      expect(differenceOf(rule, structuredClone(rule))).toEqual({
        incomparable: [],
        exhaustive: true,
        regions: [],
      });
    }
  });

  it('names the region, the direction and the worst case', () => {
    const after = structuredClone(RULE);
    Object.assign(after.statute.tiers[0]?.fine ?? {}, { max: 20_000_000 });
    const { regions } = differenceOf(RULE, after);
    expect(regions).toHaveLength(1);
    expect(regions[0]).toMatchObject({
      low: { goodsValue: 0 },
      high: { goodsValue: 999_999 },
      lighter: 0,
      rise: { before: 10_000_000, after: 20_000_000 },
      fall: null,
    });
  });

  it('does not compare answers that only one of them asks for', () => {
    const after = structuredClone(RULE);
    after.benchmark.factors.pop();
    expect(differenceOf(RULE, after)).toMatchObject({
      incomparable: ['duration'],
      exhaustive: false,
    });
  });

  it('shows cases that assess confirms, and misses none that assess sees', () => {
    const { below } = random(20261122);
    let seen = 0;
    for (let n = 0; n < 60; n++) {
      const before = soundRule(KINDS[n % KINDS.length] ?? 'grid');
      const after = mutant(before, below);
      const { regions, exhaustive } = differenceOf(before, after);
      expect(exhaustive).toBe(true);
      for (const { fall, rise } of regions) {
        for (const extreme of [fall, rise]) {
          if (!extreme) continue;
          expect(assess(extreme.case, before).suggestion).toBe(extreme.before);
          expect(assess(extreme.case, after).suggestion).toBe(extreme.after);
        }
      }
      for (let k = 0; k < 40; k++) {
        const case_ = {
          ...CASE,
          facts: { goodsValue: below(4_000_000), refusal: below(2) === 1 },
          factors: Object.fromEntries(
            before.benchmark.factors.map(({ id, options }) => [
              id,
              options[below(options.length)]?.id ?? '',
            ]),
          ),
        };
        const [a, b] = [assess(case_, before), assess(case_, after)];
        if (a.suggestion === null || b.suggestion === null || a.tier === b.tier) continue;
        seen++;
        expect(regions.flatMap(({ tiers }) => Object.keys(tiers))).toContain(`${a.tier} ${b.tier}`);
      }
    }
    expect(seen).toBeGreaterThan(20);
  });
});
