import type { Method } from '../../rules/index.ts';
import type { Undecided } from '../assessment.ts';
import { type Answers, nowhere, type Placed } from './method.ts';
import { inShareTiers } from './share-tiers.ts';

export type Grid = Extract<Method, { kind: 'grid' }>;
type Axis = Grid['rows'];

/**
 * 二维裁量: two groups of factors are graded apart and meet in a cell, which holds a share of the span; the points of
 * the remaining factors (修正) shift it, in basis points, never out of the span.
 */
export function grid(method: Grid, answers: Answers): Placed | Undecided {
  const { fixed } = answers;
  const row = graded(method.rows, answers);
  const column = graded(method.columns, answers);
  const cell = method.shares[row.index]?.[column.index];
  if (cell === undefined) return nowhere({ rows: row.points, columns: column.points, tier: fixed });
  const shift = corrections(method, answers);
  const share = Math.min(Math.max(cell + shift, 0), 10_000);
  const found = inShareTiers(method, [share, 10_000], fixed);
  if (!found) return nowhere({ share, tier: fixed });
  const { tier, band } = found.row;
  const label = (axis: Axis, index: number) => axis.grades[index]?.label ?? { zh: '' };
  return {
    tier,
    bp: band.bp,
    share: found.share,
    step: {
      step: 'grid',
      row: { points: row.points, label: label(method.rows, row.index) },
      column: { points: column.points, label: label(method.columns, column.index) },
      cell,
      shift,
      tier,
      fixed: fixed !== null,
    },
  };
}

function graded(axis: Axis, { benchmark, options }: Answers): { points: number; index: number } {
  let points = 0;
  benchmark.factors.forEach((factor, i) => {
    if (axis.factors.includes(factor.id)) points += options[i]?.points ?? 0;
  });
  const index = axis.grades.findIndex(
    ({ from, to }) => points >= from && (to === null || points < to),
  );
  return { points, index };
}

function corrections(method: Grid, { benchmark, options }: Answers): number {
  let shift = 0;
  benchmark.factors.forEach((factor, i) => {
    if (!method.rows.factors.includes(factor.id) && !method.columns.factors.includes(factor.id))
      shift += options[i]?.points ?? 0;
  });
  return shift;
}
