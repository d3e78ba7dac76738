import { describe, expect, it } from 'vitest';
import { assess } from './assess.ts';
import type { Case } from './case.ts';
import { CASE, RULE } from './fixtures/food-122.ts';
import { caseOfNumbers } from './numbers.ts';

const yuan = (amount: number) => amount * 100;
const run = (change: Partial<Case> = {}, rule = RULE) => assess({ ...CASE, ...change }, rule);
const reasons = (change: Partial<Case>) =>
  run(change).undecided.map(({ reason, at }) => `${reason} ${at}`);

describe('a lawful range', () => {
  it('multiplies the value of goods from 10,000 yuan, the number included', () => {
    expect(run().range).toEqual({ min: yuan(375_000), max: yuan(750_000) });
    expect(run({ facts: { goodsValue: yuan(10_000) } }).range).toEqual({
      min: yuan(100_000),
      max: yuan(200_000),
    });
    expect(run({ facts: { goodsValue: yuan(10_000) - 1 } }).range).toEqual({
      min: yuan(50_000),
      max: yuan(100_000),
    });
  });

  it('takes bands from max − min, not from max', () => {
    expect(run({ facts: { goodsValue: 0 } }).bands).toEqual([
      { tier: 'lighten', range: { min: yuan(50_000), max: yuan(65_000) } },
      { tier: 'ordinary', range: { min: yuan(65_000), max: yuan(85_000) } },
      { tier: 'aggravate', range: { min: yuan(85_000), max: yuan(100_000) } },
    ]);
  });
});

describe('points inside the frame', () => {
  it('select the tier and the place inside its band', () => {
    const result = run({ facts: { goodsValue: 0 }, factors: { harm: 'some', duration: 'long' } });
    expect(result).toMatchObject({
      outcome: 'fine',
      points: 70,
      tier: 'aggravate',
      suggestion: yuan(85_000),
    });
    expect(
      run({ facts: { goodsValue: 0 }, factors: { harm: 'grave', duration: 'long' } }),
    ).toMatchObject({ points: 100, suggestion: yuan(100_000) });
  });

  it('round once, down to the unit, and never out of the band', () => {
    const { suggestion, band } = run({ facts: { goodsValue: yuan(12_345) + 67 } });
    expect(band).toEqual({ min: 16_049_371, max: 20_987_639 });
    expect(suggestion).toBe(16_050_000);
  });
});

describe('grounds on the frame', () => {
  const heavy = { harm: 'grave', duration: 'long' };

  it('must waive: no penalty, whatever the points and even without them', () => {
    expect(run({ grounds: ['minor-corrected-no-harm'], factors: {}, facts: {} })).toMatchObject({
      outcome: 'waived',
      tier: 'waive',
      suggestion: null,
      confiscations: [],
    });
  });

  it('must lighten or mitigate: 从轻 unless a person elects 减轻; points cannot outweigh it', () => {
    const result = run({ grounds: ['harm-removed'], factors: heavy });
    expect(result).toMatchObject({ outcome: 'fine', tier: 'lighten', points: 100 });
    expect(result.suggestion).toBe(result.bands[0]?.range.max);
  });

  it('减轻 lies below the minimum and gets no amount from arithmetic', () => {
    const elect = { tier: 'mitigate', reason: '主动召回全部产品' } as const;
    expect(run({ grounds: ['harm-removed'], elect })).toMatchObject({
      outcome: 'fine',
      tier: 'mitigate',
      band: { min: 0, max: yuan(375_000) - 1 },
      suggestion: null,
    });
  });

  it('a 可以 ground waits for a person', () => {
    expect(run({ grounds: ['first-slight-corrected'] })).toMatchObject({
      outcome: 'fine',
      tier: 'ordinary',
    });
    const elect = { tier: 'waive', reason: '首次违法' } as const;
    expect(run({ grounds: ['first-slight-corrected'], elect }).outcome).toBe('waived');
  });

  it('grounds that point both ways are not netted', () => {
    expect(reasons({ grounds: ['harm-removed', 'emergency'] })).toEqual([
      'grounds-conflict grounds',
    ]);
    expect(reasons({ grounds: ['harm-removed', 'obstruction'] })).toEqual([
      'grounds-conflict grounds',
    ]);
    const weighed = { tier: 'lighten', reason: '危害后果已完全消除' } as const;
    expect(run({ grounds: ['harm-removed', 'obstruction'], elect: weighed }).tier).toBe('lighten');
  });

  it('an election needs a ground, a reason, and no 应当 against it', () => {
    expect(reasons({ elect: { tier: 'mitigate', reason: '困难' } })).toEqual([
      'election-unfounded elect',
    ]);
    expect(
      reasons({ grounds: ['harm-removed'], elect: { tier: 'mitigate', reason: ' ' } }),
    ).toEqual(['election-unfounded elect']);
    const against = { tier: 'aggravate', reason: '妨碍' } as const;
    expect(reasons({ grounds: ['harm-removed', 'obstruction'], elect: against })).toEqual([
      'election-unfounded elect',
    ]);
  });
});

describe('what is unknown stays unknown', () => {
  it('names a fact that can still matter and gives the rest', () => {
    const result = run({ facts: {} });
    expect(result.outcome).toBe('undecided');
    expect(result.undecided).toEqual([
      {
        reason: 'fact-missing',
        at: 'facts.goodsValue',
        fields: { label: RULE.statute.facts[0]?.label },
      },
    ]);
  });

  it('takes no name that every object has for an answer', () => {
    const [harm, ...others] = RULE.benchmark.factors;
    if (!harm) throw new Error('no factor');
    const odd = (id: string, option: string) => {
      const options = harm.options.map((one) => (one.id === 'none' ? { ...one, id: option } : one));
      const factors = [{ ...harm, id, options }, ...others];
      return { ...RULE, benchmark: { ...RULE.benchmark, factors } };
    };
    const { harm: _, ...answers } = CASE.factors;
    const missing = run({ factors: answers }, odd('constructor', 'none')).undecided;
    expect(missing.map(({ reason, at }) => `${reason} ${at}`)).toEqual([
      'factor-missing factors.constructor',
    ]);
    const own = run(
      { factors: { ...answers, constructor: 'toString' } },
      odd('constructor', 'toString'),
    );
    expect(own.undecided).toEqual([]);
    expect(own.suggestion).toBe(run({ factors: { ...answers, harm: 'none' } }).suggestion);
  });

  it('names what is not answered, not known or not examined', () => {
    const { grounds, ...unexamined } = CASE;
    const said = assess(unexamined, RULE).trace.steps.map(({ step }) => step);
    expect(said).not.toContain('grounds');
    expect(said).not.toContain('frame');
    expect(assess(unexamined, RULE).undecided.map(({ reason }) => reason)).toEqual([
      'grounds-not-examined',
    ]);
    expect(reasons({ factors: { harm: 'none' } })).toEqual(['factor-missing factors.duration']);
    expect(reasons({ factors: { harm: 'enormous', duration: 'long', mood: 'bad' } })).toEqual([
      'option-unknown factors.harm',
      'factor-unknown factors.mood',
    ]);
    expect(reasons({ grounds: ['wealth'] })).toEqual(['ground-unknown grounds.wealth']);
    expect(reasons({ facts: { goodsValue: 1.5 } })).toEqual(['fact-invalid facts.goodsValue']);
    expect(reasons({ facts: { goodsValue: '37500' } })).toEqual(['fact-invalid facts.goodsValue']);
    expect(reasons({ facts: { goodsValue: Number.MAX_SAFE_INTEGER } })).toEqual([
      'fact-invalid facts.goodsValue',
    ]);
  });

  it('refuses a text that is not in force, another violation, an unpublished benchmark', () => {
    expect(reasons({ actDate: '2020-01-01', decisionDate: '2020-06-01' })).toEqual([
      'not-in-force statute',
      'not-in-force benchmark',
    ]);
    expect(reasons({ violation: 'ad-false' })).toEqual(['rule-of-other-violation violation']);
    const unmarked = { ...RULE, pack: { ...RULE.pack, sample: false } };
    expect(run({}, unmarked).undecided[0]?.reason).toBe('benchmark-unpublished');
  });
});

describe('a hearing', () => {
  it('is offered from 100,000 yuan for an entity, the number included', () => {
    const ids = (change: Partial<Case>) =>
      run(change)
        .flags.filter(({ id }) => id.startsWith('hearing'))
        .map(({ id, fields }) => `${id} ${fields?.why ?? ''}`.trim());
    const low = { facts: { goodsValue: 0 } };
    expect(ids({ ...low, factors: { harm: 'grave', duration: 'long' } })).toEqual(['hearing fine']);
    expect(ids(low)).toEqual(['hearing-unknown confiscation']);
    expect(ids({ ...low, party: { kind: 'individual' } })).toEqual(['hearing fine']);
    expect(
      ids({ facts: { ...low.facts, illegalGains: yuan(150_000) }, refunded: yuan(50_000) }),
    ).toEqual(['hearing confiscation']);
  });
});

describe('a code', () => {
  it('carries what a replay needs and nothing else', () => {
    const first = run({ grounds: ['harm-removed'] });
    expect(first.facts).toEqual([
      [1, 3_750_000],
      [1002, 1],
    ]);
    expect(first.factors).toEqual([
      [1, 2, 30],
      [2, 1, 0],
    ]);
    const signed = { facts: first.facts, factors: first.factors, issued: '2026-11-21' };
    const read = caseOfNumbers(signed, RULE);
    if (!read.ok) throw new Error('unreachable');
    const again = assess(read.case, RULE, { dates: 'bound' });
    for (const key of ['outcome', 'tier', 'range', 'band', 'points', 'suggestion'] as const)
      expect(again[key]).toEqual(first[key]);
  });

  it('names numbers that the Rule does not know', () => {
    const read = caseOfNumbers(
      {
        facts: [[7, 1]],
        factors: [
          [1, 2, 31],
          [1, 9, 0],
        ],
        issued: '2026-11-21',
      },
      RULE,
    );
    expect(read).toEqual({
      ok: false,
      unknown: [
        { at: 'facts.7', why: 'number' },
        { at: 'factors.1', why: 'points' },
        { at: 'factors.1', why: 'value' },
      ],
    });
  });
});
