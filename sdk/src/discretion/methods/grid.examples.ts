import { type Examples, factor, THIRTY_FORTY_THIRTY } from './examples.ts';

export const examples: Examples = {
  source: 'invented',
  benchmark: {
    violation: null,
    title: { zh: '二维裁量示例' },
    place: '示例',
    factors: [
      factor(1, 'harm', '危害后果', [0, 5, 10]),
      factor(2, 'duration', '持续时间', [0, 5]),
      factor(3, 'fault', '主观过错', [0, 10]),
      factor(4, 'correction', '改正情况', [-1000, 0]),
    ],
    method: {
      kind: 'grid',
      rows: {
        factors: ['harm', 'duration'],
        grades: [
          { from: 0, to: 10, label: { zh: '轻' } },
          { from: 10, to: null, label: { zh: '重' } },
        ],
      },
      columns: {
        factors: ['fault'],
        grades: [
          { from: 0, to: 10, label: { zh: '过失' } },
          { from: 10, to: null, label: { zh: '故意' } },
        ],
      },
      shares: [
        [1000, 4000],
        [5000, 9000],
      ],
      tiers: THIRTY_FORTY_THIRTY,
      edge: 'heavier',
    },
    rounding: { unit: 100 },
  },
  cases: [
    {
      range: { min: 1_000_000, max: 11_000_000 },
      options: ['b', 'b', 'b', 'b'],
      expect: {
        tier: 'aggravate',
        band: { min: 8_000_000, max: 11_000_000 },
        suggestion: 10_000_000,
      },
    },
    // Correction in time takes ten percent off: 10% − 10% = 0.
    {
      range: { min: 1_000_000, max: 11_000_000 },
      options: ['a', 'a', 'a', 'a'],
      expect: { tier: 'lighten', band: { min: 1_000_000, max: 4_000_000 }, suggestion: 1_000_000 },
    },
  ],
};
