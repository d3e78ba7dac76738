import type { Benchmark, Condition, Method, Tier, Wording } from '../../rules/index.ts';
import type { Placed } from '../methods/method.ts';
import type { TraceStep } from '../trace.ts';
import { named } from '../truth.ts';
import { gcd } from './reach.ts';

/**
 * A method as the proofs see it: each option adds one integer, and two choices with equal sums are placed alike.
 * Sums of points are such integers already; a grid adds two sums and a shift at once, in different digits; products
 * add the exponents of their primes; a table of conditions adds the answers themselves, one digit per factor.
 */
export interface Scale {
  /** `adds[f][o]`: what option `o` of factor `f` adds. */
  readonly adds: readonly (readonly number[])[];
  /** A greater sum means a heavier case. */
  readonly ordered: boolean;
  readonly rows: readonly ScaleRow[];
}

/** One row of the benchmark's table of tiers. */
export interface ScaleRow {
  readonly key: string;
  readonly at: string;
  readonly tier: Tier;
  readonly bp: readonly [number, number];
}

export function scaleOf(benchmark: Benchmark): Scale {
  const { method, factors } = benchmark;
  const points = factors.map(({ options }) => options.map((option) => option.points));
  const rows = rowsOf(method);
  switch (method.kind) {
    case 'points-tiers':
    case 'percent-sum':
      return { adds: points, ordered: true, rows };
    case 'grid': {
      const sides = [method.rows.factors, method.columns.factors];
      const digit = factors.map(({ id }) => {
        const side = sides.findIndex((ids) => ids.includes(id));
        return side < 0 ? sides.length : side;
      });
      const vectors = points.map((options, f) =>
        options.map((value) => [0, 1, 2].map((d) => (d === digit[f] ? value : 0))),
      );
      return { adds: digits(vectors), ordered: false, rows };
    }
    case 'base-adjust':
      return { adds: digits(exponents(points)), ordered: false, rows };
    case 'band-table': {
      const used = new Set<string>();
      for (const row of method.rows) named(row.when, used);
      const vectors = factors.map(({ id, options }, f) =>
        options.map((_, o) => factors.map((_, g) => (f === g && used.has(id) ? o : 0))),
      );
      return { adds: digits(vectors), ordered: false, rows };
    }
  }
}

/** Which row a place came from. */
export function keyOf({ step, tier, bp }: Placed): string {
  return keyOfStep(step) ?? shareKey(tier, bp);
}

/** Which row a step of a trace came from, if it is such a step. */
export function keyOfStep(step: TraceStep): string | undefined {
  if (step.step === 'points-tier') return pointsKey(step.tier, step.from, step.to);
  if (step.step === 'band-row') return tableKey(step.label, step.when);
  return step.step === 'band' && step.bp ? shareKey(step.tier, step.bp) : undefined;
}

const pointsKey = (tier: Tier, from: number, to: number | null) => `${tier} ${from} ${to}`;
const tableKey = ({ zh }: Wording, when: readonly Condition[]) => `${zh} ${JSON.stringify(when)}`;
const shareKey = (tier: Tier, bp: readonly [number, number]) => `${tier} ${bp}`;

function rowsOf(method: Method): ScaleRow[] {
  switch (method.kind) {
    case 'points-tiers':
      return method.tiers.map(({ tier, from, to, band }, i) =>
        row('tiers', i, pointsKey(tier, from, to), tier, band.bp),
      );
    case 'band-table':
      return method.rows.map(({ tier, label, when, band }, i) =>
        row('rows', i, tableKey(label, when), tier, band.bp),
      );
    default:
      return method.tiers.map(({ tier, band }, i) =>
        row('tiers', i, shareKey(tier, band.bp), tier, band.bp),
      );
  }
}

function row(list: string, i: number, key: string, tier: Tier, bp: [number, number]): ScaleRow {
  return { key, at: `/benchmark/method/${list}/${i}`, tier, bp };
}

/** Vectors as integers whose digits never carry, whatever one option per factor adds up to. */
function digits(vectors: readonly (readonly (readonly number[])[])[]): number[][] {
  const size = vectors[0]?.[0]?.length ?? 0;
  const least = vectors.map((options) =>
    axis(size, (d) => Math.min(...options.map((v) => at(v, d)))),
  );
  const above = (vector: readonly number[], f: number, d: number) =>
    at(vector, d) - at(least[f], d);
  const unit = axis(size, (d) => {
    const steps = vectors.flatMap((options, f) => options.map((vector) => above(vector, f, d)));
    return steps.reduce(gcd, 0) || 1;
  });
  const step = (vector: readonly number[], f: number, d: number) =>
    above(vector, f, d) / at(unit, d);
  const spread = axis(size, (d) =>
    vectors.reduce((sum, options, f) => sum + Math.max(...options.map((v) => step(v, f, d))), 0),
  );
  let place = 1;
  const places = spread.map((width) => {
    const own = place;
    place *= width + 1;
    return own;
  });
  return vectors.map((options, f) =>
    options.map((vector) =>
      vector.reduce((sum, _, d) => sum + step(vector, f, d) * at(places, d), 0),
    ),
  );
}

/** Exponents of the primes of each number; zero, whose product is zero whatever else, has a digit of its own. */
function exponents(points: readonly (readonly number[])[]): number[][][] {
  const primes = new Set<number>();
  const factored = points.map((options) =>
    options.map((value) => {
      const powers = new Map<number, number>();
      let rest = Math.max(value, 0);
      for (let prime = 2; rest > 1; prime = prime * prime > rest ? rest : prime + 1) {
        for (; rest % prime === 0; rest /= prime) powers.set(prime, (powers.get(prime) ?? 0) + 1);
      }
      if (value <= 0) powers.set(0, 1);
      for (const prime of powers.keys()) primes.add(prime);
      return powers;
    }),
  );
  const order = [...primes];
  return factored.map((options) =>
    options.map((powers) => order.map((prime) => powers.get(prime) ?? 0)),
  );
}

function axis(size: number, value: (digit: number) => number): number[] {
  return Array.from({ length: size }, (_, digit) => value(digit));
}

function at(vector: readonly number[] | undefined, digit: number): number {
  return vector?.[digit] ?? 0;
}
