/** Totals beyond this many steps are not enumerated. */
const LARGEST = 1 << 20;

/**
 * Every total that some choice of one option per factor reaches, exactly, without enumerating the choices: factors
 * are folded one by one into the set of sums (a bit per sum). 6^30 choices take a few milliseconds.
 */
export class Reach {
  /** Ascending. */
  readonly totals: readonly number[];
  readonly #steps: readonly (readonly number[])[];
  readonly #prefix: readonly bigint[];
  readonly #unit: number;
  readonly #least: number;
  #others: readonly bigint[] | undefined;
  #digits: readonly Uint8Array[] | undefined;

  /**
   * `points[f][o]`: what option `o` of factor `f` adds, any integers.
   * @returns `null` when the sums spread over too many steps to enumerate.
   */
  static of(points: readonly (readonly number[])[]): Reach | null {
    const least = points.reduce((sum, options) => sum + Math.min(...options), 0);
    const raw = points.map((options) => options.map((value) => value - Math.min(...options)));
    const unit = raw.flat().reduce(gcd, 0) || 1;
    const steps = raw.map((options) => options.map((value) => value / unit));
    const spread = steps.reduce((sum, options) => sum + Math.max(...options), 0);
    return spread > LARGEST ? null : new Reach(steps, unit, least);
  }

  private constructor(steps: readonly (readonly number[])[], unit: number, least: number) {
    this.#steps = steps;
    this.#unit = unit;
    this.#least = least;
    const prefix = [1n];
    for (const options of steps) prefix.push(fold(prefix.at(-1) as bigint, options));
    this.#prefix = prefix;
    this.totals = bits(prefix.at(-1) as bigint).map((bit) => this.#total(bit));
  }

  /** One option index per factor that adds up to a reachable total. */
  choice(total: number): number[] {
    this.#digits ??= this.#prefix.map(digitsOf);
    let bit = this.#bit(total);
    const chosen = new Array<number>(this.#steps.length);
    for (let factor = this.#steps.length - 1; factor >= 0; factor--) {
      const before = this.#digits[factor] as Uint8Array;
      const options = this.#steps[factor] as readonly number[];
      const option = options.findIndex((step) => before[bit - step] === 1);
      chosen[factor] = option;
      bit -= options[option] as number;
    }
    return chosen;
  }

  /** A set of totals as bits, for `meets`. */
  mask(wanted: (total: number) => boolean): bigint {
    const highest = this.#bit(this.totals.at(-1) as number);
    const digits = new Array<string>(highest + 1).fill('0');
    for (const total of this.totals) if (wanted(total)) digits[highest - this.#bit(total)] = '1';
    return BigInt(`0b${digits.join('')}`);
  }

  /** Is there a choice of the other factors with which option `a` gives a total of `inA` and option `b` one of `inB`? */
  meet(factor: number, a: number, inA: bigint, b: number, inB: bigint): boolean {
    return this.#rest(factor, a, inA, b, inB) !== 0n;
  }

  /** The two choices that `meet` speaks of, alike but for this factor, or `null`. */
  meets(
    factor: number,
    a: number,
    inA: bigint,
    b: number,
    inB: bigint,
  ): [number[], number[]] | null {
    const rest = this.#rest(factor, a, inA, b, inB);
    if (rest === 0n) return null;
    const chosen = this.#choiceWith(factor, a, lowestBit(rest));
    return [chosen, chosen.with(factor, b)];
  }

  #rest(factor: number, a: number, inA: bigint, b: number, inB: bigint): bigint {
    const options = this.#steps[factor] as readonly number[];
    const [stepA, stepB] = [BigInt(options[a] as number), BigInt(options[b] as number)];
    return this.#without(factor) & (inA >> stepA) & (inB >> stepB);
  }

  /** The sums of the other factors, as pairs of totals that options `a` and `b` of this factor give. */
  pairs(
    factor: number,
    a: number,
    b: number,
  ): { totals: [number, number]; choice: () => number[] }[] {
    const options = this.#steps[factor] as readonly number[];
    const [stepA, stepB] = [options[a] as number, options[b] as number];
    return bits(this.#without(factor)).map((bit) => ({
      totals: [this.#total(bit + stepA), this.#total(bit + stepB)],
      choice: () => this.#choiceWith(factor, a, bit),
    }));
  }

  #choiceWith(factor: number, option: number, others: number): number[] {
    const rest = new Reach(this.#steps.toSpliced(factor, 1), 1, 0);
    return rest.choice(others).toSpliced(factor, 0, option);
  }

  /** The sums of all factors but one, for each: halves share the work, so n factors take n·log n folds. */
  #without(factor: number): bigint {
    if (this.#others === undefined) {
      const others: bigint[] = [];
      const descend = (from: number, to: number, set: bigint): void => {
        if (to - from === 1) {
          others[from] = set;
          return;
        }
        const middle = (from + to) >> 1;
        const folded = (part: readonly (readonly number[])[]) => part.reduce(fold, set);
        descend(from, middle, folded(this.#steps.slice(middle, to)));
        descend(middle, to, folded(this.#steps.slice(from, middle)));
      };
      if (this.#steps.length > 0) descend(0, this.#steps.length, 1n);
      this.#others = others;
    }
    return this.#others[factor] as bigint;
  }

  #total(bit: number): number {
    return this.#least + bit * this.#unit;
  }

  #bit(total: number): number {
    return (total - this.#least) / this.#unit;
  }
}

function fold(set: bigint, options: readonly number[]): bigint {
  let sum = 0n;
  for (const step of new Set(options)) sum |= set << BigInt(step);
  return sum;
}

function bits(set: bigint): number[] {
  const digits = set.toString(2);
  const found: number[] = [];
  for (let i = digits.length - 1; i >= 0; i--)
    if (digits[i] === '1') found.push(digits.length - 1 - i);
  return set === 0n ? [] : found;
}

/** One byte per bit, the lowest first. */
function digitsOf(set: bigint): Uint8Array {
  const text = set.toString(2);
  return Uint8Array.from(
    { length: text.length },
    (_, i) => text.charCodeAt(text.length - 1 - i) - 48,
  );
}

function lowestBit(set: bigint): number {
  return (set & -set).toString(2).length - 1;
}

export function gcd(a: number, b: number): number {
  return b === 0 ? a : gcd(b, a % b);
}
