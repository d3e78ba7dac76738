import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Condition, FineRange, Rule, StatutePack, StatuteTier } from '../rules/index.ts';
import { assess } from './assess.ts';
import type { Assessment } from './assessment.ts';
import type { Case } from './case.ts';
import { anyCase, cutsOf } from './fixtures/any-case.ts';
import { RULE } from './fixtures/food-122.ts';
import { random } from './fixtures/random.ts';
import { examples as baseAdjust } from './methods/base-adjust.examples.ts';
import { examples as grid } from './methods/grid.examples.ts';
import { examples as percentSum } from './methods/percent-sum.examples.ts';
import { examples as pointsTiers } from './methods/points-tiers.examples.ts';
import { sentences } from './sentences/index.ts';

const PACK: StatutePack = JSON.parse(
  readFileSync(new URL('../../packs/statutes.json', import.meta.url), 'utf8'),
);
const BENCHMARKS = [pointsTiers, percentSum, baseAdjust, grid].map(({ benchmark }) => benchmark);
const CASES_EACH = Math.ceil(200_000 / PACK.statutes.length);

const RULES: Rule[] = PACK.statutes.map((statute, i) => ({
  ...RULE,
  pack: { ...RULE.pack, from: '1980-01-01' },
  statute,
  grounds: [...RULE.grounds, ...statute.grounds],
  benchmark: BENCHMARKS[i % BENCHMARKS.length] ?? RULE.benchmark,
}));

describe('every violation of the statute book', () => {
  it('covers all 263', () => {
    expect(new Set(PACK.statutes.map(({ violation }) => violation)).size).toBe(263);
  });

  it(`gives an assessment inside the statute or a named reason, in ${CASES_EACH} random cases each`, () => {
    const rnd = random(20261121);
    const outcomes: Record<string, number> = {};
    for (const rule of RULES) {
      const cuts = cutsOf(rule.statute);
      for (let i = 0; i < CASES_EACH; i += 1) {
        const case_ = anyCase(rule, cuts, rnd, { missing: i % 2 === 0 ? 0 : 0.1 });
        const result = assess(case_, rule);
        const fault = faultOf(result, case_, rule);
        if (fault)
          expect.fail(
            `${rule.statute.violation}: ${fault}\n${JSON.stringify({ case_, result: { ...result, trace: 0 } })}`,
          );
        outcomes[result.outcome] = (outcomes[result.outcome] ?? 0) + 1;
      }
    }
    // Each outcome is reached often: the property is not about an empty set.
    for (const outcome of ['fine', 'no-fine', 'waived', 'undecided'])
      expect(outcomes[outcome], outcome).toBeGreaterThan(5_000);
  });

  it('gives the same bytes for the same input, touches nothing, and can say every step', () => {
    const rnd = random(7);
    for (const rule of RULES.map(frozen)) {
      const cuts = cutsOf(rule.statute);
      for (let i = 0; i < 10; i += 1) {
        const case_ = frozen(anyCase(rule, cuts, rnd, { missing: 0.1 }));
        const first = assess(case_, rule);
        expect(JSON.stringify(assess(structuredClone(case_), rule))).toBe(JSON.stringify(first));
        for (const language of ['zh', 'en'] as const)
          for (const { text } of sentences(first.trace, language))
            expect(text).not.toMatch(/undefined|NaN|null|\[object|(?:：|，)。/);
      }
    }
  });
});

/** Written from the statute entry alone, in exact integers; it shares nothing with the engine. */
function faultOf(result: Assessment, case_: Case, rule: Rule): string | undefined {
  const { statute } = rule;
  const own = statute.tiers.filter(({ subject }) => subject?.role !== 'person');
  const party = own.length > 0 ? own : statute.tiers;
  const facts = new Map<string, unknown>(Object.entries(case_.facts));
  if (!facts.has('partyType')) facts.set('partyType', case_.party.kind);
  // 食品安全法实施条例 67(1)1: goods of 20,000 yuan or more.
  const { law, article } = statute.basis;
  if (law === '食品安全法' && [123, 124, 125, 126, 132].includes(article))
    if (Number(case_.facts.goodsValue) >= 2_000_000) facts.set('serious', true);
  switch (result.outcome) {
    case 'undecided':
      if (result.undecided.length === 0) return 'undecided without a reason';
      return result.undecided.some(({ reason, at }) => !reason || !at)
        ? 'a reason without a name'
        : undefined;
    case 'waived':
      return result.suggestion !== null || result.band !== null || result.confiscations.length > 0
        ? 'a waived case with an amount'
        : rule.grounds.some(
              ({ id, effect }) => effect.includes('waive') && case_.grounds?.includes(id),
            )
          ? undefined
          : 'waived without a ground';
  }
  const holding = party.filter((tier) => holds(tier, facts));
  const replaced = holding.flatMap(({ insteadOf }) => insteadOf);
  const standing = holding.filter(
    ({ additive, number }) => !additive && !replaced.includes(number),
  );
  const [tier] = standing;
  if (!tier || standing.length > 1) return 'a result though no single tier stands';
  if (result.statuteTiers[0] !== tier.number) return 'another tier than the one that stands';
  if (tier.fine === null)
    return result.outcome === 'no-fine' ? undefined : 'a fine where the law sets none';
  const exact = bounds(tier.fine, facts);
  const { range, band, suggestion } = result;
  if (!exact || !range) return 'no range';
  if (BigInt(range.min) !== exact.min || BigInt(range.max) !== exact.max)
    return `range is not ${exact.min} to ${exact.max}`;
  if (!band) return 'no band';
  if (result.tier === 'mitigate')
    return suggestion === null && band.max < range.min
      ? undefined
      : '减轻 by arithmetic or not below the minimum';
  if (suggestion === null) return 'no suggestion';
  if (
    !(
      range.min <= band.min &&
      band.min <= suggestion &&
      suggestion <= band.max &&
      band.max <= range.max
    )
  )
    return 'the suggestion leaves the band or the band the statute';
  if (!Number.isSafeInteger(suggestion) || (suggestion < 1 && band.max > 0))
    return 'not a whole amount';
  return undefined;
}

/** Whole fen that lie inside the stated ends. */
function bounds(
  fine: FineRange,
  facts: Map<string, unknown>,
): { min: bigint; max: bigint } | undefined {
  const ends = (lowNum: bigint, lowDen: bigint, highNum: bigint, highDen: bigint) => {
    const open = fine.min !== null && !fine.minInclusive;
    const min = open ? lowNum / lowDen + 1n : (lowNum + lowDen - 1n) / lowDen;
    const max = fine.maxInclusive ? highNum / highDen : (highNum + highDen - 1n) / highDen - 1n;
    return { min, max };
  };
  if (fine.basis === 'amount') return ends(BigInt(fine.min ?? 0), 1n, BigInt(fine.max), 1n);
  const value = facts.get(fine.of);
  if (typeof value !== 'number') return undefined;
  const stated = BigInt(value);
  const floor = BigInt(fine.baseFloor ?? 0);
  const base = stated > floor ? stated : floor;
  const [lowNum, lowDen] = fine.min ?? [0, 1];
  const [highNum, highDen] = fine.max;
  const { min, max } = ends(
    base * BigInt(lowNum),
    BigInt(lowDen),
    base * BigInt(highNum),
    BigInt(highDen),
  );
  const cap = fine.cap === undefined ? max : BigInt(fine.cap);
  return { min, max: cap < max ? cap : max };
}

function holds(tier: StatuteTier, facts: Map<string, unknown>): boolean {
  const kinds = tier.subject?.role === 'party' ? tier.subject.values : undefined;
  return (
    tier.when.every((part) => meets(part, facts)) &&
    (!kinds || kinds.includes(String(facts.get('subject'))))
  );
}

function meets(condition: Condition, facts: Map<string, unknown>): boolean {
  if (condition.op === 'all') return condition.of.every((part) => meets(part, facts));
  if (condition.op === 'any') return condition.of.some((part) => meets(part, facts));
  if (condition.op === 'not') return !meets(condition.of, facts);
  const value = facts.get(condition.fact);
  if (condition.op === 'in') return condition.values.includes(String(value));
  if (condition.op === 'eq') return value === condition.value;
  if (condition.op === 'ne') return value !== undefined && value !== condition.value;
  if (typeof value !== 'number') return false;
  const difference = value - condition.value;
  return { lt: difference < 0, le: difference <= 0, gt: difference > 0, ge: difference >= 0 }[
    condition.op
  ];
}

function frozen<T>(value: T): T {
  if (value && typeof value === 'object') {
    Object.values(value).forEach(frozen);
    Object.freeze(value);
  }
  return value;
}
