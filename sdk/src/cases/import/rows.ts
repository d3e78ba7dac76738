import type { Issue } from '../../errors.ts';
import { address, type Cell, readCsv, readXlsx, type Sheet } from '../../sheets/index.ts';

/** One row of a source: its values under the headers, and where it stands. */
export interface Row {
  /** `penalties.csv:17`, `penalties.xlsx 处罚!17`. */
  readonly at: string;
  /** By header; an empty value is absent. */
  readonly values: ReadonlyMap<string, Value>;
}

export interface Value {
  readonly text: string;
  /** The cell, `D17`, or the key. */
  readonly at: string;
  /** What a sheet says of the value beyond its text. */
  readonly cell?: Cell;
}

/** A file as rows: of a table, or records one a line. */
export type RowFile =
  | {
      readonly kind: 'table';
      readonly headers: readonly string[];
      readonly rows: readonly Row[];
    }
  /** JSON values with their lines; a line that is not JSON has none. */
  | { readonly kind: 'lines'; readonly lines: readonly Line[] };

export interface Line {
  readonly at: string;
  readonly value?: unknown;
}

type Read = { ok: true; value: RowFile } | { ok: false; issues: readonly Issue[] };

/** Rows of lists that stand above the headers at most: a title, a unit, a date. */
const TITLES = 6;

/**
 * Rows of a file: Excel by its first bytes, JSON Lines by its first sign, CSV otherwise (UTF-8, GB 18030).
 * Issues: those of the readers of sheets; `workbook-form` where no row looks like headers.
 */
export function readRows(
  name: string,
  bytes: Uint8Array,
  isHeader: (text: string) => boolean,
): Read {
  if (bytes[0] === 0x50 && bytes[1] === 0x4b) {
    const book = readXlsx(bytes);
    if (!book.ok) return book;
    const tables = book.value.sheets
      .filter(({ hidden }) => !hidden)
      .map((sheet) => table(`${name} ${sheet.name}!`, sheet, isHeader))
      .filter((one) => one !== null);
    const [first, ...more] = tables;
    if (first === undefined) return noHeaders(name);
    // Sheets of the same columns are one list in parts.
    const alike = more.filter(({ headers }) => headers.join('\n') === first.headers.join('\n'));
    return { ok: true, value: { ...first, rows: [first, ...alike].flatMap(({ rows }) => rows) } };
  }
  if (/^(?:\ufeff)?\s*\{/.test(new TextDecoder().decode(bytes.subarray(0, 64)))) {
    return { ok: true, value: { kind: 'lines', lines: lines(name, bytes) } };
  }
  const sheet = readCsv(bytes, name);
  if (!sheet.ok) return sheet;
  const found = table(`${name}:`, sheet.value, isHeader);
  return found === null ? noHeaders(name) : { ok: true, value: found };
}

function table(place: string, sheet: Sheet, isHeader: (text: string) => boolean) {
  const texts = (row: number) =>
    Array.from({ length: sheet.columns }, (_, i) => sheet.cells.get(address(i + 1, row)));
  const heads = Array.from({ length: Math.min(TITLES, sheet.rows) }, (_, i) => i + 1);
  const known = (row: number) => texts(row).filter((cell) => cell && isHeader(cell.text)).length;
  const [head = 0] = heads.sort((a, b) => known(b) - known(a) || a - b);
  if (head === 0 || known(head) < 2) return null;
  const headers = texts(head).map((cell) => cell?.text.trim() ?? '');
  const rows: Row[] = [];
  for (let row = head + 1; row <= sheet.rows; row += 1) {
    const values = new Map<string, Value>();
    for (const [i, cell] of texts(row).entries()) {
      const header = headers[i] ?? '';
      if (header === '' || cell === undefined) continue;
      if (cell.text.trim() === '' && cell.kind === 'text') continue;
      values.set(header, { text: cell.text.trim(), at: address(i + 1, row), cell });
    }
    if (values.size > 0) rows.push({ at: `${place}${row}`, values });
  }
  return { kind: 'table' as const, headers: headers.filter((one) => one !== ''), rows };
}

function lines(name: string, bytes: Uint8Array): Line[] {
  const text = new TextDecoder().decode(bytes);
  return text.split('\n').flatMap((line, i): Line[] => {
    if (line.trim() === '') return [];
    const at = `${name}:${i + 1}`;
    try {
      return [{ at, value: JSON.parse(line) }];
    } catch {
      return [{ at }];
    }
  });
}

/** A JSON object as a row: its keys are the headers. */
export function rowOf(at: string, value: object): Row {
  const values = new Map<string, Value>();
  for (const [header, one] of Object.entries(value)) {
    if (one === null || one === '' || typeof one === 'object') continue;
    values.set(header, { text: String(one).trim(), at: header });
  }
  return { at, values };
}

function noHeaders(name: string): Read {
  const message = 'no row has the headers of a list of penalties';
  return { ok: false, issues: [{ code: 'workbook-form', at: name, message }] };
}
