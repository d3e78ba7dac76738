import { type Examples, factor } from './examples.ts';

export const examples: Examples = {
  source: 'invented',
  benchmark: {
    violation: null,
    title: { zh: '积分制示例' },
    place: '示例',
    factors: [
      factor(1, 'harm', '危害后果', [0, 30, 60]),
      factor(2, 'duration', '持续时间', [0, 40]),
    ],
    method: {
      kind: 'points-tiers',
      tiers: [
        { tier: 'lighten', from: 0, to: 30, band: { of: 'span', bp: [0, 3000] } },
        { tier: 'ordinary', from: 30, to: 70, band: { of: 'span', bp: [3000, 7000] } },
        { tier: 'aggravate', from: 70, to: null, band: { of: 'span', bp: [7000, 10_000] } },
      ],
      within: 'linear',
    },
    rounding: { unit: 10_000 },
  },
  cases: [
    // Points at the foot of a tier give the foot of its band.
    {
      range: { min: 5_000_000, max: 10_000_000 },
      options: ['b', 'a'],
      expect: { tier: 'ordinary', band: { min: 6_500_000, max: 8_500_000 }, suggestion: 6_500_000 },
    },
    // 40 of the points 30 to 70: a quarter of the way through 30% to 70%.
    {
      range: { min: 0, max: 10_000_000 },
      options: ['a', 'b'],
      expect: { tier: 'ordinary', band: { min: 3_000_000, max: 7_000_000 }, suggestion: 4_000_000 },
    },
    // The grounds outweigh any points: the top of 从轻, never above.
    {
      range: { min: 5_000_000, max: 10_000_000 },
      options: ['c', 'b'],
      fixed: 'lighten',
      expect: { tier: 'lighten', band: { min: 5_000_000, max: 6_500_000 }, suggestion: 6_500_000 },
    },
    // A fixed sum leaves nothing to place.
    {
      range: { min: 10_000_000, max: 10_000_000 },
      options: ['c', 'b'],
      expect: {
        tier: 'aggravate',
        band: { min: 10_000_000, max: 10_000_000 },
        suggestion: 10_000_000,
      },
    },
  ],
};
