import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { history } from '../use/fixtures/history.ts';
import { exercisesOf } from '../use/index.ts';
import { type Counts, type Hidden, isSmall, publicStatistics, suppress } from './index.ts';

/** Margins for the inner cells. */
function withMargins(inner: readonly (readonly number[])[]): number[][] {
  const rows = inner.map((row) => [...row, row.reduce((a, b) => a + b, 0)]);
  const width = rows[0]?.length ?? 0;
  const totals = Array.from({ length: width }, (_, c) =>
    rows.reduce((sum, row) => sum + (row[c] ?? 0), 0),
  );
  return [...rows, totals];
}

/**
 * An attacker of another make than the audit: searches for a table of whole numbers that agrees with everything shown and has
 * `value` in one cell. `most` bounds what hidden cells may hold.
 */
function agrees(
  counts: Counts,
  hidden: Hidden,
  at: readonly [number, number],
  value: number,
  most: number,
): boolean {
  const [height, width] = [counts.length - 1, (counts[0]?.length ?? 1) - 1];
  const guess = counts.map((row, r) => row.map((count, c) => (hidden[r]?.[c] ? null : count))) as (
    | number
    | null
  )[][];
  (guess[at[0]] as (number | null)[])[at[1]] = value;
  const free: [number, number][] = [];
  for (let r = 0; r < height; r++)
    for (let c = 0; c < width; c++) if (guess[r]?.[c] === null) free.push([r, c]);
  const lineOk = (
    cells: (number | null | undefined)[],
    total: number | null | undefined,
  ): boolean => {
    const known = cells.reduce<number>((sum, cell) => sum + (cell ?? 0), 0);
    if (total === null || total === undefined) return true;
    return cells.includes(null) ? known <= total : known === total;
  };
  const fits = (r: number, c: number): boolean =>
    lineOk((guess[r] ?? []).slice(0, width), guess[r]?.[width]) &&
    lineOk(
      guess.slice(0, height).map((row) => row[c]),
      guess[height]?.[c],
    );
  const total = (): boolean => {
    const rows = guess.slice(0, height).map((row, r) => {
      const sum = row.slice(0, width).reduce<number>((a, b) => a + (b ?? 0), 0);
      return guess[r]?.[width] === null || guess[r]?.[width] === sum ? sum : Number.NaN;
    });
    const all = rows.reduce((a, b) => a + b, 0);
    const columns = Array.from({ length: width }, (_, c) =>
      guess.slice(0, height).reduce((sum, row) => sum + (row[c] ?? 0), 0),
    );
    const columnsOk = columns.every(
      (sum, c) => guess[height]?.[c] === null || guess[height]?.[c] === sum,
    );
    return (
      columnsOk &&
      (guess[height]?.[width] === null ? !Number.isNaN(all) : guess[height]?.[width] === all)
    );
  };
  // The cell asked about may be inner or a margin: every line has to hold from the start.
  for (let r = 0; r < height; r++) for (let c = 0; c < width; c++) if (!fits(r, c)) return false;
  let steps = 0;
  const search = (i: number): boolean => {
    if (++steps > 3_000_000) throw new Error('the attacker gave up: make the table smaller');
    const next = free[i];
    if (next === undefined) return total();
    const [r, c] = next;
    const near = counts[r]?.[c] ?? 0;
    const order = Array.from({ length: most + 1 }, (_, v) => v).sort(
      (a, b) => Math.abs(a - near) - Math.abs(b - near),
    );
    for (const v of order) {
      (guess[r] as (number | null)[])[c] = v;
      if (fits(r, c) && search(i + 1)) return true;
    }
    (guess[r] as (number | null)[])[c] = null;
    return false;
  };
  return search(0);
}

const smallCells = (counts: Counts, k: number): [number, number][] =>
  counts.flatMap((row, r) =>
    row.flatMap((count, c) => (isSmall(count, k) ? [[r, c] as [number, number]] : [])),
  );

describe('what is hidden', () => {
  it('is no number from 1 to k − 1, and nothing where there is none', () => {
    const safe = withMargins([
      [5, 9],
      [0, 12],
    ]);
    expect(suppress(safe, 5).flat()).not.toContain(true);
    const counts = withMargins([
      [3, 20, 30],
      [25, 40, 50],
      [60, 70, 80],
    ]);
    const hidden = suppress(counts, 5);
    // The small one and three others: fewer would be given back by a sum.
    expect(hidden.flat().filter((is) => is)).toHaveLength(4);
    expect(hidden[0]?.[0]).toBe(true);
    expect(hidden.at(-1)?.at(-1)).toBe(false);
  });

  it('leaves an attacker with sums no small number, over random tables', () => {
    const value = fc.oneof(
      { weight: 3, arbitrary: fc.integer({ min: 0, max: 6 }) },
      { weight: 2, arbitrary: fc.integer({ min: 7, max: 25 }) },
    );
    const table = fc
      .tuple(fc.integer({ min: 1, max: 3 }), fc.integer({ min: 2, max: 3 }))
      .chain(([h, w]) =>
        fc.array(fc.array(value, { minLength: w, maxLength: w }), { minLength: h, maxLength: h }),
      );
    let hiddenTables = 0;
    fc.assert(
      fc.property(table, (inner) => {
        const counts = withMargins(inner);
        const hidden = suppress(counts, 5);
        for (const at of smallCells(counts, 5)) {
          hiddenTables++;
          expect(hidden[at[0]]?.[at[1]]).toBe(true);
          expect(agrees(counts, hidden, at, 5, 32)).toBe(true);
        }
      }),
      { seed: 442, numRuns: 400 },
    );
    expect(hiddenTables).toBeGreaterThan(300);
  });

  it('is caught by that attacker where only small numbers are hidden: the test can fail', () => {
    const counts = withMargins([
      [3, 20],
      [25, 40],
    ]);
    const primary = counts.map((row) => row.map((count) => isSmall(count, 5)));
    expect(agrees(counts, primary, [0, 0], 3, 32)).toBe(true);
    expect(agrees(counts, primary, [0, 0], 5, 32)).toBe(false);
  });

  it('stands for a wide table too: 60 rows, in time for a screen', () => {
    const random = fc.sample(
      fc.array(fc.integer({ min: 0, max: 60 }), { minLength: 5, maxLength: 5 }),
      {
        seed: 60,
        numRuns: 60,
      },
    );
    const counts = withMargins(random);
    const hidden = suppress(counts, 10);
    for (const [r, c] of smallCells(counts, 10)) expect(hidden[r]?.[c]).toBe(true);
    const all = hidden.flat();
    expect(all.filter((is) => is).length).toBeLessThan(all.length / 2);
  });
});

describe('statistics for the public', () => {
  const rows = {
    labels: [
      { id: 'food-unlicensed-operation', zh: '无证经营食品', en: 'Unlicensed food' },
      { id: 'ad-false', zh: '虚假广告', en: 'False advertising' },
    ],
    of: ({ violation }: { violation: string }) => violation,
  };
  const some = (
    n: number,
    from: number,
    tier: number,
    violation = 'food-unlicensed-operation',
    day = '2026-10-12',
  ) =>
    Array.from({ length: n }, (_, i) =>
      history(String(from + i), { day, issued: { tier, violation } }),
    );
  const cases = [
    ...some(12, 100, 4),
    ...some(2, 200, 5),
    ...some(9, 300, 3),
    ...some(15, 400, 4, 'ad-false'),
    ...some(8, 500, 5, 'ad-false'),
    ...some(7, 600, 3, 'ad-false'),
  ];
  const { exercises } = exercisesOf(cases);
  const publish = (
    counted: ReadonlySet<string> = new Set(),
    before = '2026-11-01',
    of = exercises,
  ) => publicStatistics({ exercises: of, k: 5, before, rows, counted });

  it('hide the two, and with them what would give them back', () => {
    const { statistics } = publish();
    expect(statistics.total).toBe(53);
    expect(statistics.cells[0]?.[4]).toBeNull();
    expect(statistics.cells.flat().filter((cell) => cell === null)).toHaveLength(4);
    expect(JSON.stringify(statistics)).not.toContain('11230000');
  });

  it('count a case once for ever: successive publications have no case in common', () => {
    const first = publish();
    const more = exercisesOf([
      ...cases,
      ...some(1, 700, 5),
      ...some(6, 800, 4, 'ad-false', '2026-11-05'),
    ]).exercises;
    const second = publish(new Set(first.counted), '2026-12-01', more);
    expect(second.counted).toHaveLength(7);
    expect(second.counted.filter((id) => first.counted.includes(id))).toEqual([]);
    // The late one of October alone would be the difference of two Octobers: here it is hidden in November.
    expect(second.statistics.cells[0]).toEqual([0, 0, 0, 0, null]);
    const again = publish(new Set(first.counted));
    expect(again.statistics.total).toBe(0);
  });

  it('refuse a k below the floor, and a case without a row', () => {
    expect(() =>
      publicStatistics({ exercises, k: 4, before: '2026-11-01', rows, counted: new Set() }),
    ).toThrow('at least 5');
    expect(() =>
      publish(new Set(), '2026-11-01', exercisesOf(some(1, 1, 4, 'price-fraud')).exercises),
    ).toThrow('no row');
  });

  it('leave out what is not decided yet', () => {
    const told = exercisesOf([history('1', { issued: { documentKind: 1 } })]).exercises;
    expect(publish(new Set(), '2026-11-01', told).statistics.total).toBe(0);
  });
});
