import type { Tier } from '../../rules/index.ts';
import { mulDiv } from '../../text/ratio.ts';
import type { Assessment, Range } from '../assessment.ts';

/** A decision beside what was suggested for it. */
export interface Decision {
  readonly assessment: Assessment;
  /** Fen; `null` where no fine was decided. */
  readonly decided: number | null;
  /** Why it departs from the suggestion, as recorded. */
  readonly reason: string | null;
  /** What to count apart: a violation, an office, a month. */
  readonly group: string;
}

/** How discretion was used in some cases. */
export interface Use {
  readonly cases: number;
  /** Fine suggested and decided: the cases the counts below speak of. */
  readonly compared: number;
  readonly asSuggested: number;
  readonly lighter: number;
  readonly heavier: number;
  /** Decided below the band's least or above its most. */
  readonly outsideBand: number;
  /** Departures from the suggestion that give a reason, and that give none. */
  readonly reasoned: number;
  readonly unreasoned: number;
  /** Where in their band the fines lie: ten parts, from its least to its most. Fines outside are not in it. */
  readonly place: readonly number[];
  /** The same by tier. */
  readonly placeByTier: Readonly<Partial<Record<Tier, readonly number[]>>>;
  /** Fined although the assessment says 不予 or leaves the case undecided; and no fine although one was suggested. */
  readonly finedAnyway: number;
  readonly notFined: number;
}

export interface Usage {
  readonly all: Use;
  /** Groups of enough cases to say something. */
  readonly groups: Readonly<Record<string, Use>>;
  /** Groups that are too small, with their number of cases. */
  readonly small: Readonly<Record<string, number>>;
}

/** Fewer cases than this say nothing about a group. */
const FEWEST = 10;

/**
 * How discretion was used: where in the band fines fall, how often decisions leave the suggestion and whether they say
 * why. Counts only; offices are never ranked by income from fines (行政处罚法 74).
 */
export function usageOf(decisions: Iterable<Decision>, fewest = FEWEST): Usage {
  const all = new Counter();
  const groups = new Map<string, Counter>();
  for (const decision of decisions) {
    const group = groups.get(decision.group) ?? new Counter();
    groups.set(decision.group, group);
    group.add(decision);
    all.add(decision);
  }
  const entries = [...groups].sort(([a], [b]) => (a < b ? -1 : 1));
  const large = entries.filter(([, { cases }]) => cases >= fewest);
  const small = entries.filter(([, { cases }]) => cases < fewest);
  return {
    all: all.use,
    groups: Object.fromEntries(large.map(([name, counter]) => [name, counter.use])),
    small: Object.fromEntries(small.map(([name, { cases }]) => [name, cases])),
  };
}

/** Which tenth of the band a fine lies in, 0 to 9 from its least to its most, ends included; null outside. Fen. */
export function tenthOf(fine: number, { min, max }: Range): number | null {
  if (fine < min || fine > max) return null;
  return max === min ? 0 : Math.min(mulDiv(fine - min, 10, max - min, 'down'), 9);
}

class Counter {
  cases = 0;
  readonly #counts = {
    compared: 0,
    asSuggested: 0,
    lighter: 0,
    heavier: 0,
    outsideBand: 0,
    reasoned: 0,
    unreasoned: 0,
    finedAnyway: 0,
    notFined: 0,
  };
  readonly #place = new Array<number>(10).fill(0);
  readonly #byTier: Partial<Record<Tier, number[]>> = {};

  add({ assessment, decided, reason }: Decision): void {
    const counts = this.#counts;
    this.cases++;
    const { outcome, suggestion, band, tier } = assessment;
    if (outcome === 'waived' || outcome === 'undecided') {
      if (decided !== null && decided > 0) counts.finedAnyway++;
      return;
    }
    if (suggestion === null || band === null || tier === null) return;
    if (decided === null || decided === 0) {
      counts.notFined++;
      this.#depart(reason);
      return;
    }
    counts.compared++;
    if (decided === suggestion) counts.asSuggested++;
    else {
      if (decided < suggestion) counts.lighter++;
      else counts.heavier++;
      this.#depart(reason);
    }
    const part = tenthOf(decided, band);
    if (part === null) {
      counts.outsideBand++;
      return;
    }
    const own = this.#byTier[tier] ?? new Array<number>(10).fill(0);
    this.#byTier[tier] = own;
    for (const place of [this.#place, own]) place[part] = (place[part] ?? 0) + 1;
  }

  #depart(reason: string | null): void {
    if (reason !== null && reason.trim() !== '') this.#counts.reasoned++;
    else this.#counts.unreasoned++;
  }

  get use(): Use {
    return {
      cases: this.cases,
      ...this.#counts,
      place: [...this.#place],
      placeByTier: structuredClone(this.#byTier),
    };
  }
}
