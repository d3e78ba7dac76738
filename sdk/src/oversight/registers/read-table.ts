import type * as z from 'zod/mini';
import type { Issue } from '../../errors.ts';
import { schemaIssues } from '../../rules/schema-issues.ts';
import { pointer, readDay } from '../../text/index.ts';

/** 列映射: field → headers it goes by, the usual one first. Columns that no field names are not read: names of people among them. */
export type Columns<F extends string> = Readonly<Record<F, readonly string[]>>;

/** How rows become records of one register. */
export interface Table<F extends string, T> {
  readonly columns: Columns<F>;
  /** Without these a row says nothing. */
  readonly required: readonly F[];
  /** Fields that hold a day, in any spelling that `readDay` knows. */
  readonly days: readonly F[];
  /** What stands in the record; an empty cell is null. May answer a word that the schema refuses. */
  readonly record: (cells: Readonly<Record<F, string | null>>) => unknown;
  readonly schema: z.ZodMiniType<T>;
  /** Given once in the whole table. */
  readonly key: (record: T) => string;
}

/** Records in the order of the rows, and every row that could not be used, by JSON pointer of its cell. */
export interface TableRead<T> {
  readonly records: readonly T[];
  readonly issues: readonly Issue[];
}

/**
 * Reads a table, a row an object by its headers: rows of CSV and Excel, or a JSON array of plain objects. A row with a fault is
 * refused and named; the others are kept.
 */
export function readTable<F extends string, T>(
  table: Table<F, T>,
  rows: readonly Readonly<Record<string, string>>[],
  columns: Columns<F> = table.columns,
): TableRead<T> {
  const fields = Object.keys(columns) as F[];
  const records: T[] = [];
  const issues: Issue[] = [];
  const seen = new Set<string>();
  for (const [i, row] of rows.entries()) {
    const at = (field: string): string => pointer([i, headerOf(row, columns, field) ?? field]);
    const cells = {} as Record<F, string | null>;
    const faults: Issue[] = [];
    for (const field of fields) {
      const text = row[headerOf(row, columns, field) ?? '']?.trim() || null;
      const read = text !== null && table.days.includes(field) ? readDay(text) : null;
      if (read?.ok === false) faults.push({ ...read.issue, at: at(field) });
      cells[field] = read?.ok ? read.day : text;
      if (text === null && table.required.includes(field))
        faults.push({ code: 'missing-field', at: at(field), message: 'the row needs it' });
    }
    if (faults.length > 0) {
      issues.push(...faults);
      continue;
    }
    const value = table.record(cells);
    const parsed = table.schema.safeParse(value);
    if (!parsed.success) {
      for (const issue of schemaIssues(value, parsed.error))
        issues.push({ ...issue, at: at(issue.at.split('/')[1] ?? '') });
      continue;
    }
    const key = table.key(parsed.data);
    if (seen.has(key)) {
      const message = `${key} stands in an earlier row`;
      issues.push({ code: 'given-twice', at: pointer([i]), message });
      continue;
    }
    seen.add(key);
    records.push(parsed.data);
  }
  return { records, issues };
}

/** The header under which a row gives a field, else the usual one; undefined for what is no field. */
function headerOf(
  row: Readonly<Record<string, string>>,
  columns: Readonly<Record<string, readonly string[]>>,
  field: string,
): string | undefined {
  const headers = columns[field];
  return headers?.find((one) => (row[one] ?? '').trim() !== '') ?? headers?.[0];
}
