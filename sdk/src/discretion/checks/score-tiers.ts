import type { Method } from '../../rules/index.ts';
import type { Draft } from './finding.ts';
import { free, type Nowhere, type Proof, type Scene } from './proof.ts';
import type { Reach } from './reach.ts';
import { undecidedBy } from './statute-cells.ts';

const AT = '/benchmark/method';
const BASE = { check: 'score-tiers', at: AT } as const;

/**
 * Checks 3 and 4: the method puts every reachable sum in exactly one row, every row is reached, no sum leads to 不予
 * or 减轻, and every tier that a ground can fix has a row. A gap that no sum reaches is none.
 */
export function scoreTiers(proof: Proof): Draft[] {
  if (proof.reach === null) {
    const fields = { factors: proof.rule.benchmark.factors.length };
    const at = '/benchmark/factors';
    return [
      { check: 'scores', code: 'too-many-scores', level: 'warning', at, fields, witness: [] },
    ];
  }
  return [
    ...proof.scenes.flatMap((scene) => [...lost(proof, scene)]),
    ...overlaps(proof),
    ...unreached(proof),
    ...absent(proof),
  ];
}

/** Sums without a row, neighbours told as one finding. */
function* lost(
  { reach, scale, caseOf }: Proof,
  { facts, spots, nowhere }: Scene,
): Generator<Draft> {
  const placed = spots.map(({ sum }) => sum);
  const runs: Nowhere[][] = [];
  for (const one of nowhere) {
    const last = runs.at(-1)?.at(-1);
    const near = last && !placed.some((sum) => last.sum < sum && sum < one.sum);
    if (last && kind(last) === kind(one) && (near || !scale.ordered)) runs.at(-1)?.push(one);
    else runs.push([one]);
  }
  for (const run of runs) {
    const [first] = run;
    if (!first) continue;
    const span = scale.ordered ? { from: first.sum, to: run.at(-1)?.sum } : {};
    const why = typeof first.why === 'string' ? { tier: first.why } : first.why.fields;
    yield {
      ...BASE,
      code: kind(first),
      level: 'error',
      fields: { ...why, ...span, sums: run.length },
      witness: [caseOf({ facts, choice: reach?.choice(first.sum) })],
      shows: undecidedBy('no-benchmark-tier'),
    };
  }
}

function kind({
  why,
}: Nowhere): 'score-needs-ground' | 'score-inexact' | 'score-overlap' | 'score-gap' {
  if (typeof why === 'string') return 'score-needs-ground';
  if (why.fields?.why === 'not-exact') return 'score-inexact';
  const { rows } = why.fields ?? {};
  return Array.isArray(rows) && rows.length > 1 ? 'score-overlap' : 'score-gap';
}

/** Intervals that share a reachable sum: the engine takes the first, the published table says both. */
function* overlaps({ rule, reach, caseOf }: Proof): Generator<Draft> {
  const { method, factors } = rule.benchmark;
  for (const { at, intervals, points } of axes(method, factors)) {
    for (const [k, other] of intervals.entries()) {
      const i = intervals.findIndex((one, n) => n < k && meet(one, other));
      if (i < 0) continue;
      const sum = reach?.totals.find((total) => {
        const value = points(reach, total);
        return holds(intervals[i] as Interval, value) && holds(other, value);
      });
      if (sum === undefined || !reach) continue;
      yield {
        ...BASE,
        code: 'score-overlap',
        level: 'error',
        at: `${at}/${k}`,
        fields: { rows: [i, k], sum: points(reach, sum) },
        witness: [caseOf({ choice: reach.choice(sum) })],
        shows: ([only]) => only !== undefined && 'trace' in only,
      };
    }
  }
}

interface Interval {
  readonly from: number;
  readonly to: number | null;
}

/** The intervals of a method, and what of a reachable sum they grade. */
function axes(method: Method, factors: Proof['rule']['benchmark']['factors']) {
  if (method.kind === 'points-tiers') {
    const points = (_: Reach, sum: number) => sum;
    return [{ at: `${AT}/tiers`, intervals: method.tiers, points }];
  }
  if (method.kind !== 'grid') return [];
  return (['rows', 'columns'] as const).map((side) => {
    const ids = method[side].factors;
    const points = (reach: Reach, sum: number) => {
      const choice = reach.choice(sum);
      const added = factors.map(({ id, options }, f) =>
        ids.includes(id) ? (options[choice[f] ?? 0]?.points ?? 0) : 0,
      );
      return added.reduce((total, value) => total + value, 0);
    };
    return { at: `${AT}/${side}/grades`, intervals: method[side].grades, points };
  });
}

const meet = (one: Interval, other: Interval) =>
  (one.to === null || other.from < one.to) && (other.to === null || one.from < other.to);

const holds = ({ from, to }: Interval, value: number) =>
  value >= from && (to === null || value < to);

function* unreached({ scale, scenes }: Proof): Generator<Draft> {
  const reached = new Set(scenes.flatMap(({ spots }) => spots.map(({ row }) => row)));
  for (const { key, at, tier, bp } of scale.rows) {
    if (reached.has(key) || !free(tier)) continue;
    const fields = { tier, bp };
    yield { ...BASE, code: 'tier-unreachable', level: 'warning', at, fields, witness: [] };
  }
}

function* absent({ rule, scale, caseOf }: Proof): Generator<Draft> {
  for (const tier of ['lighten', 'aggravate'] as const) {
    const ground = rule.grounds.find(({ effect }) => effect.includes(tier));
    if (!ground || scale.rows.some((row) => row.tier === tier)) continue;
    const elect = { tier, reason: ground.label.zh };
    yield {
      ...BASE,
      code: 'tier-absent',
      level: 'error',
      fields: { tier, ground: ground.id },
      witness: [caseOf({ grounds: [ground.id], elect })],
      shows: undecidedBy('no-benchmark-tier'),
    };
  }
}
