import { rounded, twoSided } from './probability.ts';

/** A share that can be counted again. */
export interface Rate {
  readonly numerator: number;
  readonly denominator: number;
  /** 95 % interval after Wilson, where nothing else was asked for, in basis points, rounded outward; null for 0 of 0, which is no rate. */
  readonly interval: readonly [low: number, high: number] | null;
}

/** 97.5 % point of the normal distribution. */
const Z = 1.959963984540054;

/**
 * The share with its interval (Wilson 1927), which stays inside 0 and 1 and honest for few cases.
 * Whole numbers with 0 ≤ numerator ≤ denominator. `z` for another certainty than 95 %: see `zAmong`.
 */
export function rateOf(numerator: number, denominator: number, z = Z): Rate {
  if (denominator === 0) return { numerator, denominator, interval: null };
  const share = numerator / denominator;
  const square = (z * z) / denominator;
  const middle = share + square / 2;
  const half = z * Math.sqrt((share * (1 - share)) / denominator + square / denominator / 4);
  const low = numerator === 0 ? 0 : Math.floor((10_000 * (middle - half)) / (1 + square));
  const high =
    numerator === denominator ? 10_000 : Math.ceil((10_000 * (middle + half)) / (1 + square));
  return { numerator, denominator, interval: [low, high] };
}

/**
 * For intervals of many shares that are compared pair by pair: where all are equal, in 95 of 100 comparisons of them all no two
 * intervals part (Bonferroni). Two shares need 1.96, a thousand more than 5.
 */
export function zAmong(shares: number): number {
  const pairs = Math.max(1, (shares * (shares - 1)) / 2);
  let [low, high] = [0, 10];
  for (let step = 0; step < 60; step++) {
    const middle = (low + high) / 2;
    if (twoSided(middle) > 0.05 / pairs) low = middle;
    else high = middle;
  }
  return rounded(high);
}
