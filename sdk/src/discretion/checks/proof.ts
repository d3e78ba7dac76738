import type { FactValue, Option, Rule, StatuteTier, Tier } from '../../rules/index.ts';
import { TIERS } from '../../rules/index.ts';
import type { Range, Undecided } from '../assessment.ts';
import { amountAt, bandOf } from '../band.ts';
import type { Case } from '../case.ts';
import { inForce } from '../in-force.ts';
import { lawful } from '../lawful.ts';
import { placeBy } from '../methods/index.ts';
import type { Placed } from '../methods/method.ts';
import { choose, sides } from '../statute-tier.ts';
import { type Facts, named, test } from '../truth.ts';
import { partySpace, rowConditions } from './party-space.ts';
import { Reach } from './reach.ts';
import { keyOf, type Scale, scaleOf } from './scale.ts';
import { type Cell, type Space, spaceOf } from './space.ts';

/** Where the method puts a reachable sum. */
export interface Spot {
  readonly sum: number;
  readonly place: Placed;
  /** Key of the benchmark's row. */
  readonly row: string;
}

/** A reachable sum that the method puts nowhere, or where only a ground may lead. */
export interface Nowhere {
  readonly sum: number;
  readonly why: Undecided | Tier;
}

/** A lawful range that some facts lead to, with the suggestion at each spot of its scene. */
export interface Span {
  readonly range: Range;
  readonly facts: FactSet;
  readonly amounts: readonly number[];
}

/** What the method does to every reachable sum; it may hang on facts, then there is one scene for each cell of these. */
export interface Scene {
  readonly facts: FactSet | undefined;
  /** Ascending by sum. */
  readonly spots: readonly Spot[];
  readonly nowhere: readonly Nowhere[];
  readonly spans: readonly Span[];
}

export type FactSet = Readonly<Record<string, FactValue>>;

/** Everything the checks share, worked out once from a Rule. */
export interface Proof {
  readonly rule: Rule;
  /** Tiers that compete for the party. */
  readonly tiers: readonly StatuteTier[];
  /** The party's fact space, or how many cells it would have had. */
  readonly space: Space | number;
  readonly scale: Scale;
  /** `null` where the sums are too many to enumerate; then there are no scenes. */
  readonly reach: Reach | null;
  readonly scenes: readonly Scene[];
  /** A case with these facts, options (one index per factor) and grounds, on a day when the Rule is in force. */
  readonly caseOf: (parts: CaseParts) => Case;
}

export interface CaseParts {
  readonly facts?: FactSet | undefined;
  readonly choice?: readonly number[] | undefined;
  readonly grounds?: readonly string[];
  readonly elect?: Case['elect'];
}

/** More sums than this are not placed one by one. */
const MOST_SUMS = 100_000;

/** Tiers that the factors alone can select. */
export function free(tier: Tier): boolean {
  return tier !== 'waive' && tier !== 'mitigate';
}

/** Heavier tiers have greater numbers. */
export function weight(tier: Tier): number {
  return TIERS.indexOf(tier);
}

/** A day on which statute and pack are both in force, or `null`. */
export function dayInForce({ statute, pack }: Rule): string | null {
  const day = statute.from > pack.from ? statute.from : pack.from;
  return inForce(statute, day) && inForce(pack, day) ? day : null;
}

export function proofOf(rule: Rule): Proof {
  const { statute, benchmark } = rule;
  const tiers = sides(statute).party;
  const space = partySpace([rule], statute.facts);
  const scale = scaleOf(benchmark);
  const sums = Reach.of(scale.adds);
  const reach = sums && sums.totals.length <= MOST_SUMS ? sums : null;
  const ordinary = ordinaryFacts(rule, tiers, space);
  const proof = {
    rule,
    tiers,
    space,
    scale,
    reach,
    caseOf: (parts: CaseParts) => buildCase(rule, { ...parts, facts: parts.facts ?? ordinary }),
  };
  const deciding = new Set<string>();
  named(rowConditions(rule), deciding);
  for (const { id } of benchmark.factors) deciding.delete(id);
  return { ...proof, scenes: reach ? scenesOf(proof, reach, deciding) : [] };
}

/** Corners of a cell: amounts are linear in between, so what holds there holds inside. */
export function corners(cell: Cell, tiers: readonly StatuteTier[]): Record<string, FactValue>[] {
  const bases = new Set<string>();
  for (const { fine } of tiers) {
    if (fine?.basis === 'multiple' && cell.low[fine.of] !== cell.high[fine.of]) bases.add(fine.of);
  }
  return [...bases].reduce<Record<string, FactValue>[]>(
    (list, id) => list.flatMap((at) => [at, { ...at, [id]: cell.high[id] as FactValue }]),
    [{ ...cell.low }],
  );
}

function scenesOf(
  proof: Omit<Proof, 'scenes'>,
  reach: Reach,
  deciding: ReadonlySet<string>,
): Scene[] {
  const { rule, tiers, space } = proof;
  const cells = typeof space === 'number' ? [] : space.cells;
  const keyed = Map.groupBy(cells, ({ low }) => [...deciding].map((id) => String(low[id])).join());
  const groups = keyed.size > 0 ? [...keyed.values()] : [[]];
  return groups.map((group) => {
    const facts = deciding.size > 0 ? group[0]?.low : undefined;
    const { spots, nowhere } = placeAll(rule, reach, facts ?? {});
    return { facts, spots, nowhere, spans: spansOf(rule, tiers, group, spots) };
  });
}

function placeAll(rule: Rule, reach: Reach, facts: Facts): { spots: Spot[]; nowhere: Nowhere[] } {
  const { benchmark } = rule;
  const spots: Spot[] = [];
  const nowhere: Nowhere[] = [];
  for (const sum of reach.totals) {
    const choice = reach.choice(sum);
    const options = benchmark.factors.map(({ options }, f) => options[choice[f] ?? 0] as Option);
    const place = placeBy(benchmark.method, { benchmark, options, facts, fixed: null });
    if ('at' in place) nowhere.push({ sum, why: place });
    else if (free(place.tier)) spots.push({ sum, place, row: keyOf(place) });
    else nowhere.push({ sum, why: place.tier });
  }
  return { spots, nowhere };
}

function spansOf(
  rule: Rule,
  tiers: readonly StatuteTier[],
  cells: readonly Cell[],
  spots: readonly Spot[],
): Span[] {
  const { unit } = rule.benchmark.rounding;
  const spans = new Map<string, Span>();
  for (const cell of cells) {
    const chosen = choose(tiers, cell.low).chosen;
    if (!chosen?.some((tier) => tier.fine)) continue;
    for (const facts of corners(cell, chosen)) {
      const { range } = lawful(tiers, facts, rule.statute);
      const key = `${range?.min} ${range?.max}`;
      if (range === null || spans.has(key)) continue;
      const bands = new Map<string, Range>();
      const amounts = spots.map(({ row, place: { bp, share } }) => {
        const band = bands.get(row) ?? bandOf(range, bp);
        bands.set(row, band);
        return amountAt(range, band, share, unit);
      });
      spans.set(key, { range, facts, amounts });
    }
  }
  return [...spans.values()];
}

/** Facts that are left open are given values under which no ground is established by itself. */
function buildCase(rule: Rule, parts: CaseParts): Case {
  const { statute, benchmark } = rule;
  const fixed = parts.facts ?? {};
  const facts = { ...quietFacts(rule, fixed), ...fixed };
  const choice = parts.choice ?? benchmark.factors.map(() => 0);
  const day = dayInForce(rule) ?? statute.from;
  return {
    format: 'chidu-case/1',
    violation: statute.violation,
    actDate: day,
    decisionDate: day,
    party: { kind: facts.partyType === 'individual' ? 'individual' : 'entity' },
    facts,
    grounds: parts.grounds ?? [],
    factors: Object.fromEntries(
      benchmark.factors.map(({ id, options }, f) => [id, options[choice[f] ?? 0]?.id ?? '']),
    ),
    ...(parts.elect && { elect: parts.elect }),
  };
}

/** A corner with a fine in which no ground is established by the facts alone, if there is one. */
function ordinaryFacts(
  rule: Rule,
  tiers: readonly StatuteTier[],
  space: Space | number,
): FactSet | undefined {
  if (typeof space === 'number') return undefined;
  let fallback: FactSet | undefined;
  for (const cell of space.cells) {
    const chosen = choose(tiers, cell.low).chosen;
    if (!chosen) continue;
    for (const facts of corners(cell, chosen).reverse()) {
      if (lawful(tiers, facts, rule.statute).range === null) continue;
      fallback ??= facts;
      const all: Facts = { ...quietFacts(rule, facts), ...facts };
      if (!rule.grounds.some(({ when }) => when && test(when, all))) return facts;
    }
  }
  return fallback;
}

function quietFacts(rule: Rule, fixed: Facts): Record<string, FactValue> {
  const whens = rule.grounds.flatMap(({ when }) => (when ? [when] : []));
  const rest = rule.statute.facts.filter(({ id }) => fixed[id] === undefined);
  const first = Object.fromEntries(rest.map((fact) => [fact.id, firstValue(fact)]));
  const quiet = (facts: Facts) =>
    whens.every((when) => test(when, { ...fixed, ...facts }) === false);
  if (quiet(first)) return first;
  const space = spaceOf(rest, whens, []);
  const cells =
    typeof space === 'number' ? [] : space.cells.map(({ low }) => ({ ...first, ...low }));
  return cells.find(quiet) ?? first;
}

function firstValue(fact: Rule['statute']['facts'][number]): FactValue {
  if (fact.type === 'bool') return false;
  if (fact.type === 'enum') return fact.values?.[0]?.id ?? '';
  return fact.min ?? 0;
}
