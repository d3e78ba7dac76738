import { describe, expect, it } from 'vitest';
import type { FactValue, Method, Rule } from '../../rules/index.ts';
import { assess } from '../assess.ts';
import type { Case } from '../case.ts';
import { mutant, soundRule } from '../checks/fixtures/mutants.ts';
import { CASE, RULE } from '../fixtures/food-122.ts';
import { random } from '../fixtures/random.ts';
import { whatStillMatters } from './index.ts';

const ids = (list: readonly { readonly id: string }[]) => list.map(({ id }) => id);

describe('what still matters', () => {
  it('names what is known, what decides and what no longer does', () => {
    const outlook = whatStillMatters({ ...CASE, factors: { harm: 'grave' } }, RULE);
    expect(ids(outlook.known)).toEqual(['goodsValue', 'harm', 'grounds']);
    expect(ids(outlook.decides)).toEqual(['duration']);
    expect(outlook.tiers).toEqual(['ordinary', 'aggravate']);
    expect(outlook.range).toEqual({ min: 37_500_000, max: 75_000_000 });
  });

  it('leaves the top open where the base of a multiple is unknown', () => {
    const outlook = whatStillMatters({ ...CASE, facts: {} }, RULE);
    expect(ids(outlook.decides)).toEqual(['goodsValue']);
    expect(outlook.range).toEqual({ min: 5_000_000, max: null });
  });

  it('asks for the base of a multiple even where no constant cuts it', () => {
    const rule = structuredClone(RULE);
    const [, multiple] = rule.statute.tiers;
    if (!multiple) throw new Error('the sample has a multiple');
    rule.statute.tiers = [{ ...multiple, when: [] }];
    expect(ids(whatStillMatters({ ...CASE, facts: {} }, rule).decides)).toEqual(['goodsValue']);
  });

  it('has nothing left to ask once there is no penalty', () => {
    const open = { ...CASE, facts: {}, factors: {}, grounds: ['minor-corrected-no-harm'] };
    const outlook = whatStillMatters(open, RULE);
    expect(outlook.decides).toEqual([]);
    expect(ids(outlook.settled)).toEqual(['goodsValue', 'harm', 'duration']);
    expect(outlook.tiers).toEqual(['waive']);
  });

  it('asks for grounds while nobody has examined them', () => {
    const { grounds: _, ...open } = CASE;
    expect(ids(whatStillMatters(open, RULE).decides)).toEqual(['grounds']);
  });

  it('says that there is too much to go through instead of leaving something out', () => {
    const rule = structuredClone(RULE);
    const [harm] = rule.benchmark.factors;
    if (!harm) throw new Error('the sample has factors');
    const options = harm.options.map((option, o) => ({ ...option, points: o * 2 ** 30 + o }));
    rule.benchmark.factors = [{ ...harm, options }, ...rule.benchmark.factors.slice(1)];
    const outlook = whatStillMatters({ ...CASE, factors: {} }, rule);
    expect(outlook).toMatchObject({ exhaustive: false, suggestion: null });
    expect(ids(outlook.decides)).toEqual(['harm', 'duration']);
  });
});

/** Every completion of the case on sampled facts, through `assess`. */
function completions(case_: Case, rule: Rule): { case_: Case; key: string }[] {
  const facts: [string, readonly FactValue[]][] = rule.statute.facts
    .filter(({ id }) => case_.facts[id] === undefined)
    .map(({ id, type }) => [id, type === 'bool' ? [false, true] : AMOUNTS]);
  const factors: [string, readonly string[]][] = rule.benchmark.factors
    .filter(({ id }) => case_.factors[id] === undefined)
    .map(({ id, options }) => [id, options.map((option) => option.id)]);
  let list: Case[] = [case_];
  for (const [id, values] of facts) {
    list = list.flatMap((one) =>
      values.map((value) => ({ ...one, facts: { ...one.facts, [id]: value } })),
    );
  }
  for (const [id, values] of factors) {
    list = list.flatMap((one) =>
      values.map((value) => ({ ...one, factors: { ...one.factors, [id]: value } })),
    );
  }
  return list.map((one) => {
    const { outcome, tier, suggestion, range, undecided } = assess(one, rule);
    const why = undecided.map(({ reason }) => reason);
    const result = outcome === 'undecided' && range === null ? [] : [tier, suggestion, range];
    return { case_: one, key: JSON.stringify([outcome, why, result]) };
  });
}

const AMOUNTS = [0, 1, 999_999, 1_000_000, 1_000_001, 3_000_000, 50_000_000];
const KINDS: Method['kind'][] = [
  'points-tiers',
  'percent-sum',
  'base-adjust',
  'grid',
  'band-table',
];

describe.each(KINDS)('under %s', (kind) => {
  it('agrees with every completion of the case', () => {
    const { below, chance } = random(20261121 + KINDS.indexOf(kind));
    let settled = 0;
    for (let n = 0; n < 24; n++) {
      const rule = mutant(soundRule(kind), below);
      const kept = <T>(entries: [string, T][]) =>
        Object.fromEntries(entries.filter(() => chance(0.5)));
      const case_: Case = {
        ...CASE,
        grounds: [],
        facts: kept<FactValue>([
          ['goodsValue', AMOUNTS[below(AMOUNTS.length)] ?? 0],
          ['refusal', chance(0.3)],
        ]),
        factors: kept(
          rule.benchmark.factors.map(({ id, options }) => [
            id,
            options[below(options.length)]?.id ?? '',
          ]),
        ),
      };
      const outlook = whatStillMatters(case_, rule);
      const all = completions(case_, rule);
      const question = (id: string) => {
        const rest = ({ facts, factors }: Case) =>
          JSON.stringify([
            { ...facts, [id]: null },
            { ...factors, [id]: null },
          ]);
        const groups = Map.groupBy(all, (one) => rest(one.case_));
        return [...groups.values()].some((group) => new Set(group.map(({ key }) => key)).size > 1);
      };
      const context = JSON.stringify({ case_, rule: rule.benchmark, tiers: rule.statute.tiers });
      for (const { id } of outlook.settled) expect(question(id), `${id} ${context}`).toBe(false);
      for (const { id } of outlook.decides) {
        // sampled amounts can miss where an amount decides, never the reverse
        if (case_.facts.goodsValue !== undefined)
          expect(question(id), `${id} ${context}`).toBe(true);
      }
      settled += outlook.settled.length;
      for (const { case_: one } of all) {
        const { tier, range, suggestion } = assess(one, rule);
        if (tier && range) expect(outlook.tiers).toContain(tier);
        if (suggestion !== null) within(suggestion, outlook.suggestion);
        if (range !== null) within(range.min, outlook.range);
        if (range !== null) within(range.max, outlook.range);
      }
    }
    expect(settled).toBeGreaterThan(0);
  });
});

function within(amount: number, bounds: { min: number; max: number | null } | null): void {
  expect(bounds).not.toBeNull();
  expect(amount).toBeGreaterThanOrEqual(bounds?.min ?? 0);
  expect(amount).toBeLessThanOrEqual(bounds?.max ?? Number.MAX_SAFE_INTEGER);
}
