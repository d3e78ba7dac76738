import { logFactorial, rounded } from './probability.ts';

/** Of `inside` cases here `hits` have it; of `outside` cases elsewhere `otherHits`. */
export interface Table {
  readonly hits: number;
  readonly inside: number;
  readonly otherHits: number;
  readonly outside: number;
}

/**
 * Fisher's exact test, one-sided: the probability of at least so many hits here, if here were like elsewhere. 1 where there is
 * nothing to compare.
 */
export function moreThanTheRest({ hits, inside, otherHits, outside }: Table): number {
  const all = inside + outside;
  const marked = hits + otherHits;
  if (inside === 0 || outside === 0) return 1;
  const choose = (n: number, k: number) => logFactorial(n) - logFactorial(k) - logFactorial(n - k);
  const whole = choose(all, marked);
  let sum = 0;
  for (let k = hits; k <= Math.min(inside, marked); k++) {
    if (marked - k > outside) continue;
    const term = Math.exp(choose(inside, k) + choose(outside, marked - k) - whole);
    sum += term;
    // Past the middle the terms only fall.
    if (term < 1e-18 && k * all > inside * marked) break;
  }
  return rounded(Math.min(1, sum));
}
