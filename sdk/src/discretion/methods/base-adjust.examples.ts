import { type Examples, factor, THIRTY_FORTY_THIRTY } from './examples.ts';

export const examples: Examples = {
  source: 'invented',
  benchmark: {
    violation: null,
    title: { zh: '基准调整示例' },
    place: '示例',
    factors: [
      factor(1, 'fault', '主观过错', [5000, 10_000, 15_000]),
      factor(2, 'cooperation', '配合调查', [8000, 10_000, 12_000]),
    ],
    method: {
      kind: 'base-adjust',
      start: 5000,
      limits: [1000, 9000],
      tiers: THIRTY_FORTY_THIRTY,
      edge: 'lighter',
    },
    rounding: { unit: 100 },
  },
  cases: [
    // 50% × 0.5 × 0.8 = 20%.
    {
      range: { min: 0, max: 10_000_000 },
      options: ['a', 'a'],
      expect: { tier: 'lighten', band: { min: 0, max: 3_000_000 }, suggestion: 2_000_000 },
    },
    // 50% × 0.5 × 1.2 = 30% exactly: the lighter band here.
    {
      range: { min: 0, max: 10_000_000 },
      options: ['a', 'c'],
      expect: { tier: 'lighten', band: { min: 0, max: 3_000_000 }, suggestion: 3_000_000 },
    },
    // 50% × 1.5 × 1.2 = 90%: the limit itself.
    {
      range: { min: 0, max: 10_000_000 },
      options: ['c', 'c'],
      expect: {
        tier: 'aggravate',
        band: { min: 7_000_000, max: 10_000_000 },
        suggestion: 9_000_000,
      },
    },
  ],
};
