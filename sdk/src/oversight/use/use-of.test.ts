import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { showFigure } from '../figure.ts';
import { code, history } from './fixtures/history.ts';
import { departuresOf, exercisesOf, useBy, useOf } from './index.ts';

const band = { min: 6_500_000, max: 8_500_000 };
const one = (number: string, issued: Parameters<typeof history>[1] = {}) => history(number, issued);

describe('the last word of a case', () => {
  it('is the decision, else the last live code', () => {
    const notice = code(1, { issued: { documentKind: 1, fine: 8_000_000 } });
    const later = code(5, { issued: { documentKind: 1, fine: 7_500_000 } });
    const decision = code(9, { issued: { documentKind: 3 } });
    const gone = code(12, { issued: { documentKind: 3, fine: 1 }, ended: 'withdrawn' });
    const states = (codes: readonly (typeof notice)[]) =>
      exercisesOf([{ ...history('1'), codes }]).exercises.map(({ state, fine }) => [state, fine]);
    expect(states([notice, later])).toEqual([['proposed', 7_500_000]]);
    expect(states([notice, decision, later, gone])).toEqual([['decided', 7_000_000]]);
    const decided = code(1, {
      issued: { documentKind: 1 },
      decided: {
        outcome: 'penalty',
        differs: 'lighter',
        tier: 3,
        fine: 5_500_000,
        kinds: [3],
        decided: '2026-11-02',
      },
    });
    const [exercise] = exercisesOf([{ ...history('1'), codes: [decided] }]).exercises;
    expect(exercise).toMatchObject({
      state: 'decided',
      tier: 'lighten',
      band: null,
      fine: 5_500_000,
      month: '2026-11',
      reasoned: true,
    });
  });

  it('is missing where bodies were erased or codes withdrawn, and says which', () => {
    const read = exercisesOf([
      one('1'),
      history('2', { issued: null }),
      history('3', { ended: 'withdrawn' }),
      history('4', {}, { codes: [] }),
    ]);
    expect(read.exercises).toHaveLength(1);
    expect(read.unread.map((id) => id.slice(-2))).toEqual(['/2']);
    expect(read.without.map((id) => id.slice(-2))).toEqual(['/3', '/4']);
  });
});

describe('the use of discretion', () => {
  const planted = exercisesOf([
    one('1'),
    one('2', { issued: { fine: band.min, flags: ['departure'] } }),
    one('3', { issued: { fine: band.max } }),
    one('4', { issued: { fine: band.max + 1 } }),
    one('5', { issued: { fine: null } }),
    one('6', { issued: { tier: 1, range: null, suggestion: null, fine: 1_000_000 } }),
    one('7', { issued: { tier: 1, range: null, suggestion: null, fine: null } }),
  ]).exercises;

  it('counts departures, reasons and places outside the band, each with its cases', () => {
    const shown = Object.fromEntries(useOf(planted).map((one) => [one.id, showFigure(one)]));
    expect(shown).toMatchObject({
      'use.cases': '7',
      'use.compared': '57.14%（4/7）',
      'use.as-suggested': '25%（1/4）',
      'use.lighter': '25%（1/4）',
      'use.heavier': '50%（2/4）',
      'use.not-fined': '20%（1/5）',
      'use.fined-anyway': '50%（1/2）',
      'use.outside': '25%（1/4）',
      'use.reasoned': '25%（1/4）',
      'use.unreasoned': '75%（3/4）',
      'use.tenth[tenth=0]': '33.33%（1/3）',
      'use.tenth[tenth=2]': '33.33%（1/3）',
      'use.tenth[tenth=9;tier=ordinary]': '33.33%（1/3）',
    });
    const outside = useOf(planted).find(({ id }) => id === 'use.outside');
    expect(outside?.in.map((id) => id.at(-1))).toEqual(['4']);
  });

  it('lists departures, those without a reason first, and reasons only where they are handed in', () => {
    const { departures, reasons } = departuresOf(planted);
    expect(departures.map((one) => [one.case.at(-1), one.direction, one.reasoned])).toEqual([
      ['5', 'lighter', false],
      ['4', 'heavier', false],
      ['3', 'heavier', false],
      ['2', 'lighter', true],
    ]);
    expect(reasons).toEqual([]);
    const words = new Map([[departures[3]?.entry ?? '', '主动消除危害后果 ']]);
    expect(departuresOf(planted, words).reasons).toEqual([
      { reason: '主动消除危害后果', cases: [departures[3]?.case] },
    ]);
  });

  it('says nothing about a small group but its number', () => {
    const many = exercisesOf([
      ...Array.from({ length: 10 }, (_, i) => one(String(i + 10))),
      one('99', { day: '2026-09-01' }),
    ]).exercises;
    const { groups, small } = useBy(many, 'month', ({ month }) => month);
    expect(Object.keys(groups)).toEqual(['2026-10']);
    expect(groups['2026-10']?.[0]?.id).toBe('use.cases[month=2026-10]');
    expect(small).toEqual({ '2026-09': 1 });
  });

  it('puts every comparable case in exactly one class, and every fine inside in one tenth', () => {
    const fine = fc.option(fc.integer({ min: 0, max: 12_000_000 }), { nil: null });
    const any = fc.record({ fine, suggestion: fine, tier: fc.integer({ min: 1, max: 5 }) });
    fc.assert(
      fc.property(fc.array(any, { maxLength: 30 }), (list) => {
        const { exercises } = exercisesOf(list.map((issued, i) => one(String(i + 1), { issued })));
        const figures = new Map(useOf(exercises).map((figure) => [figure.id, figure]));
        const n = (id: string) => figures.get(`use.${id}`)?.numerator ?? 0;
        const d = (id: string) => figures.get(`use.${id}`)?.denominator ?? 0;
        expect(n('as-suggested') + n('lighter') + n('heavier')).toBe(n('compared'));
        expect(n('reasoned') + n('unreasoned')).toBe(d('reasoned'));
        expect(d('reasoned')).toBe(n('lighter') + n('heavier') + n('not-fined'));
        const tenths = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9].map((i) => n(`tenth[tenth=${i}]`));
        expect(tenths.reduce((a, b) => a + b)).toBe(d('outside') - n('outside'));
      }),
      { seed: 41_041, numRuns: 200 },
    );
  });
});
