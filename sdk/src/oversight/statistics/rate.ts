/** A share that can be counted again. */
export interface Rate {
  readonly numerator: number;
  readonly denominator: number;
  /** 95 % interval after Wilson in basis points, rounded outward; null for 0 of 0, which is no rate. */
  readonly interval: readonly [low: number, high: number] | null;
}

/** 97.5 % point of the normal distribution. */
const Z = 1.959963984540054;

/**
 * The share with its interval (Wilson 1927), which stays inside 0 and 1 and honest for few cases.
 * Whole numbers with 0 ≤ numerator ≤ denominator.
 */
export function rateOf(numerator: number, denominator: number): Rate {
  if (denominator === 0) return { numerator, denominator, interval: null };
  const share = numerator / denominator;
  const square = (Z * Z) / denominator;
  const middle = share + square / 2;
  const half = Z * Math.sqrt((share * (1 - share)) / denominator + square / denominator / 4);
  const low = numerator === 0 ? 0 : Math.floor((10_000 * (middle - half)) / (1 + square));
  const high =
    numerator === denominator ? 10_000 : Math.ceil((10_000 * (middle + half)) / (1 + square));
  return { numerator, denominator, interval: [low, high] };
}
