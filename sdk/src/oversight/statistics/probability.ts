/** Ten decimals: what a test says is not finer than that, and engines differ only beyond. */
export const rounded = (value: number): number => Math.round(value * 1e10) / 1e10;

/** ln n! by Stirling's series from 10 on; exact below. Error under 1e-12. */
export function logFactorial(n: number): number {
  if (n < 10) return Math.log(SMALL[n] as number);
  const x = n + 1;
  const series = 1 / (12 * x) - 1 / (360 * x ** 3) + 1 / (1260 * x ** 5) - 1 / (1680 * x ** 7);
  return (x - 0.5) * Math.log(x) - x + 0.5 * Math.log(2 * Math.PI) + series;
}

const SMALL = [1, 1, 2, 6, 24, 120, 720, 5040, 40_320, 362_880];

/**
 * P(|Z| ≥ |z|) of the standard normal: the continued fraction of erfc beyond 2, its power series below (Abramowitz and Stegun
 * 7.1.14, 7.1.6).
 */
export function twoSided(z: number): number {
  const x = Math.abs(z) / Math.SQRT2;
  if (x < 2) {
    let term = x;
    let sum = x;
    for (let n = 1; Math.abs(term) > 1e-17 * sum; n++) {
      term *= (2 * x * x) / (2 * n + 1);
      sum += term;
    }
    return x === 0 ? 1 : 1 - (2 / Math.sqrt(Math.PI)) * Math.exp(-x * x) * sum;
  }
  let fraction = x;
  for (let n = 60; n > 0; n--) fraction = x + n / 2 / fraction;
  return Math.exp(-x * x) / (Math.sqrt(Math.PI) * fraction);
}
