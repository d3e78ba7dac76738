import { type Examples, factor, THIRTY_FORTY_THIRTY } from './examples.ts';

export const examples: Examples = {
  source:
    'Hunan environment benchmark of 2021, general table 13: a fine of 20,000 to 200,000 yuan comes to 29,000',
  benchmark: {
    violation: null,
    title: { zh: '百分比叠加示例' },
    place: '示例',
    factors: [
      factor(1, 'area', '所在区域', [0, 500, 1000]),
      factor(2, 'duration', '持续时间', [0, 500, 1000]),
      factor(3, 'place', '场所', [0, 500]),
      factor(4, 'repeat', '两年内次数', [0, 500, 3000]),
      factor(5, 'effect', '影响', [0, 2000, 4000]),
    ],
    method: { kind: 'percent-sum', start: 0, tiers: THIRTY_FORTY_THIRTY, edge: 'heavier' },
    rounding: { unit: 100 },
  },
  cases: [
    // Y = 10%; area, duration, place, effect 0; the second time in two years 5%: [10% + 5% × 90%] × 200,000 = 29,000.
    {
      range: { min: 2_000_000, max: 20_000_000 },
      options: ['a', 'a', 'a', 'b', 'a'],
      expect: { tier: 'lighten', band: { min: 2_000_000, max: 7_400_000 }, suggestion: 2_900_000 },
    },
    // Exactly 30% belongs to the heavier band here.
    {
      range: { min: 2_000_000, max: 20_000_000 },
      options: ['a', 'a', 'a', 'c', 'a'],
      expect: {
        tier: 'ordinary',
        band: { min: 7_400_000, max: 14_600_000 },
        suggestion: 7_400_000,
      },
    },
    // 100% at most.
    {
      range: { min: 2_000_000, max: 20_000_000 },
      options: ['c', 'c', 'b', 'c', 'c'],
      expect: {
        tier: 'aggravate',
        band: { min: 14_600_000, max: 20_000_000 },
        suggestion: 19_100_000,
      },
    },
  ],
};
