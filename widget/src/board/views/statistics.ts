import { crossTable } from '@chidu/sdk/oversight/board';
import { useOf } from '@chidu/sdk/oversight/use';
import type { Asked, Views } from '../shown.ts';
import type { Known } from './known.ts';

export function statistics(known: Known, { filter, rows, columns }: Asked): Views['statistics'] {
  const { board, cases, keep } = known;
  const tops = board.organisation?.units.filter(({ parent }) => parent === null) ?? [];
  // One top alone would be one row.
  const unit = filter.unit ?? (tops.length === 1 ? (tops[0]?.id ?? null) : null);
  const table = crossTable(board, cases, { rows, columns, unit });
  const nameOf = (by: string) => (key: string) => ({
    key,
    name:
      by === 'unit'
        ? named(board.organisation?.units.find(({ id }) => id === key)?.name)
        : by === 'violation'
          ? (known.papers.statutes.get(key)?.name ?? null)
          : null,
  });
  return {
    table: {
      rows: table.rows.map(nameOf(rows)),
      columns: table.columns.map(nameOf(columns)),
      cells: table.cells.map((line) => line.map(keep)),
      rowTotals: table.rowTotals.map(keep),
      columnTotals: table.columnTotals.map(keep),
      total: keep(table.total),
    },
    use: useOf(cases.flatMap(({ exercise }) => exercise ?? []))
      .filter(({ scope }) => scope.tier === undefined)
      .map(keep),
  };
}

const named = (name: string | undefined) => (name === undefined ? null : { zh: name, en: name });
