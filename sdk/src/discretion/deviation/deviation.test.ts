import { describe, expect, it } from 'vitest';
import { random } from '../fixtures/random.ts';
import { expectedByForest } from './forest.ts';
import type { Observation } from './observation.ts';
import { robustFit } from './regression.ts';
import { screen } from './screen.ts';

const NOISE = 0.1;

/** Standard normal, by Box and Muller. */
function normal(next: () => number): number {
  return Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next());
}

/** Decisions scattered about the suggestion; some districts are a little milder; a few planted far off. */
function history(
  seed: number,
  count: number,
  plant: number,
): { cases: Observation[]; planted: Set<string> } {
  const { next, below, pick } = random(seed);
  const planted = new Set<string>();
  const cases = Array.from({ length: count }, (_, i): Observation => {
    const id = `case-${i}`;
    const suggested = 1_000_000 + below(90_000_000);
    const features = {
      goodsValue: Math.log1p(suggested * (1 + next())),
      harm: pick(['none', 'some', 'grave']),
      duration: pick(['short', 'long']),
      district: pick(['甲', '乙', '丙', '丁']),
    };
    const unwritten = features.district === '丁' ? -0.15 : 0;
    let log = unwritten + NOISE * normal(next);
    if (next() < plant) {
      planted.add(id);
      log += next() < 0.5 ? Math.log(0.4) : Math.log(2.4);
    }
    return { id, suggested, decided: Math.round(suggested * Math.exp(log)), features };
  });
  return { cases, planted };
}

describe('screening', () => {
  it('finds planted deviations and nothing else', () => {
    const { cases, planted } = history(20261121, 1200, 0.04);
    const result = screen(cases, { seed: 1 });
    const found = new Set(result.clues.map(({ id }) => id));
    expect(planted.size).toBeGreaterThan(30);
    expect([...found].filter((id) => !planted.has(id))).toEqual([]);
    const missed = [...planted].filter((id) => !found.has(id));
    expect(missed.length).toBeLessThanOrEqual(planted.size * 0.05);
    expect(result.spread).toBeCloseTo(NOISE, 1);
  });

  it('puts the like cases beside each clue, nearest first and never the case itself', () => {
    const { cases } = history(20261121, 1200, 0.04);
    const { clues } = screen(cases, { seed: 1 });
    const by = new Map(cases.map((one) => [one.id, one]));
    for (const { id, like } of clues) {
      expect(like).toHaveLength(8);
      expect(like.map((one) => one.id)).not.toContain(id);
      const own = by.get(id)?.features;
      for (const one of like) {
        const features = by.get(one.id)?.features;
        expect([features?.harm, features?.duration, features?.district]).toEqual([
          own?.harm,
          own?.duration,
          own?.district,
        ]);
      }
    }
  });

  it('ranks every planted case before all others', () => {
    const { cases, planted } = history(20261122, 1200, 0.04);
    const { distances } = screen(cases, { seed: 1, repeats: 1 });
    const ranked = distances.toSorted((a, b) => Math.abs(b.distance) - Math.abs(a.distance));
    const top = ranked.slice(0, planted.size).filter(({ id }) => planted.has(id));
    expect(top.length / planted.size).toBeGreaterThan(0.97);
  });

  it.each([1, 2, 3])('accuses nobody in an unbiased history (%i)', (seed) => {
    const { cases } = history(seed, 1000, 0);
    expect(screen(cases, { seed }).clues).toEqual([]);
  });

  it('does not take the habit of an office for a deviation of its cases', () => {
    const { cases } = history(9, 1000, 0);
    const milder = cases.map((one) =>
      one.features.district === '丙' ? { ...one, decided: Math.round(one.decided * 0.5) } : one,
    );
    expect(screen(milder, { seed: 1 }).clues).toEqual([]);
  });

  it('does not take a habit with a kind of case for a deviation: the forest must agree', () => {
    const { cases } = history(10, 1200, 0);
    const kind = ({ features }: Observation) =>
      features.harm === 'grave' && features.duration === 'long';
    const habit = (one: Observation) => kind(one) && one.features.district === '丁';
    const milder = cases.map((one) =>
      habit(one) ? { ...one, decided: Math.round(one.decided * 0.4) } : one,
    );
    const result = screen(milder, { seed: 1 });
    const far = new Map(result.distances.map(({ id, distance }) => [id, Math.abs(distance)]));
    const own = milder.filter(habit).map(({ id }) => id);
    // the plane alone would name most of them
    expect(own.filter((id) => (far.get(id) ?? 0) > (result.limit ?? 0)).length).toBeGreaterThan(
      own.length / 2,
    );
    expect(result.clues.length).toBeLessThan(own.length / 10);
  });

  it('says nothing about few cases', () => {
    const { cases } = history(3, 29, 0.2);
    expect(screen(cases, { seed: 1 })).toMatchObject({ state: 'too-few', clues: [], spread: null });
  });

  it('leaves out what has no amount, and says how many', () => {
    const { cases } = history(4, 60, 0);
    const waived = cases.map((one, i) => (i < 10 ? { ...one, decided: 0 } : one));
    expect(screen(waived, { seed: 1 })).toMatchObject({ cases: 50, leftOut: 10 });
  });

  it('does not call a rounding step a deviation where all others agree to the fen', () => {
    const { cases } = history(5, 200, 0);
    const exact = cases.map((one, i) => ({
      ...one,
      decided: one.suggested + (i === 7 ? 10_000 : 0),
    }));
    expect(screen(exact, { seed: 1 }).clues).toEqual([]);
  });

  it('gives the same bytes for the same seed, and stands when the seed changes', () => {
    const { cases } = history(20261123, 800, 0.04);
    const [once, again, other] = [7, 7, 8].map((seed) => screen(cases, { seed }));
    expect(JSON.stringify(once)).toBe(JSON.stringify(again));
    const ids = (result: typeof once) => new Set(result?.clues.map(({ id }) => id));
    const both = [...ids(once)].filter((id) => ids(other).has(id));
    expect(both.length).toBeGreaterThanOrEqual(ids(once).size * 0.95);
  });
});

/** Least squares by the normal equations and Gaussian elimination, with the same rounds: nothing shared. */
function referenceFit(columns: readonly Float64Array[], target: Float64Array): number[] {
  const rows = [...target.keys()];
  const line = (i: number) => [1, ...columns.map((column) => column[i] ?? 0)];
  let taking = rows;
  let solution: number[] = [];
  const residual = (i: number) =>
    (target[i] ?? 0) - line(i).reduce((sum, value, c) => sum + value * (solution[c] ?? 0), 0);
  const mid = (values: number[]) => {
    const sorted = values.toSorted((a, b) => a - b);
    const half = sorted.length / 2;
    return sorted.length % 2
      ? (sorted[Math.floor(half)] ?? 0)
      : ((sorted[half - 1] ?? 0) + (sorted[half] ?? 0)) / 2;
  };
  for (let round = 0; round < 3; round++) {
    if (round > 0) {
      const all = rows.map(residual);
      const middle = mid(all);
      const scale = 1.4826 * mid(all.map((value) => Math.abs(value - middle)));
      taking = rows.filter((i) => Math.abs(residual(i)) <= 4 * scale);
    }
    const size = columns.length + 1;
    const system = Array.from({ length: size }, (_, r) =>
      Array.from({ length: size + 1 }, (_, c) =>
        taking.reduce(
          (sum, i) => sum + (line(i)[r] ?? 0) * (c < size ? (line(i)[c] ?? 0) : (target[i] ?? 0)),
          0,
        ),
      ),
    );
    for (let p = 0; p < size; p++) {
      const pivot = system.findIndex(
        (row, r) =>
          r >= p &&
          Math.abs(row[p] ?? 0) ===
            Math.max(...system.slice(p).map((other) => Math.abs(other[p] ?? 0))),
      );
      [system[p], system[pivot]] = [system[pivot] ?? [], system[p] ?? []];
      for (let r = 0; r < size; r++) {
        if (r === p) continue;
        const factor = (system[r]?.[p] ?? 0) / (system[p]?.[p] ?? 1);
        system[r] = (system[r] ?? []).map((value, c) => value - factor * (system[p]?.[c] ?? 0));
      }
    }
    solution = system.map((row, r) => (row[size] ?? 0) / (row[r] ?? 1));
  }
  return solution;
}

describe('the regression', () => {
  it('is that of a plain reference implementation to 1e-9', () => {
    const { next, below } = random(20261124);
    for (let n = 0; n < 20; n++) {
      const rows = 60 + below(100);
      const columns = Array.from({ length: 1 + below(5) }, () =>
        Float64Array.from({ length: rows }, () => next() * 10 - 5),
      );
      const target = Float64Array.from(
        { length: rows },
        (_, i) =>
          columns.reduce((sum, column, c) => sum + (c - 1) * (column[i] ?? 0), 2) +
          normal(next) +
          (next() < 0.05 ? 30 : 0),
      );
      const [found, expected] = [
        robustFit(columns, target).coefficients,
        referenceFit(columns, target),
      ];
      for (const [c, value] of found.entries()) {
        expect(Math.abs(value - (expected[c] ?? 0))).toBeLessThan(1e-9);
      }
    }
  });

  it('bears columns that say the same twice', () => {
    const { next } = random(5);
    const column = Float64Array.from({ length: 100 }, next);
    const target = column.map((value) => 3 * value + 1);
    const { residuals } = robustFit([column, column.map((value) => 2 * value)], target);
    for (const residual of residuals) expect(Math.abs(residual)).toBeLessThan(1e-9);
  });
});

describe('the forest', () => {
  const { next, below } = random(20261125);
  const size = 600;
  const columns = Array.from({ length: 6 }, () => Float64Array.from({ length: size }, next));
  const target = Float64Array.from(
    { length: size },
    (_, i) => ((columns[0]?.[i] ?? 0) > 0.5 ? 1 : 0) + 2 * (columns[1]?.[i] ?? 0),
  );
  const quality = (expected: Float64Array, actual: Float64Array) => {
    const mean = actual.reduce((sum, value) => sum + value, 0) / size;
    const rest = actual.reduce((sum, value, i) => sum + (value - (expected[i] ?? 0)) ** 2, 0);
    return 1 - rest / actual.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  };

  it('learns what is there, out of bag', () => {
    expect(
      quality(expectedByForest(columns, target, { seed: 1, trees: 60 }), target),
    ).toBeGreaterThan(0.85);
  });

  it('learns nothing from a shuffled target', () => {
    const shuffled = Float64Array.from(target);
    for (let i = size - 1; i > 0; i--) {
      const k = below(i + 1);
      [shuffled[i], shuffled[k]] = [shuffled[k] ?? 0, shuffled[i] ?? 0];
    }
    expect(
      quality(expectedByForest(columns, shuffled, { seed: 1, trees: 60 }), shuffled),
    ).toBeLessThan(0.1);
  });
});
