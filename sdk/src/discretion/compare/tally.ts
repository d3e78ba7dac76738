import type { Tier } from '../../rules/index.ts';
import type { Assessment } from '../assessment.ts';
import { OUTCOMES, type Results } from '../batch.ts';
import { TIERS_BY_NUMBER } from '../columns.ts';

/** What one Rule makes of one case. */
export interface Side {
  readonly outcome: Assessment['outcome'];
  readonly tier: Tier | null;
  readonly suggestion: number | null;
}

/** One case on which the two Rules part. */
export interface Moved {
  /** Its place in the order in which the cases came. */
  readonly index: number;
  readonly before: Side;
  readonly after: Side;
}

/** Exact sum of whole fen: plain numbers while they are safe, BigInt beyond. */
export class FenSum {
  #small = 0;
  #large = 0n;

  add(fen: number): void {
    if (this.#small > SAFE) {
      this.#large += BigInt(this.#small);
      this.#small = 0;
    }
    if (fen > SAFE) this.#large += BigInt(fen);
    else this.#small += fen;
  }

  get total(): bigint {
    return this.#large + BigInt(this.#small);
  }
}

const SAFE = 2 ** 52;

const [UNDECIDED] = OUTCOMES.map((_, i) => i) as [number];

/** Counts over the cases put under both Rules. */
export interface Tally {
  readonly cases: number;
  /** Decided under both. */
  readonly compared: number;
  readonly undecided: { readonly before: number; readonly after: number };
  /** Cases with an amount under both Rules, by what became of it. */
  readonly lighter: number;
  readonly heavier: number;
  readonly same: number;
  /** Fen over the cases with an amount under both Rules. */
  readonly money: { readonly before: bigint; readonly after: bigint; readonly moved: bigint };
  /** `from to` → cases decided under both whose tier changes; `none` stands for no tier. */
  readonly tiers: Readonly<Record<string, number>>;
  readonly movedTier: number;
}

/** Adds up the comparison of two runs over the same cases; `moved` is told every case that changes tier. */
export class Comparison {
  readonly #counts = {
    cases: 0,
    compared: 0,
    openBefore: 0,
    openAfter: 0,
    lighter: 0,
    heavier: 0,
    same: 0,
  };
  readonly #before = new FenSum();
  readonly #after = new FenSum();
  readonly #tiers = new Uint32Array(SIDE * SIDE);

  add(before: Results, after: Results, moved: (index: number) => void): void {
    const { length } = before.outcome;
    const counts = { compared: 0, openBefore: 0, openAfter: 0, lighter: 0, heavier: 0, same: 0 };
    for (let i = 0; i < length; i++) {
      const wasOpen = before.outcome[i] === UNDECIDED;
      const isOpen = after.outcome[i] === UNDECIDED;
      if (wasOpen) counts.openBefore++;
      if (isOpen) counts.openAfter++;
      if (wasOpen || isOpen) continue;
      counts.compared++;
      const move = (before.tier[i] as number) * SIDE + (after.tier[i] as number);
      this.#tiers[move] = (this.#tiers[move] as number) + 1;
      if (before.tier[i] !== after.tier[i]) moved(this.#counts.cases + i);
      const old = before.suggestion[i] as number;
      const fresh = after.suggestion[i] as number;
      if (fresh < old) counts.lighter++;
      else if (fresh > old) counts.heavier++;
      else if (fresh === old) counts.same++;
      else continue;
      this.#before.add(old);
      this.#after.add(fresh);
    }
    this.#counts.cases += length;
    for (const [name, count] of Object.entries(counts))
      this.#counts[name as keyof typeof counts] += count;
  }

  get tally(): Tally {
    const tiers: Record<string, number> = {};
    let movedTier = 0;
    this.#tiers.forEach((count, i) => {
      const [from, to] = [Math.floor(i / SIDE), i % SIDE];
      if (count === 0 || from === to) return;
      tiers[`${TIERS_BY_NUMBER[from] ?? 'none'} ${TIERS_BY_NUMBER[to] ?? 'none'}`] = count;
      movedTier += count;
    });
    const money = { before: this.#before.total, after: this.#after.total };
    const { openBefore, openAfter, ...counts } = this.#counts;
    return {
      ...counts,
      undecided: { before: openBefore, after: openAfter },
      money: { ...money, moved: money.after - money.before },
      tiers,
      movedTier,
    };
  }
}

const SIDE = TIERS_BY_NUMBER.length;

export function sideAt(results: Results, i: number): Side {
  const suggestion = results.suggestion[i] ?? Number.NaN;
  return {
    outcome: OUTCOMES[results.outcome[i] ?? 0] ?? 'undecided',
    tier: TIERS_BY_NUMBER[results.tier[i] ?? 0] ?? null,
    suggestion: Number.isNaN(suggestion) ? null : suggestion,
  };
}
