import type { FactValue, Option, Rule, Tier } from '../../rules/index.ts';
import { amountAt, bandOf } from '../band.ts';
import type { Case } from '../case.ts';
import { partySpace } from '../checks/party-space.ts';
import { corners, proofOf } from '../checks/proof.ts';
import { Reach } from '../checks/reach.ts';
import { scaleOf } from '../checks/scale.ts';
import { lawful } from '../lawful.ts';
import { placeBy } from '../methods/index.ts';
import { choose, sides } from '../statute-tier.ts';

/** How two Rules differ over all facts and options, without any case. */
export interface Difference {
  /** Factors that only one of them asks about, or with other options: their answers cannot be carried over. */
  readonly incomparable: readonly string[];
  /** False where there are too many combinations to go through; then `regions` is empty. */
  readonly exhaustive: boolean;
  /** Parts of the fact space where they differ, told apart by every constant of either Rule. */
  readonly regions: readonly Region[];
}

export interface Region {
  readonly low: Readonly<Record<string, FactValue>>;
  readonly high: Readonly<Record<string, FactValue>>;
  /** Combinations of scores at the corners of the region, by what becomes of the suggestion. */
  readonly lighter: number;
  readonly heavier: number;
  readonly same: number;
  /** Combinations that one Rule decides and the other does not. */
  readonly decidedByOne: number;
  /** `from to` → combinations that change tier. */
  readonly tiers: Readonly<Record<string, number>>;
  /** The case with the largest fall and the one with the largest rise. */
  readonly fall: Extreme | null;
  readonly rise: Extreme | null;
}

export interface Extreme {
  readonly case: Case;
  /** Fen. */
  readonly before: number;
  readonly after: number;
}

/** Combinations of choices and cells beyond this are not gone through. */
const MOST = 500_000;

/**
 * For which facts and options does the new Rule differ from the old, in which direction and by how much. Exact:
 * reachable pairs of scores on the union of both Rules' cells, at the corners, between which amounts are linear.
 */
export function differenceOf(before: Rule, after: Rule): Difference {
  const incomparable = [...parted(before, after), ...parted(after, before)];
  if (incomparable.length > 0) {
    return { incomparable: [...new Set(incomparable)], exhaustive: false, regions: [] };
  }
  const choices = distinctChoices(before, after);
  const facts = [...before.statute.facts, ...after.statute.facts];
  const space = partySpace(
    [before, after],
    facts.filter(({ id }, i) => facts.findIndex((fact) => fact.id === id) === i),
  );
  if (choices === null || typeof space === 'number' || choices.length * space.cells.length > MOST) {
    return { incomparable, exhaustive: false, regions: [] };
  }
  const { caseOf } = proofOf(after);
  const regions = space.cells.flatMap(({ low, high }) => {
    const rules = [before, after] as const;
    const tiers = rules.flatMap(({ statute }) => choose(sides(statute).party, low).chosen ?? []);
    const region = new Counting(low, high);
    for (const facts of corners({ low, high }, tiers)) {
      const [a, b] = rules.map((rule) => outcomes(rule, facts, choices, after));
      choices.forEach((choice, i) => {
        const sides = [a?.[i], b?.[i]] as const;
        region.add(sides, () => caseOf({ facts, choice }));
      });
    }
    return region.differs ? [region.region] : [];
  });
  return { incomparable, exhaustive: true, regions };
}

interface Outcome {
  readonly tier: Tier;
  readonly amount: number;
}

/** Gathers one region. */
class Counting {
  #lighter = 0;
  #heavier = 0;
  #same = 0;
  #one = 0;
  #fall: Extreme | null = null;
  #rise: Extreme | null = null;
  readonly #tiers: Record<string, number> = {};
  readonly #low: Region['low'];
  readonly #high: Region['high'];

  constructor(low: Region['low'], high: Region['high']) {
    this.#low = low;
    this.#high = high;
  }

  add(
    [before, after]: readonly [Outcome | null | undefined, Outcome | null | undefined],
    case_: () => Case,
  ): void {
    if (!before || !after) {
      if (before || after) this.#one++;
      return;
    }
    if (before.tier !== after.tier) {
      const move = `${before.tier} ${after.tier}`;
      this.#tiers[move] = (this.#tiers[move] ?? 0) + 1;
    }
    const change = after.amount - before.amount;
    if (change === 0) this.#same++;
    else if (change < 0) this.#lighter++;
    else this.#heavier++;
    const extreme = () => ({ case: case_(), before: before.amount, after: after.amount });
    if (change < by(this.#fall) && change < 0) this.#fall = extreme();
    if (change > by(this.#rise) && change > 0) this.#rise = extreme();
  }

  get differs(): boolean {
    return this.#lighter + this.#heavier + this.#one > 0 || Object.keys(this.#tiers).length > 0;
  }

  get region(): Region {
    return {
      low: this.#low,
      high: this.#high,
      lighter: this.#lighter,
      heavier: this.#heavier,
      same: this.#same,
      decidedByOne: this.#one,
      tiers: this.#tiers,
      fall: this.#fall,
      rise: this.#rise,
    };
  }
}

const by = (extreme: Extreme | null) => (extreme ? extreme.after - extreme.before : 0);

/** What a Rule makes of every choice under these facts; options are found by id, as the choices are the other's. */
function outcomes(
  rule: Rule,
  facts: Readonly<Record<string, FactValue>>,
  choices: readonly (readonly number[])[],
  chosenIn: Rule,
): (Outcome | null)[] {
  const { benchmark, statute } = rule;
  const { range } = lawful(sides(statute).party, facts, statute);
  if (range === null) return choices.map(() => null);
  const found = benchmark.factors.map(({ id, options }) => {
    const f = chosenIn.benchmark.factors.findIndex((factor) => factor.id === id);
    const theirs = chosenIn.benchmark.factors[f]?.options ?? [];
    return { f, options: theirs.map((one) => options.find((option) => option.id === one.id)) };
  });
  return choices.map((choice) => {
    const options = found.map((factor) => factor.options[choice[factor.f] ?? 0] as Option);
    const place = placeBy(benchmark.method, { benchmark, options, facts, fixed: null });
    if ('at' in place || place.tier === 'waive' || place.tier === 'mitigate') return null;
    const band = bandOf(range, place.bp);
    const amount = amountAt(range, band, place.share, benchmark.rounding.unit);
    return { tier: place.tier, amount };
  });
}

/** A choice for every pair of scores, or all choices where the pairs spread too far and the choices are few. */
function distinctChoices(before: Rule, after: Rule): number[][] | null {
  const reach = Reach.of(jointly(before, after));
  if (reach) return reach.totals.map((total) => reach.choice(total));
  const counts = after.benchmark.factors.map(({ options }) => options.length);
  if (counts.reduce((product, count) => product * count, 1) > MOST) return null;
  return counts.reduce<number[][]>(
    (all, count) => all.flatMap((one) => Array.from({ length: count }, (_, o) => [...one, o])),
    [[]],
  );
}

/** Both scores of an option in one integer: the old in the high digit, the new in the low. */
function jointly(before: Rule, after: Rule): number[][] {
  const old = scaleOf(before.benchmark).adds;
  const fresh = scaleOf(after.benchmark).adds;
  const spread = fresh.reduce((sum, adds) => sum + Math.max(...adds) - Math.min(...adds), 0) + 1;
  return after.benchmark.factors.map((factor, f) => {
    const g = before.benchmark.factors.findIndex(({ id }) => id === factor.id);
    const theirs = before.benchmark.factors[g]?.options ?? [];
    return factor.options.map(({ id }, o) => {
      const other = theirs.findIndex((option) => option.id === id);
      return (old[g]?.[other] ?? 0) * spread + (fresh[f]?.[o] ?? 0);
    });
  });
}

/** Ids of factors that `other` does not have, or not with these options. */
function parted(rule: Rule, other: Rule): string[] {
  return rule.benchmark.factors.flatMap(({ id, options }) => {
    const theirs = other.benchmark.factors.find((factor) => factor.id === id)?.options ?? [];
    const same = options.every((option) => theirs.some((one) => one.id === option.id));
    return same ? [] : [id];
  });
}
