import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatInterval, type Measure, parseInterval } from './interval.ts';
import { formatPercent, parsePercent } from './percent.ts';

const read = (text: string, measure: Measure) => {
  const parsed = parseInterval(text, measure);
  return parsed.ok ? [parsed.interval.from, parsed.interval.to] : parsed.issue.code;
};

describe('intervals in words', () => {
  it.each([
    ['30分以上不足70分', 'points', [30, 70]],
    ['30分以上，70分以下', 'points', [30, 71]],
    ['30分（含）以上70分（不含）以下', 'points', [30, 70]],
    ['超过30分不超过70分', 'points', [31, 71]],
    ['70分以上', 'points', [70, null]],
    ['不足30分', 'points', [null, 30]],
    ['≥30且<70', 'points', [30, 70]],
    ['5分', 'points', [5, 6]],
    ['不足1万元', 'fen', [null, 1_000_000]],
    ['１万元以上不足５万元', 'fen', [1_000_000, 5_000_000]],
    ['一万元以上五万元以下', 'fen', [1_000_000, 5_000_001]],
    ['超过20万元', 'fen', [20_000_001, null]],
    ['3.75万元以内', 'fen', [null, 3_750_001]],
    ['10人以上不足100人', 'count', [10, 100]],
    ['3次以上', 'count', [3, null]],
    ['30%以上不足70%', 'bp', [3_000, 7_000]],
  ] as const)('%s', (text, measure, expected) => {
    expect(read(text, measure)).toEqual(expected);
  });

  it.each([
    ['0-30分', 'points', 'interval-unclear'],
    ['30至70分', 'points', 'interval-unclear'],
    ['1-3万', 'fen', 'interval-unclear'],
    ['较大', 'points', 'interval-text'],
    ['', 'points', 'interval-text'],
    ['30分以上50分以上', 'points', 'interval-text'],
    ['约3万元以上', 'fen', 'interval-text'],
    ['0.3以上', 'bp', 'interval-text'],
    ['70分以上不足30分', 'points', 'inverted'],
  ] as const)('%s is refused as %s %s', (text, measure, code) => {
    expect(read(text, measure)).toBe(code);
  });

  it('are echoed in words that mean the same', () => {
    const end = fc.option(fc.integer({ min: 0, max: 100_000_000 }), { nil: null });
    fc.assert(
      fc.property(
        end,
        end,
        fc.constantFrom<Measure>('points', 'fen', 'count', 'bp'),
        (a, b, measure) => {
          fc.pre((a !== null || b !== null) && (a === null || b === null || a < b));
          expect(read(formatInterval({ from: a, to: b }, measure), measure)).toEqual([a, b]);
        },
      ),
      { seed: 20261121, numRuns: 1000 },
    );
    expect(formatInterval({ from: 30, to: 70 }, 'points')).toBe('30分以上不足70分');
  });
});

describe('percentages', () => {
  it.each([
    ['30%', 3_000],
    ['３０％', 3_000],
    ['12.5%', 1_250],
    ['0.05 %', 5],
    ['百分之三十', 3_000],
    ['12.50%', 1_250],
    ['0.3', 'percent-unclear'],
    ['30', 'percent-unclear'],
    ['0.001%', 'percent-text'],
    ['三成', 'percent-text'],
    ['', 'percent-text'],
  ])('%s', (text, expected) => {
    const parsed = parsePercent(text);
    expect(parsed.ok ? parsed.bp : parsed.issue.code).toBe(expected);
  });

  it('are written as they are read', () => {
    fc.assert(
      fc.property(fc.integer({ min: -1_000_000, max: 1_000_000 }), (bp) => {
        const parsed = parsePercent(formatPercent(bp));
        return parsed.ok && parsed.bp === bp;
      }),
      { seed: 20261121 },
    );
  });
});
