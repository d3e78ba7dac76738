import type { Issue } from '../../errors.ts';
import type { Statute } from '../../rules/index.ts';
import { type CaseRecord, loadRecord } from '../record.ts';
import { meaningOf } from './columns.ts';
import { type Duplicate, Duplicates } from './duplicates.ts';
import { fits, type Mapping, mappingIssues, proposeMapping } from './mapping.ts';
import { maskPersons } from './mask.ts';
import { type ReadRow, readRecord } from './read-record.ts';
import { type Line, type Row, type RowFile, readRows, rowOf } from './rows.ts';

export interface ImportOptions {
  /** What records name as their source. */
  readonly source: string;
  /** The statute book, from which a violation is proposed where it is certain. */
  readonly book: readonly Statute[];
  /** A mapping from an earlier import; it must fit the columns of this file. */
  readonly mapping?: Mapping | undefined;
  /** Records that are already there: what repeats them is a duplicate. */
  readonly known?: Iterable<CaseRecord>;
  /** Rows to pass over, because an earlier run has read them; `known` then holds its records. */
  readonly from?: number;
  readonly signal?: AbortSignal | undefined;
}

/** What became of one row. Counted by `ImportReport`. */
export interface ImportedRow extends ReadRow {
  /** A record that repeats the decision of another is not taken; one with almost the same facts is. */
  readonly duplicate: Duplicate | null;
}

/** A file that is about to be imported. */
export interface Import {
  readonly rows: number;
  /** What was understood of the columns; null for a file of records. To be kept for the next file. */
  readonly mapping: Mapping | null;
  /** Headers that nobody knows: their columns are not taken. */
  readonly unknown: readonly string[];
  /** Row by row. Throws the signal's reason between rows. */
  readonly read: () => AsyncGenerator<ImportedRow>;
}

/**
 * Opens a file of cases: Excel, CSV (UTF-8, GB 18030), JSON Lines of records or of plain objects. Nothing is read yet.
 *
 * Issues: those of the readers of sheets; `workbook-form` where nothing looks like headers; `unknown-reference` for a mapping made
 * for other columns; those of `mappingIssues`.
 */
export function openImport(
  name: string,
  bytes: Uint8Array,
  options: ImportOptions,
): { ok: true; value: Import } | { ok: false; issues: readonly Issue[] } {
  const isHeader = (text: string) =>
    options.mapping?.columns.some(({ header }) => header === text.trim()) ??
    meaningOf(text) !== undefined;
  const file = readRows(name, bytes, isHeader);
  if (!file.ok) return file;
  const headers = headersOf(file.value);
  if (headers === null) {
    const { lines } = file.value as Extract<RowFile, { kind: 'lines' }>;
    return opened(lines.length, null, [], lines, options);
  }
  const proposed = proposeMapping(headers);
  const mapping = options.mapping ?? proposed.mapping;
  if (!fits(mapping, headers)) {
    const message = 'the mapping was made for other columns';
    return { ok: false, issues: [{ code: 'unknown-reference', at: name, message }] };
  }
  const issues = mappingIssues(mapping);
  if (issues.length > 0) return { ok: false, issues };
  const unknown = options.mapping === undefined ? proposed.unknown : [];
  const rows = file.value.kind === 'table' ? file.value.rows : file.value.lines;
  return opened(rows.length, mapping, unknown, rows, options);
}

/** Columns of a table, or keys of plain objects; null where the lines are records already. */
function headersOf(file: RowFile): readonly string[] | null {
  if (file.kind === 'table') return file.headers;
  const keys = new Set<string>();
  for (const { value } of file.lines) {
    if (typeof value !== 'object' || value === null) continue;
    if ('format' in value) return null;
    for (const key of Object.keys(value)) keys.add(key);
  }
  return [...keys];
}

function opened(
  count: number,
  mapping: Mapping | null,
  unknown: readonly string[],
  rows: readonly (Row | Line)[],
  options: ImportOptions,
): { ok: true; value: Import } {
  const read = async function* (): AsyncGenerator<ImportedRow> {
    const duplicates = new Duplicates();
    const ids = new Set<string>();
    for (const record of options.known ?? []) {
      duplicates.add(record);
      ids.add(record.id);
    }
    for (const row of rows.slice(options.from ?? 0)) {
      options.signal?.throwIfAborted();
      const one = await readOne(row, mapping, options);
      const { record } = one;
      if (record === null) {
        yield { ...one, duplicate: null };
        continue;
      }
      const again = ids.has(record.id) ? { kind: 'number' as const, of: record.id } : null;
      const duplicate = again ?? duplicates.add(record);
      if (duplicate?.kind === 'number') yield { ...one, record: null, duplicate };
      else {
        ids.add(record.id);
        yield { ...one, duplicate };
      }
    }
  };
  return { ok: true, value: { rows: count, mapping, unknown, read } };
}

async function readOne(
  row: Row | Line,
  mapping: Mapping | null,
  options: ImportOptions,
): Promise<ReadRow> {
  const refused = (issues: readonly Issue[]) => ({ at: row.at, record: null, issues, masked: [] });
  if ('values' in row) return readRecord(row, mapping as Mapping, options);
  if (typeof row.value !== 'object' || row.value === null) {
    return refused([{ code: 'json', at: row.at, message: 'the line is no JSON object' }]);
  }
  if (mapping !== null) return readRecord(rowOf(row.at, row.value), mapping, options);
  const loaded = loadRecord(row.value);
  if (!loaded.ok) {
    return refused(loaded.issues.map((issue) => ({ ...issue, at: `${row.at} ${issue.at}` })));
  }
  const { title = '', facts, basis = '', decision = '', party } = loaded.value;
  const name = party?.name;
  const clean = maskPersons(
    { title, facts, basis, decision, ...(name === undefined ? {} : { party: name }) },
    {
      names: party?.kind === 'individual' && name !== undefined ? [name] : [],
      ...(party?.kind === 'sole-trader' && name !== undefined ? { trade: name } : {}),
    },
  );
  const { party: masked, ...texts } = clean.texts;
  const given = Object.entries(texts).filter(([key]) => key in loaded.value);
  const record = {
    ...loaded.value,
    ...Object.fromEntries(given),
    ...(party && masked !== undefined ? { party: { ...party, name: masked } } : {}),
  };
  return { at: row.at, record, issues: [], masked: clean.masked };
}
