import type { Condition, FactValue, Ratio, Rule, StatuteTier } from '../../rules/index.ts';
import { mulDiv } from '../../text/ratio.ts';
import { assess } from '../assess.ts';
import type { Assessment } from '../assessment.ts';
import type { Case } from '../case.ts';
import { type Proof, proofOf } from '../checks/proof.ts';
import { keyOfStep } from '../checks/scale.ts';
import { choose } from '../statute-tier.ts';
import { every, type Facts, type Truth, test } from '../truth.ts';

/** One thing that trials should exercise. */
export interface Item {
  readonly kind:
    | 'statute-tier'
    | 'condition'
    | 'boundary'
    | 'ground'
    | 'option'
    | 'row'
    | 'rounding';
  /** JSON pointer into the Rule; for `rounding` with the direction behind it, for `boundary` with the value. */
  readonly at: string;
}

export interface Coverage {
  readonly items: number;
  readonly missing: readonly Item[];
}

/** An item, what shows that cases exercise it, and cases that would. */
export interface Wanted extends Item {
  readonly hit: (seen: readonly Seen[]) => boolean;
  readonly offer: () => Case[];
}

/** A case that was tried, with its facts as the conditions see them. */
export interface Seen {
  readonly facts: Facts;
  readonly result: Assessment;
}

/**
 * Which tiers, conditions, boundaries, grounds, options, rows and directions of rounding the cases exercise. A condition counts when
 * two cases differ in its truth, in that of no other condition of its tier, and in whether the tier holds (MC/DC).
 * Only what some case can reach is asked for.
 */
export function coverageOf(rule: Rule, cases: readonly Case[]): Coverage {
  const wanted = wantedOf(rule);
  const seen = cases.map((case_) => seenOf(case_, rule));
  const missing = wanted.filter(({ hit }) => !hit(seen)).map(({ kind, at }) => ({ kind, at }));
  return { items: wanted.length, missing };
}

export function seenOf(case_: Case, rule: Rule): Seen {
  return { facts: case_.facts, result: assess(case_, rule) };
}

export function wantedOf(rule: Rule): Wanted[] {
  const proof = proofOf(rule);
  return [
    ...tiers(proof),
    ...conditions(proof),
    ...factBoundaries(proof),
    ...grounds(proof),
    ...options(proof),
    ...rows(proof),
    ...scoreBoundaries(proof),
    ...roundings(proof),
  ];
}

function* tiers({ rule, tiers, space, caseOf }: Proof): Generator<Wanted> {
  for (const tier of tiers) {
    const chosen = (facts: Facts) => choose(tiers, facts).chosen?.includes(tier) ?? false;
    const cell = typeof space === 'number' ? undefined : space.cells.find(({ low }) => chosen(low));
    if (!cell) continue;
    yield {
      kind: 'statute-tier',
      at: `/statute/tiers/${rule.statute.tiers.indexOf(tier)}`,
      hit: (seen) => seen.some(({ result }) => result.statuteTiers.includes(tier.number)),
      offer: () => [caseOf({ facts: cell.low })],
    };
  }
}

function* conditions({ rule, tiers, space, caseOf }: Proof): Generator<Wanted> {
  if (typeof space === 'number') return;
  for (const tier of tiers) {
    const atoms = tier.when.flatMap((condition, i) => [...atomsOf(condition, `/when/${i}`)]);
    const cells = space.cells.map(({ low }) => low);
    for (const [a, { at }] of atoms.entries()) {
      const pair = independent(cells, a, atoms, tier);
      if (!pair) continue;
      yield {
        kind: 'condition',
        at: `/statute/tiers/${rule.statute.tiers.indexOf(tier)}${at}`,
        hit: (seen) =>
          independent(
            seen.map(({ facts }) => facts),
            a,
            atoms,
            tier,
          ) !== null,
        offer: () => pair.map((facts) => caseOf({ facts: facts as Record<string, FactValue> })),
      };
    }
  }
}

/** The value at which an amount crosses a constant, and the one before: where typing mistakes live. */
function* factBoundaries({ tiers, space, caseOf }: Proof): Generator<Wanted> {
  if (typeof space === 'number') return;
  for (const [id, starts] of space.cuts) {
    for (const start of starts.slice(1)) {
      for (const value of [start - 1, start]) {
        const sides = space.cells.map(({ low }) => ({ ...low, [id]: value }));
        const facts = sides.find((side) => choose(tiers, side).chosen) ?? sides[0];
        if (!facts) continue;
        yield {
          kind: 'boundary',
          at: `/statute/facts ${id} ${value}`,
          hit: (seen) => seen.some((one) => one.facts[id] === value),
          offer: () => [caseOf({ facts })],
        };
      }
    }
  }
}

interface Atom {
  readonly condition: Condition;
  readonly at: string;
}

function* atomsOf(condition: Condition, at: string): Generator<Atom> {
  if (condition.op === 'not') yield* atomsOf(condition.of, `${at}/of`);
  else if (condition.op === 'all' || condition.op === 'any') {
    for (const [i, part] of condition.of.entries()) yield* atomsOf(part, `${at}/of/${i}`);
  } else yield { condition, at };
}

/** Two sets of facts that differ in one condition alone and in whether the tier holds. */
function independent(
  facts: readonly Facts[],
  atom: number,
  atoms: readonly Atom[],
  { when }: StatuteTier,
): [Facts, Facts] | null {
  const vectors = facts.map((one) => ({
    one,
    truths: atoms.map(({ condition }): Truth => test(condition, one)),
    holds: every(when, one),
  }));
  const known = vectors.filter(({ truths }) => !truths.includes(undefined));
  const by = Map.groupBy(known, ({ truths }) => truths.with(atom, undefined).join());
  for (const group of by.values()) {
    const yes = group.find(({ holds }) => holds === true);
    const no = group.find(
      ({ holds, truths }) => holds === false && truths[atom] !== yes?.truths[atom],
    );
    if (yes && no) return [yes.one, no.one];
  }
  return null;
}

function* grounds({ rule, caseOf }: Proof): Generator<Wanted> {
  for (const [i, { id }] of rule.grounds.entries()) {
    yield {
      kind: 'ground',
      at: `/grounds/${i}`,
      hit: (seen) =>
        seen.some(({ result }) =>
          result.trace.steps.some(
            (step) => step.step === 'grounds' && step.found.some((one) => one.id === id),
          ),
        ),
      offer: () => [caseOf({ grounds: [id] })],
    };
  }
}

function* options({ rule, reach, caseOf }: Proof): Generator<Wanted> {
  for (const [f, factor] of rule.benchmark.factors.entries()) {
    for (const [o, option] of factor.options.entries()) {
      const choice = reach?.pairs(f, o, o)[0]?.choice;
      if (!choice) continue;
      yield {
        kind: 'option',
        at: `/benchmark/factors/${f}/options/${o}`,
        hit: (seen) =>
          seen.some(({ result }) =>
            result.factors.some(
              ([number, chosen]) => number === factor.number && chosen === option.number,
            ),
          ),
        offer: () => [caseOf({ choice: choice() })],
      };
    }
  }
}

function* rows({ scale, reach, scenes, caseOf }: Proof): Generator<Wanted> {
  for (const { key, at } of scale.rows) {
    const scene = scenes.find(({ spots }) => spots.some(({ row }) => row === key));
    const spot = scene?.spots.find(({ row }) => row === key);
    if (!scene || !spot) continue;
    yield {
      kind: 'row',
      at,
      hit: (seen) => seen.some(({ result }) => rowsIn(result).includes(key)),
      offer: () => [caseOf({ facts: scene.facts, choice: reach?.choice(spot.sum) })],
    };
  }
}

/** The least and the greatest score of each row, where scores are ordered. */
function* scoreBoundaries({ scale, reach, scenes, caseOf }: Proof): Generator<Wanted> {
  const spots = scale.ordered ? (scenes[0]?.spots ?? []) : [];
  for (const { key, at } of scale.rows) {
    const sums = spots.filter(({ row }) => row === key).map(({ sum }) => sum);
    for (const sum of new Set([sums[0], sums.at(-1)])) {
      if (sum === undefined) continue;
      yield {
        kind: 'boundary',
        at: `${at} ${sum}`,
        hit: (seen) => seen.some(({ result }) => result.points === sum),
        offer: () => [caseOf({ choice: reach?.choice(sum) })],
      };
    }
  }
}

/** The row of the benchmark that an assessment came from, by every name it may have. */
function rowsIn({ trace }: Assessment): string[] {
  return trace.steps.flatMap((step) => keyOfStep(step) ?? []);
}

type Direction = 'down' | 'exact' | 'up';

function* roundings({ reach, scenes, caseOf }: Proof): Generator<Wanted> {
  const first = new Map<Direction, () => Case>();
  for (const { spots, spans } of scenes) {
    for (const { range, facts, amounts } of spans) {
      for (const [i, amount] of amounts.entries()) {
        const spot = spots[i];
        if (!spot) continue;
        const direction = directionOf(range.min, range.max, spot.place.share, amount);
        if (!first.has(direction)) {
          first.set(direction, () => caseOf({ facts, choice: reach?.choice(spot.sum) }));
        }
      }
    }
  }
  for (const [direction, offer] of first) {
    yield {
      kind: 'rounding',
      at: `${ROUNDING} ${direction}`,
      hit: (seen) => seen.some(({ result }) => roundedIn(result) === direction),
      offer: () => [offer()],
    };
  }
}

const ROUNDING = '/benchmark/rounding';

function directionOf(min: number, max: number, [num, den]: Ratio, amount: number): Direction {
  const exact = min + mulDiv(max - min, num, den, 'down');
  return amount < exact ? 'down' : amount > exact ? 'up' : 'exact';
}

function roundedIn({ trace, range, suggestion }: Assessment): Direction | null {
  const step = trace.steps.find((one) => one.step === 'suggestion');
  if (!step || range === null || suggestion === null) return null;
  return directionOf(range.min, range.max, step.share, suggestion);
}
