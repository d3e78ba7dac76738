import { type Examples, factor } from './examples.ts';

export const examples: Examples = {
  source:
    'the 1–1.6 / 1.6–2.4 / 2.4–3 times table of a market regulator, as shares of the span; rows invented',
  benchmark: {
    violation: null,
    title: { zh: '裁量表示例' },
    place: '示例',
    factors: [factor(1, 'repeat', '再次违法', [0, 0])],
    method: {
      kind: 'band-table',
      rows: [
        {
          label: { zh: '货值金额不足5000元且初次违法' },
          when: [
            { op: 'lt', fact: 'goodsValue', value: 500_000 },
            { op: 'eq', fact: 'repeat', value: 'a' },
          ],
          tier: 'lighten',
          band: { of: 'span', bp: [0, 3000] },
        },
        {
          label: { zh: '货值金额5000元以上且初次违法' },
          when: [
            { op: 'ge', fact: 'goodsValue', value: 500_000 },
            { op: 'eq', fact: 'repeat', value: 'a' },
          ],
          tier: 'ordinary',
          band: { of: 'span', bp: [3000, 7000] },
        },
        {
          label: { zh: '再次违法' },
          when: [{ op: 'eq', fact: 'repeat', value: 'b' }],
          tier: 'aggravate',
          band: { of: 'span', bp: [7000, 10_000] },
        },
      ],
      within: 'middle',
    },
    rounding: { unit: 100 },
  },
  cases: [
    // Goods of 3,000 yuan at 1 to 3 times: 1 to 1.6 times, the middle.
    {
      range: { min: 300_000, max: 900_000 },
      options: ['a'],
      facts: { goodsValue: 300_000 },
      expect: { tier: 'lighten', band: { min: 300_000, max: 480_000 }, suggestion: 390_000 },
    },
    {
      range: { min: 500_000, max: 1_500_000 },
      options: ['a'],
      facts: { goodsValue: 500_000 },
      expect: { tier: 'ordinary', band: { min: 800_000, max: 1_200_000 }, suggestion: 1_000_000 },
    },
    {
      range: { min: 300_000, max: 900_000 },
      options: ['b'],
      facts: { goodsValue: 300_000 },
      expect: { tier: 'aggravate', band: { min: 720_000, max: 900_000 }, suggestion: 810_000 },
    },
    // The value decides between rows and is not known.
    { range: { min: 300_000, max: 900_000 }, options: ['a'], expect: null },
  ],
};
