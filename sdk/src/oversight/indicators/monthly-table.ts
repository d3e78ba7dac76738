import * as z from 'zod/mini';
import type { Issue } from '../../errors.ts';
import type { Loaded } from '../../rules/index.ts';
import { schemaIssues } from '../../rules/schema-issues.ts';
import { pointer } from '../../text/index.ts';
import type { CaseHistory } from '../events/case-history.ts';
import { type Organisation, Unit } from '../organisation.ts';

/** What the monthly table counts, in the order of its columns; never an amount. */
export const COLUMNS = [
  'filed',
  'noticed',
  'decided',
  'served',
  'executed',
  'closed',
  'codes',
  'withdrawn',
  'objections',
  'upheld',
] as const;
export type Column = (typeof COLUMNS)[number];

const Cell = z.strictObject({
  count: z.int().check(z.minimum(0)),
  /** Ids of cases, sorted, each once; null in a table that was only reported. */
  cases: z.nullable(z.array(z.string())),
});
const Cells = z.strictObject(
  Object.fromEntries(COLUMNS.map((column) => [column, Cell])) as Record<Column, typeof Cell>,
);

/**
 * 月报表: cases by unit and column. `reported` holds the numbers that units sent in; `captured` was counted from the log, and
 * each cell lists its cases. One shape for both, so that a site which starts with reports keeps them when it captures.
 */
export const MonthlyTable = z.strictObject({
  format: z.literal('chidu-monthly-table/1'),
  month: z.string().check(z.regex(/^\d{4}-(0[1-9]|1[0-2])$/)),
  origin: z.enum(['reported', 'captured']),
  /** Units with an authority of their own. */
  rows: z.array(z.strictObject({ unit: Unit.shape.id, cells: Cells })),
  total: Cells,
});
export type MonthlyTable = z.infer<typeof MonthlyTable>;

/** The table of a month from the log. An authority that is no unit of the organisation gives an issue, and its cases are in no row. */
export function monthlyTable(
  organisation: Organisation,
  cases: readonly CaseHistory[],
  month: string,
): { table: MonthlyTable; issues: readonly Issue[] } {
  const units = organisation.units.filter(({ authority }) => authority !== null);
  const counts = new Map(units.map(({ authority }) => [authority as string, emptySets()]));
  const strangers = new Set<string>();
  for (const history of cases) {
    const columns = columnsOf(history, month);
    if (columns.length === 0) continue;
    const sets = counts.get(history.authority);
    if (sets === undefined) strangers.add(history.authority);
    else for (const column of columns) sets[column].push(history.id);
  }
  const rows = units.map(({ id, authority }) => ({
    unit: id,
    cells: cellsOf(counts.get(authority as string) ?? emptySets()),
  }));
  const total = emptySets();
  for (const { cells } of rows)
    for (const column of COLUMNS) total[column].push(...(cells[column].cases ?? []));
  return {
    table: {
      format: 'chidu-monthly-table/1',
      month,
      origin: 'captured',
      rows,
      total: cellsOf(total),
    },
    issues: [...strangers].sort().map((authority) => ({
      code: 'unknown-reference',
      at: '/rows',
      message: `${authority} is no unit of the organisation`,
    })),
  };
}

/**
 * 核验: does a table re-add and agree with the log? Faults by JSON pointer: `contradiction` where a cell is not the number of
 * its cases or a total is not the sum of its column; `given-twice` for a unit with two rows or a case twice in a cell; with
 * `captured`, the table counted from the log, also every cell in which the two differ, totals among them, with the cases that one
 * of them lacks.
 */
export function verifyTable(value: unknown, captured?: MonthlyTable): Loaded<MonthlyTable> {
  const parsed = MonthlyTable.safeParse(value);
  if (!parsed.success) return { ok: false, issues: schemaIssues(value, parsed.error) };
  const table = parsed.data;
  const issues: Issue[] = [];
  const fault = (path: readonly PropertyKey[], message: string, fields = {}) =>
    issues.push({ code: 'contradiction', at: pointer(path), message, fields });
  const units = new Set<string>();
  for (const [i, { unit }] of table.rows.entries()) {
    if (units.has(unit)) {
      const at = pointer(['rows', i, 'unit']);
      issues.push({ code: 'given-twice', at, message: `${unit} has another row` });
    }
    units.add(unit);
  }
  const places = [
    ...table.rows.map(({ cells }, i) => [cells, ['rows', i, 'cells']] as const),
    [table.total, ['total']] as const,
  ];
  for (const [cells, path] of places)
    for (const column of COLUMNS) {
      const { count, cases } = cells[column];
      if (cases === null) {
        if (table.origin === 'captured')
          fault([...path, column], 'a captured cell lists its cases');
      } else if (new Set(cases).size !== cases.length) {
        const at = pointer([...path, column, 'cases']);
        issues.push({ code: 'given-twice', at, message: 'a case stands twice in a cell' });
      } else if (count !== cases.length) {
        fault([...path, column], 'the cell is not the number of its cases', {
          count,
          cases: cases.length,
        });
      }
    }
  for (const column of COLUMNS) {
    const sum = table.rows.reduce((sum, { cells }) => sum + cells[column].count, 0);
    if (sum !== table.total[column].count) {
      fault(['total', column], 'the total is not the sum', {
        sum,
        total: table.total[column].count,
      });
    }
  }
  if (captured) issues.push(...differences(table, captured));
  return issues.length === 0 ? { ok: true, value: table } : { ok: false, issues };
}

function differences(table: MonthlyTable, captured: MonthlyTable): Issue[] {
  if (table.month !== captured.month) {
    return [
      { code: 'contradiction', at: '/month', message: `the log was counted for ${captured.month}` },
    ];
  }
  const known = new Map(captured.rows.map(({ unit, cells }) => [unit, cells]));
  const said = new Set(table.rows.map(({ unit }) => unit));
  const missing = captured.rows.filter(({ unit }) => !said.has(unit));
  return [
    ...missing.map(
      ({ unit }): Issue => ({ code: 'missing-field', at: '/rows', message: `no row for ${unit}` }),
    ),
    ...table.rows.flatMap(({ unit, cells }, i): Issue[] => {
      const log = known.get(unit);
      if (log !== undefined) return cellsApart(cells, log, ['rows', i, 'cells']);
      const at = pointer(['rows', i, 'unit']);
      return [{ code: 'unknown-reference', at, message: `the log knows no unit ${unit}` }];
    }),
    ...cellsApart(table.total, captured.total, ['total']),
  ];
}

function cellsApart(
  cells: MonthlyTable['total'],
  log: MonthlyTable['total'],
  path: readonly PropertyKey[],
): Issue[] {
  return COLUMNS.flatMap((column): Issue[] => {
    const [said, counted] = [cells[column], log[column]];
    const [saidCases, logged] = [said.cases ?? counted.cases ?? [], counted.cases ?? []];
    const [inTable, inLog] = [new Set(saidCases), new Set(logged)];
    const unlogged = saidCases.filter((id) => !inLog.has(id));
    const unsaid = logged.filter((id) => !inTable.has(id));
    if (said.count === counted.count && unlogged.length + unsaid.length === 0) return [];
    const at = pointer([...path, column]);
    const fields = {
      said: said.count,
      counted: counted.count,
      unlogged,
      unsaid,
      cases: counted.cases,
    };
    return [{ code: 'contradiction', at, message: 'the log counts otherwise', fields }];
  });
}

/** Which columns a case stands in for a month. A stage counts on the day the case system gives, once. */
function columnsOf({ stages, codes, objections }: CaseHistory, month: string): Column[] {
  const inMonth = (day: string): boolean => day.slice(0, 7) === month;
  const reached = (name: Column) => stages.some(({ stage, on }) => stage === name && inMonth(on));
  const holds: Readonly<Record<Column, boolean>> = {
    filed: reached('filed'),
    noticed: reached('noticed'),
    decided: reached('decided'),
    served: reached('served'),
    executed: reached('executed'),
    closed: reached('closed'),
    codes: codes.some(({ day }) => inMonth(day)),
    withdrawn: codes.some(({ ended }) => ended?.how === 'withdrawn' && inMonth(ended.day)),
    objections: objections.some(({ day }) => inMonth(day)),
    upheld: objections.some(({ steps, result }) => {
      const answered = steps.findLast(({ data }) => data?.result !== undefined);
      return (result === 'upheld' || result === 'partly-upheld') && inMonth(answered?.day ?? '');
    }),
  };
  return COLUMNS.filter((column) => holds[column]);
}

const emptySets = (): Record<Column, string[]> =>
  Object.fromEntries(COLUMNS.map((column) => [column, [] as string[]])) as Record<Column, string[]>;

const cellsOf = (sets: Record<Column, string[]>): MonthlyTable['total'] =>
  Object.fromEntries(
    COLUMNS.map((column) => [
      column,
      { count: sets[column].length, cases: [...sets[column]].sort() },
    ]),
  ) as MonthlyTable['total'];
