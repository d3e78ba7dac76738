import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { basisPoints, count, type FigureDefinition, missing, share, showFigure } from './figure.ts';

const RESOLVED: FigureDefinition = {
  id: 'test.resolved',
  label: { zh: '办结率', en: 'resolved' },
  formula: { zh: '已办结数÷总数', en: 'resolved ÷ all' },
  counts: 'entry',
};
const ids = (n: number) => Array.from({ length: n }, (_, i) => `e${i}`);
const of = (part: number, whole: number) => share(RESOLVED, { part: ids(part), of: ids(whole) });

describe('a figure', () => {
  it('is never 100 % before all are there, nor 0 % once one is', () => {
    expect(showFigure(of(9_999, 10_000))).toBe('99.99%（9,999/10,000）');
    expect(showFigure(of(99_999, 100_000))).toBe('99.99%（99,999/100,000）');
    expect(showFigure(of(1, 100_000))).toBe('0.01%（1/100,000）');
    expect(showFigure(of(12_663, 12_663))).toBe('100%（12,663/12,663）');
  });

  it('tells 0 % with its base from no base', () => {
    expect(showFigure(of(0, 12))).toBe('0%（0/12）');
    expect(showFigure(of(0, 0))).toBe('无基数（0/0）');
    expect(showFigure(of(0, 0), 'en')).toBe('no base (0/0)');
    expect(showFigure(count(RESOLVED, []))).toBe('0');
  });

  it('gives 1,963 of 2,134 as 91.99 %', () => {
    expect(showFigure(of(1_963, 2_134))).toBe('91.99%（1,963/2,134）');
  });

  it('keeps every share within half a basis point, and inside 0 and all', () => {
    const pair = fc
      .integer({ min: 1, max: 2_000_000 })
      .chain((d) => fc.tuple(fc.integer({ min: 0, max: d }), fc.constant(d)));
    fc.assert(
      fc.property(pair, ([n, d]) => {
        const bp = basisPoints(n, d) as number;
        expect(bp === 10_000).toBe(n === d);
        expect(bp === 0).toBe(n === 0);
        const off = Math.abs(2 * (bp * d - n * 10_000));
        expect(off <= d || bp === 9_999 || bp === 1).toBe(true);
      }),
      { seed: 20_261_122 },
    );
  });

  it('names its scope in one order, and what is missing', () => {
    const scope = { region: '231200', month: '2026-10' };
    const figure = share(RESOLVED, { part: ['b'], of: ['a', 'b', 'c'], scope });
    expect(figure.id).toBe('test.resolved[month=2026-10;region=231200]');
    expect(missing(figure)).toEqual(['a', 'c']);
    expect(() => share(RESOLVED, { part: ids(2), of: ids(1) })).toThrow('not larger');
  });
});
