import { TIERS } from '../../rules/tiers.ts';
import { count, type Figure, type FigureDefinition } from '../figure.ts';
import { BOARD_STAGES, type Board, type BoardCase } from './board.ts';

/** What a table of cases can be cut by. */
export const CROSS_KEYS = ['unit', 'violation', 'month', 'tier', 'stage'] as const;
export type CrossKey = (typeof CROSS_KEYS)[number];

export const CROSS_FIGURE: FigureDefinition = {
  id: 'board.cell',
  label: { zh: '交叉表的一格', en: 'Cell of a table' },
  formula: {
    zh: '同时属于该行和该列的案件数；不属于任何一行或一列的另行列出',
    en: 'cases of both the row and the column; those of no row or column are told apart',
  },
  counts: 'case',
};

export interface CrossTable {
  /** Keys, in their order; `''` is what the log does not say, and stands last. */
  readonly rows: readonly string[];
  readonly columns: readonly string[];
  /** By row and column. Scope `{ row, column }` with the keys that they are cut by before a colon. */
  readonly cells: readonly (readonly Figure[])[];
  readonly rowTotals: readonly Figure[];
  readonly columnTotals: readonly Figure[];
  readonly total: Figure;
}

/**
 * 交叉统计: cases by two keys. Every case stands in exactly one cell, so that rows, columns and the whole add up. Units are those
 * right below `unit` (or at the top), each with its branch.
 */
export function crossTable(
  board: Board,
  cases: readonly BoardCase[],
  { rows, columns, unit }: { rows: CrossKey; columns: CrossKey; unit: string | null },
): CrossTable {
  const [rowOf, columnOf] = [keyOf(board, rows, unit), keyOf(board, columns, unit)];
  const cells = new Map<string, Map<string, string[]>>();
  const columnKeys = new Set<string>();
  for (const one of cases) {
    const [row, column] = [rowOf(one), columnOf(one)];
    const own = cells.get(row) ?? new Map<string, string[]>();
    cells.set(row, own);
    const ids = own.get(column);
    if (ids === undefined) own.set(column, [one.id]);
    else ids.push(one.id);
    columnKeys.add(column);
  }
  const rowKeys = inOrder([...cells.keys()], rows);
  const ordered = inOrder([...columnKeys], columns);
  const idsAt = (row: string, column: string) => cells.get(row)?.get(column) ?? [];
  const figure = (ids: readonly string[], row: string | null, column: string | null) =>
    count(CROSS_FIGURE, ids, {
      ...(row !== null && { row: `${rows}:${row}` }),
      ...(column !== null && { column: `${columns}:${column}` }),
    });
  return {
    rows: rowKeys,
    columns: ordered,
    cells: rowKeys.map((row) => ordered.map((column) => figure(idsAt(row, column), row, column))),
    rowTotals: rowKeys.map((row) =>
      figure(
        ordered.flatMap((column) => idsAt(row, column)),
        row,
        null,
      ),
    ),
    columnTotals: ordered.map((column) =>
      figure(
        rowKeys.flatMap((row) => idsAt(row, column)),
        null,
        column,
      ),
    ),
    total: figure(
      cases.map(({ id }) => id),
      null,
      null,
    ),
  };
}

function keyOf(board: Board, key: CrossKey, above: string | null): (one: BoardCase) => string {
  if (key === 'violation') return ({ violation }) => violation ?? '';
  if (key === 'month') return ({ began }) => began.slice(0, 7);
  if (key === 'tier') return ({ exercise }) => exercise?.tier ?? '';
  if (key === 'stage') return ({ stage }) => stage;
  const branch = new Map<string, string>();
  if (above !== null) branch.set(above, above);
  for (const { id, parent } of board.organisation?.units ?? [])
    if (parent === above) for (const below of board.branches.get(id) ?? []) branch.set(below, id);
  return ({ unit }) => (unit === null ? '' : (branch.get(unit) ?? ''));
}

function inOrder(keys: readonly string[], key: CrossKey): string[] {
  const order: readonly string[] | null =
    key === 'tier' ? TIERS : key === 'stage' ? BOARD_STAGES : null;
  const place = (one: string) =>
    one === '' ? Number.MAX_SAFE_INTEGER : (order?.indexOf(one) ?? 0);
  return keys.toSorted((a, b) => place(a) - place(b) || (a < b ? -1 : a > b ? 1 : 0));
}
