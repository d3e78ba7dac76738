import { describe, expect, it } from 'vitest';
import { randomStream } from '../../discretion/deviation/random.ts';
import { type Figure, share } from '../figure.ts';
import { USE_FIGURES } from '../use/index.ts';
import { type AppraisalFormula, appraise, type Contest, FULL_RATES, loadFormula } from './index.ts';

const formula: AppraisalFormula = {
  format: 'chidu-appraisal/1',
  id: 'sample',
  version: '1',
  title: { zh: '示例考核公式' },
  sample: true,
  publication: null,
  fewest: 30,
  leastWeight: 5_000,
  items: [
    {
      figure: 'rates.online',
      label: { zh: '全流程网办' },
      weight: 6_000,
      none: 5_000,
      all: 10_000,
    },
    { figure: 'use.unreasoned', label: { zh: '无理由偏离' }, weight: 4_000, none: 2_000, all: 0 },
  ],
};
const ids = (n: number) => Array.from({ length: n }, (_, i) => `c${i}`);
const online = (n: number, d: number): Figure =>
  share(FULL_RATES.online, { part: ids(n), of: ids(d) });
const unreasoned = (n: number, d: number): Figure =>
  share(USE_FIGURES.unreasoned, { part: ids(n), of: ids(d) });

describe('a formula', () => {
  it('cannot name fines, must be published, weigh everything once and have a slope', () => {
    expect(loadFormula(formula, { allowSample: true }).ok).toBe(true);
    const codes = (value: unknown) => {
      const loaded = loadFormula(value, { allowSample: true });
      return loaded.ok ? [] : loaded.issues.map(({ code }) => code);
    };
    const [item] = formula.items;
    expect(codes({ ...formula, items: [{ ...item, figure: 'fines.income' }] })).toEqual(['schema']);
    expect(codes({ ...formula, sample: false })).toEqual(['unpublished']);
    expect(codes({ ...formula, items: [item] })).toEqual(['contradiction']);
    expect(codes({ ...formula, items: [{ ...item, none: 1, all: 1 }, item] })).toEqual([
      'contradiction',
      'contradiction',
      'given-twice',
    ]);
    expect(codes({ ...formula, fewest: 3 })).toEqual(['schema']);
    expect(loadFormula(formula).ok).toBe(false);
  });
});

describe('the score of a unit', () => {
  it('follows the formula, item by item', () => {
    const [one] = appraise(formula, [
      { unit: 'a', figures: [online(80, 100), unreasoned(5, 100)] },
    ]);
    // (8000−5000)/5000 of 6000, (2000−500)/2000 of 4000
    expect(one?.asCounted.items.map(({ points }) => points)).toEqual([6_000, 7_500]);
    expect(one?.asCounted.total).toBe(6_600);
    expect(one?.asCounted.judged).toBe(10_000);
  });

  it('leaves out what has no base or too small a one, and gives none where too little is left', () => {
    const [few, none] = appraise(formula, [
      { unit: 'few', figures: [online(80, 100), unreasoned(0, 5)] },
      { unit: 'none', figures: [online(10, 10), unreasoned(0, 100)] },
    ]);
    expect(few?.asCounted).toMatchObject({ judged: 6_000, total: 6_000 });
    expect(none?.asCounted).toMatchObject({ judged: 4_000, total: null, interval: null });
    expect(none?.places).toBeNull();
  });

  it('ranks no small unit on noise: where intervals meet, places are shared', () => {
    const places = appraise(formula, [
      { unit: 'large-good', figures: [online(9_900, 10_000), unreasoned(10, 5_000)] },
      { unit: 'large-bad', figures: [online(6_000, 10_000), unreasoned(900, 5_000)] },
      { unit: 'small', figures: [online(29, 30), unreasoned(1, 40)] },
    ]).map(({ unit, places }) => [unit, places]);
    expect(places).toEqual([
      ['large-good', [1, 2]],
      ['large-bad', [3, 3]],
      ['small', [1, 2]],
    ]);
  });

  it('in 95 of 100 draws and more parts no two of twenty units of the same quality', () => {
    const random = randomStream(114);
    const drawn = (rate: number, of: number) =>
      Array.from({ length: of }, random).filter((roll) => roll < rate).length;
    let apart = 0;
    for (let draw = 0; draw < 100; draw++) {
      const units = Array.from({ length: 20 }, (_, i) => {
        const size = 30 + 25 * i;
        return { unit: `u${i}`, figures: [online(drawn(0.9, size), size)] };
      });
      const scores = appraise(formula, units);
      if (scores.some(({ places }) => places?.[0] !== 1 || places[1] !== 20)) apart++;
    }
    expect(apart).toBeLessThanOrEqual(5);
  });

  it('keeps both results of a contest, and counts only one that was upheld', () => {
    const contest: Contest = {
      id: 'k1',
      unit: 'a',
      figure: 'rates.online',
      claim: 'was-done',
      sources: ['c80', 'c81', 'elsewhere'],
      state: 'upheld',
      reason: '审核环节在旧系统办理',
      answer: '属实',
    };
    const [one] = appraise(
      formula,
      [{ unit: 'a', figures: [online(80, 100), unreasoned(5, 100)] }],
      [contest, { ...contest, id: 'k2', sources: ['c90'], state: 'open', answer: null }],
    );
    expect(one?.asCounted.items[0]?.counted?.numerator).toBe(80);
    expect(one?.afterContest.items[0]?.counted).toMatchObject({ numerator: 82, denominator: 100 });
    expect(one?.contests.map(({ id }) => id)).toEqual(['k1', 'k2']);
    const [out] = appraise(
      formula,
      [{ unit: 'a', figures: [online(80, 100), unreasoned(5, 100)] }],
      [{ ...contest, claim: 'not-ours', sources: ['c99', 'c0'] }],
    );
    expect(out?.afterContest.items[0]?.counted).toMatchObject({ numerator: 79, denominator: 98 });
  });

  it('takes a case out of what is bad once a contest says that it was done', () => {
    const [one] = appraise(
      formula,
      [{ unit: 'a', figures: [online(80, 100), unreasoned(5, 100)] }],
      [
        {
          id: 'k3',
          unit: 'a',
          figure: 'use.unreasoned',
          claim: 'was-done',
          sources: ['c4', 'c50'],
          state: 'upheld',
          reason: '理由写在集体讨论记录中',
          answer: '属实',
        },
      ],
    );
    expect(one?.afterContest.items[1]?.counted).toMatchObject({ numerator: 4, denominator: 100 });
    expect(one?.afterContest.total).toBeGreaterThan(one?.asCounted.total ?? 0);
  });
});
