import type { Condition, FactDefinition, FactValue, FineRange } from '../../rules/index.ts';
import { mulDiv } from '../../text/ratio.ts';
import { named } from '../truth.ts';

/** Beyond this many cells nothing is enumerated. */
const MOST_CELLS = 200_000;

/**
 * Where a fact states no maximum of its own, proofs take it up to here: a trillion yuan, a million pieces. A finding
 * beyond would be about no case, and a proof without assumptions drowns its reader in such findings.
 */
const ASSUMED_MAX = { fen: 100_000_000_000_000, count: 1_000_000 } as const;

/** A block of the fact space on which every condition keeps one truth value. */
export interface Cell {
  /** The lowest value of every fact. */
  readonly low: Readonly<Record<string, FactValue>>;
  /** The highest. Amounts are linear in between. */
  readonly high: Readonly<Record<string, FactValue>>;
}

export interface Space {
  readonly facts: readonly FactDefinition[];
  /** Ascending per numeric fact: the first value of each of its cells. */
  readonly cuts: ReadonlyMap<string, readonly number[]>;
  readonly cells: readonly Cell[];
}

interface Axis {
  readonly id: string;
  readonly steps: readonly { readonly low: FactValue; readonly high: FactValue }[];
}

/**
 * Cuts every numeric fact at every constant of the conditions and fines, lists every value of the others, and
 * multiplies. Whole numbers only: `gt v` cuts at v + 1, so nothing lies between cells.
 * @returns the number of cells instead where they are too many.
 */
export function spaceOf(
  definitions: readonly FactDefinition[],
  conditions: readonly Condition[],
  fines: readonly FineRange[],
  also: readonly string[] = [],
): Space | number {
  const used = new Set(also);
  named(conditions, used);
  for (const fine of fines) if (fine.basis === 'multiple') used.add(fine.of);
  const facts = definitions.filter((definition) => used.has(definition.id));
  const cuts = new Map<string, readonly number[]>();
  const axes = facts.map((fact): Axis => {
    if (fact.type === 'bool') return { id: fact.id, steps: listed([false, true]) };
    if (fact.type === 'enum') {
      return { id: fact.id, steps: listed((fact.values ?? []).map((value) => value.id)) };
    }
    const [min, max] = domain(fact);
    const starts = new Set([min]);
    for (const cut of [...constants(conditions, fact.id), ...bends(fines, fact.id)]) {
      if (cut > min && cut <= max) starts.add(cut);
    }
    const ordered = [...starts].sort((a, b) => a - b);
    cuts.set(fact.id, ordered);
    const steps = ordered.map((low, i) => ({ low, high: (ordered[i + 1] ?? max + 1) - 1 }));
    return { id: fact.id, steps };
  });
  const size = axes.reduce((product, axis) => product * axis.steps.length, 1);
  return size > MOST_CELLS ? size : { facts, cuts, cells: product(axes) };
}

/** Least and greatest value of a numeric fact. */
export function domain(fact: FactDefinition): [number, number] {
  const assumed = fact.type === 'fen' ? ASSUMED_MAX.fen : ASSUMED_MAX.count;
  const min = fact.min ?? 0;
  return [min, fact.max ?? Math.max(assumed, min)];
}

function listed(values: readonly FactValue[]): Axis['steps'] {
  return values.map((value) => ({ low: value, high: value }));
}

function product(axes: readonly Axis[]): Cell[] {
  return axes.reduce<Cell[]>(
    (cells, { id, steps }) =>
      cells.flatMap(({ low, high }) =>
        steps.map((step) => ({
          low: { ...low, [id]: step.low },
          high: { ...high, [id]: step.high },
        })),
      ),
    [{ low: {}, high: {} }],
  );
}

/** First values on the far side of each comparison with a constant. */
function* constants(conditions: readonly Condition[], id: string): Generator<number> {
  for (const condition of conditions) {
    if (condition.op === 'all' || condition.op === 'any') yield* constants(condition.of, id);
    else if (condition.op === 'not') yield* constants([condition.of], id);
    else if (
      condition.fact === id &&
      condition.op !== 'in' &&
      typeof condition.value === 'number'
    ) {
      if (condition.op !== 'le' && condition.op !== 'gt') yield condition.value;
      if (condition.op !== 'lt' && condition.op !== 'ge') yield condition.value + 1;
    }
  }
}

/** Where a multiple stops being linear: at the floor of its base, and where it reaches its cap. */
function* bends(fines: readonly FineRange[], id: string): Generator<number> {
  for (const fine of fines) {
    if (fine.basis !== 'multiple' || fine.of !== id) continue;
    if (fine.baseFloor !== undefined) yield fine.baseFloor;
    if (fine.cap === undefined) continue;
    for (const ratio of [fine.min, fine.max]) {
      if (ratio !== null && ratio[0] > 0) yield mulDiv(fine.cap, ratio[1], ratio[0], 'up');
    }
  }
}
