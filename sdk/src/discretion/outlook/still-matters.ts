import type { Option, Rule, Tier, Wording } from '../../rules/index.ts';
import type { Range } from '../assessment.ts';
import { amountAt, bandOf } from '../band.ts';
import type { Case } from '../case.ts';
import { Reach } from '../checks/reach.ts';
import { scaleOf } from '../checks/scale.ts';
import { takeFacts } from '../facts.ts';
import { placeBy } from '../methods/index.ts';
import type { Facts } from '../truth.ts';
import { type Frame, framesOf } from './frames.ts';

/** One question of the Rule: a fact, a factor, or the grounds as a whole. */
export interface Question {
  readonly kind: 'fact' | 'factor' | 'grounds';
  readonly id: string;
  readonly label: Wording;
}

/** What is left open in a case, exactly: over every answer to every open question. */
export interface Outlook {
  readonly known: readonly Question[];
  /** Some answer to the other open questions makes the result hang on this one. */
  readonly decides: readonly Question[];
  /** Open, but whatever the answer, the result stays the same. */
  readonly settled: readonly Question[];
  /** Tiers still possible. */
  readonly tiers: readonly Tier[];
  /** From the least to the greatest lawful amount still possible, in fen; `max: null` where nothing bounds it. */
  readonly range: Bounds | null;
  /** The same for the suggestion. */
  readonly suggestion: Bounds | null;
  /** False where there are too many combinations to go through: then every open question counts as deciding. */
  readonly exhaustive: boolean;
}

export interface Bounds {
  readonly min: number;
  readonly max: number | null;
}

/** More results than this are not gone through on a keystroke. */
const MOST = 200_000;

/**
 * Which open facts and factors still decide, and what can still come out. Grounds that nobody has examined are a
 * question of their own; the amounts are those without a further ground.
 */
export function whatStillMatters(case_: Case, rule: Rule): Outlook {
  const { statute, benchmark } = rule;
  const facts = takeFacts(case_, statute).facts;
  const frames = framesOf(case_, rule, facts);
  const answered = benchmark.factors.map(({ id, options }) =>
    options.findIndex((option) => option.id === case_.factors[id]),
  );
  const scale = scaleOf(benchmark);
  const adds = scale.adds.map((options, f) => {
    const option = options[answered[f] ?? -1];
    return option === undefined ? options : [option];
  });
  const reach = Reach.of(adds);
  const size =
    (frames?.length ?? Number.POSITIVE_INFINITY) *
    (reach?.totals.length ?? Number.POSITIVE_INFINITY);
  const questions = sorted(case_, rule, facts, answered);
  if (frames === null || reach === null || size > MOST) {
    return {
      ...questions,
      settled: [],
      tiers: [],
      range: null,
      suggestion: null,
      exhaustive: false,
    };
  }

  const chosen = (sum: number): Option[] => {
    const choice = reach.choice(sum);
    return benchmark.factors.map(({ options }, f) => {
      const known = answered[f] ?? -1;
      return options[known < 0 ? (choice[f] ?? 0) : known] as Option;
    });
  };
  const options = reach.totals.map(chosen);
  const results = frames.map((one) => resultsOf(one, options, rule));
  const tiers = new Set(results.flatMap((list) => list.flatMap(({ tier }) => tier ?? [])));
  const open = frames.some(({ unbounded }) => unbounded);
  const decided = new Set([
    ...decidingFacts(frames, questions.decides, results),
    ...decidingFactors(rule, answered, reach, results),
    ...(case_.grounds === undefined ? ['grounds'] : []),
  ]);
  return {
    known: questions.known,
    decides: questions.decides.filter(({ id }) => decided.has(id)),
    settled: questions.decides.filter(({ id }) => !decided.has(id)),
    tiers: [...tiers].sort((a, b) => ORDER.indexOf(a) - ORDER.indexOf(b)),
    range: hull(
      frames.flatMap(({ ranges }) => ranges),
      open,
    ),
    suggestion: hull(
      results.flatMap((list) =>
        list.flatMap(({ amounts }) => amounts.map((one) => ({ min: one, max: one }))),
      ),
      open,
    ),
    exhaustive: true,
  };
}

const ORDER: readonly Tier[] = ['waive', 'mitigate', 'lighten', 'ordinary', 'aggravate'];

/** The questions of the Rule: answered, and (for now) all others as deciding. */
function sorted(
  case_: Case,
  rule: Rule,
  facts: Facts,
  answered: readonly number[],
): { known: Question[]; decides: Question[] } {
  const known: Question[] = [];
  const decides: Question[] = [];
  for (const { id, label } of rule.statute.facts) {
    (facts[id] === undefined ? decides : known).push({ kind: 'fact', id, label });
  }
  rule.benchmark.factors.forEach(({ id, label }, f) => {
    ((answered[f] ?? -1) < 0 ? decides : known).push({ kind: 'factor', id, label });
  });
  const grounds: Question = {
    kind: 'grounds',
    id: 'grounds',
    label: { zh: '法定情节', en: 'statutory grounds' },
  };
  (case_.grounds === undefined ? decides : known).push(grounds);
  return { known, decides };
}

interface Result {
  readonly tier: Tier | null;
  readonly amounts: readonly number[];
  /** Equal for equal results. */
  readonly key: string;
}

/** What comes out at every reachable sum under one way of the facts. */
function resultsOf(one: Frame, choices: readonly Option[][], { benchmark }: Rule): Result[] {
  const { fixed, ranges, facts } = one;
  if (fixed === 'waive' || fixed === 'mitigate' || ranges.length === 0) {
    return choices.map(() => ({ tier: fixed, amounts: [], key: String(fixed) }));
  }
  return choices.map((options) => {
    const place = placeBy(benchmark.method, { benchmark, options, facts, fixed });
    if ('at' in place || place.tier === 'waive' || place.tier === 'mitigate') {
      return { tier: null, amounts: [], key: 'nowhere' };
    }
    const amounts = ranges.map((range) =>
      amountAt(range, bandOf(range, place.bp), place.share, benchmark.rounding.unit),
    );
    return { tier: place.tier, amounts, key: `${place.tier} ${place.bp} ${amounts}` };
  });
}

/** A fact decides when two ways that differ in it alone lead to different results, or when an amount grows with it. */
function decidingFacts(
  frames: readonly Frame[],
  open: readonly Question[],
  results: readonly (readonly Result[])[],
): string[] {
  return open.flatMap(({ kind, id }) => {
    if (kind !== 'fact' || frames[0]?.low[id] === undefined) return [];
    const outcome = (i: number) => `${frames[i]?.key} ${results[i]?.map(({ key }) => key)}`;
    const alike = Map.groupBy(frames.keys(), (i) =>
      JSON.stringify({ ...frames[i]?.low, [id]: null }),
    );
    const differs = [...alike.values()].some((group) => new Set(group.map(outcome)).size > 1);
    return differs || frames.some(({ grows }) => grows.includes(id)) ? [id] : [];
  });
}

/** A factor decides when, with some answers to the others, two of its options lead to different results. */
function decidingFactors(
  rule: Rule,
  answered: readonly number[],
  reach: Reach,
  results: readonly (readonly Result[])[],
): string[] {
  const place = new Map(reach.totals.map((total, i) => [total, i]));
  return rule.benchmark.factors.flatMap(({ id, options }, f) => {
    if ((answered[f] ?? -1) >= 0) return [];
    const decides = options.some((_, o) =>
      reach.pairs(f, 0, o).some(({ totals }) => {
        const [a, b] = [place.get(totals[0]) ?? 0, place.get(totals[1]) ?? 0];
        return a !== b && results.some((list) => list[a]?.key !== list[b]?.key);
      }),
    );
    return decides ? [id] : [];
  });
}

function hull(ranges: readonly Range[], open: boolean): Bounds | null {
  if (ranges.length === 0) return null;
  let [min, max] = [Number.POSITIVE_INFINITY, 0];
  for (const range of ranges) {
    min = Math.min(min, range.min);
    max = Math.max(max, range.max);
  }
  return { min, max: open ? null : max };
}
