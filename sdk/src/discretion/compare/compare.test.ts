import { describe, expect, it } from 'vitest';
import type { Rule, Tier } from '../../rules/index.ts';
import { assess } from '../assess.ts';
import type { Case } from '../case.ts';
import { CASE, RULE } from '../fixtures/food-122.ts';
import { random } from '../fixtures/random.ts';
import { compare, compareRuns, encode, run } from './index.ts';
import { FenSum } from './tally.ts';

function proposal(change: (rule: Rule) => void): Rule {
  const rule = structuredClone(RULE);
  change(rule);
  return rule;
}

/** Points weigh more and bands move: some cases go up, some down. */
const AFTER = proposal(({ benchmark }) => {
  const [harm] = benchmark.factors;
  if (harm?.options[1]) harm.options[1].points = 10;
  if (harm?.options[2]) harm.options[2].points = 75;
  if (benchmark.method.kind === 'points-tiers') {
    const [low, middle, high] = benchmark.method.tiers;
    if (low) low.to = 40;
    if (middle) middle.from = 40;
    if (high) high.band.bp = [7000, 9000];
  }
});

function history(count: number): Case[] {
  const { below, chance, pick } = random(20261121);
  return Array.from({ length: count }, () => ({
    ...CASE,
    facts: chance(0.95) ? { goodsValue: below(10_000_000) } : {},
    grounds: chance(0.8) ? [] : [pick(RULE.grounds).id],
    factors: {
      ...(chance(0.95) && { harm: pick(['none', 'some', 'grave']) }),
      duration: pick(['short', 'long']),
    },
  }));
}

/** The comparison spelled out case by case. */
function plainly(before: Rule, after: Rule, cases: readonly Case[]) {
  const sums = { lighter: 0, heavier: 0, same: 0, compared: 0, before: 0n, after: 0n };
  const moved: [number, Tier | null, Tier | null][] = [];
  cases.forEach((case_, i) => {
    const [a, b] = [
      assess(case_, before, { dates: 'bound' }),
      assess(case_, after, { dates: 'bound' }),
    ];
    if (a.outcome === 'undecided' || b.outcome === 'undecided') return;
    sums.compared++;
    if (a.tier !== b.tier) moved.push([i, a.tier, b.tier]);
    if (a.suggestion === null || b.suggestion === null) return;
    sums.before += BigInt(a.suggestion);
    sums.after += BigInt(b.suggestion);
    sums[
      a.suggestion < b.suggestion ? 'heavier' : a.suggestion > b.suggestion ? 'lighter' : 'same'
    ]++;
  });
  return { ...sums, moved };
}

describe('a back-test', () => {
  const cases = history(3000);
  const expected = plainly(RULE, AFTER, cases);

  it('counts what assess says case by case', async () => {
    const found = await compare(RULE, AFTER, cases, { keep: 10_000 });
    expect(found).toMatchObject({
      cases: 3000,
      compared: expected.compared,
      lighter: expected.lighter,
      heavier: expected.heavier,
      same: expected.same,
      money: {
        before: expected.before,
        after: expected.after,
        moved: expected.after - expected.before,
      },
      movedTier: expected.moved.length,
    });
    expect(found.moved.map(({ index, before, after }) => [index, before.tier, after.tier])).toEqual(
      expected.moved,
    );
    expect(found.lighter).toBeGreaterThan(0);
    expect(found.heavier).toBeGreaterThan(0);
    expect(Object.values(found.tiers).reduce((a, b) => a + b, 0)).toBe(expected.moved.length);
  });

  it('gives the same from two runs over one encoding', async () => {
    const columns = encode(RULE, cases);
    const [before, after] = [run(RULE, columns), run(AFTER, columns)];
    expect(compareRuns(before, after)).toEqual(await compare(RULE, AFTER, cases));
  });

  it('takes cases as they come, shows progress and stops', async () => {
    async function* slowly(): AsyncGenerator<Case> {
      for (let i = 0; i < 50_000; i++) yield CASE;
    }
    const done: number[] = [];
    const found = await compare(RULE, RULE, slowly(), { onProgress: (count) => done.push(count) });
    expect(done).toEqual([20_000, 40_000, 50_000]);
    expect(found).toMatchObject({ cases: 50_000, same: 50_000, movedTier: 0 });

    const controller = new AbortController();
    const stopped = compare(RULE, RULE, slowly(), {
      signal: controller.signal,
      onProgress: () => controller.abort(new Error('enough')),
    });
    await expect(stopped).rejects.toThrow('enough');
  });

  it('changes nothing where nothing changed, and turns round when the sides do', async () => {
    const same = await compare(RULE, structuredClone(RULE), cases);
    expect(same).toMatchObject({ lighter: 0, heavier: 0, movedTier: 0 });
    const [there, back] = [await compare(RULE, AFTER, cases), await compare(AFTER, RULE, cases)];
    expect(back.money.moved).toBe(-there.money.moved);
    expect([back.lighter, back.heavier]).toEqual([there.heavier, there.lighter]);
  });
});

describe('a sum of fen', () => {
  it('is exact beyond 2^53', () => {
    const { below } = random(7);
    const sum = new FenSum();
    let exact = 0n;
    for (let i = 0; i < 2000; i++) {
      const fen = i % 3 === 0 ? Number.MAX_SAFE_INTEGER - below(1000) : below(2 ** 31) * 1_000_000;
      sum.add(fen);
      exact += BigInt(fen);
    }
    expect(sum.total).toBe(exact);
  });
});
