import type { CodePayload } from '@chidu/sdk/codes';

/**
 * What "typical" means wherever a size is given: labels 1, 3 to 13, 15, 18, 23 and 24, eight factors, at a prefix of
 * 31 characters. Invented throughout.
 */
export const typicalPayload: CodePayload = {
  document: '甲市监罚先告〔2026〕第000123号',
  issued: 20261115,
  rule: { pack: 'sample-points', version: '2026.1', hash: new Uint8Array(32).fill(0xa5) },
  violation: 'food-safety-122-1',
  factors: [1, 2, 3, 4, 5, 6, 7, 8].map(
    (factor) => [factor, (factor % 4) + 1, factor * 5] as const,
  ),
  points: 180,
  tier: 4,
  range: { min: 5_000_000, max: 10_000_000 },
  fine: 6_500_000,
  kinds: [3, 4],
  party: new Uint8Array(16).fill(0x3c),
  detail: new Uint8Array(32).fill(0xc3),
  statusIndex: 70123,
  facts: [
    [1, 860_000],
    [2, 420_000],
  ],
};
