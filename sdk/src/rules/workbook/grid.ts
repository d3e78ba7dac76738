import type { ErrorCode, Issue } from '../../errors.ts';
import { address, type Cell, type Sheet } from '../../sheets/index.ts';
import { halfWidth, parseInterval, parseMoney, parsePercent, readDay } from '../../text/index.ts';

/** What a text was understood to mean, for the author to read over. */
export interface Echo {
  /** `阶次!C2` */
  readonly at: string;
  readonly text: string;
  readonly reading: string;
}

/** Faults and readings of one import; every value is asked for through it, so that each fault has its cell. */
export class Ledger {
  readonly issues: Issue[] = [];
  readonly echoes: Echo[] = [];

  fault(code: ErrorCode, at: string, message: string, fields: Record<string, unknown> = {}): void {
    this.issues.push({ code, at, message, fields });
  }

  echo(at: string, text: string, reading: string): void {
    this.echoes.push({ at, text, reading });
  }
}

/** One cell asked about, present or not. */
export class Slot {
  readonly at: string;
  readonly cell: Cell | undefined;
  readonly #ledger: Ledger;

  constructor(sheet: Sheet, column: number, row: number, ledger: Ledger) {
    const place = address(column, row);
    this.at = `${sheet.name}!${place}`;
    this.cell = sheet.cells.get(place);
    this.#ledger = ledger;
    if (this.cell?.kind === 'error') this.#fault('cell-error', `the cell holds ${this.cell.text}`);
    if (this.cell?.kind === 'uncached') {
      this.#fault(
        'cell-uncached',
        'a formula whose result the file does not hold: save it in Excel',
      );
    }
    if (this.cell?.hidden === true)
      this.#fault('cell-hidden', 'the cell is hidden: show or delete it');
  }

  /** True where the cell holds nothing but white space. */
  get empty(): boolean {
    return this.cell === undefined || (this.cell.kind === 'text' && this.cell.text.trim() === '');
  }

  /** The text as it stands; null when empty. Numbers give their decimal, so that a version 2 is `2`. */
  text(): string | null {
    if (this.empty || !this.#readable()) return null;
    return this.cell?.text.normalize('NFC') ?? null;
  }

  /** A text that must be there. */
  required(): string | null {
    if (this.empty) this.#fault('missing-field', 'the cell is empty');
    return this.text();
  }

  /** One of the words of a table. */
  word<T>(words: Readonly<Record<string, T>>): T | null {
    const text = this.required();
    if (text === null) return null;
    const word = text.trim();
    if (Object.hasOwn(words, word)) return words[word] as T;
    this.#fault('cell-word', `one of ${Object.keys(words).join('、')} expected`, { text });
    return null;
  }

  /** A whole number, as a number or in digits: 5, `5`, `５分`. */
  whole(): number | null {
    const text = this.required();
    if (text === null) return null;
    const match = /^(-?\d{1,15})分?$/.exec(halfWidth(text).trim());
    if (match !== null) return Number(match[1]);
    this.#fault('cell-number', 'a whole number expected', { text });
    return null;
  }

  /** A share in basis points: `30%` in words, or 0.3 under a percent format; a bare 0.3 is asked about. */
  share(): number | null {
    const text = this.required();
    if (text === null || this.cell === undefined) return null;
    const { kind, format } = this.cell;
    const isPercent = kind === 'number' && format.includes('%');
    const parsed = parsePercent(isPercent ? `${hundredfold(text)}%` : text);
    if (parsed.ok) {
      if (!isPercent) this.#ledger.echo(this.at, text, `${parsed.bp} ‱`);
      return parsed.bp;
    }
    this.#ledger.issues.push({ ...parsed.issue, at: this.at });
    return null;
  }

  /** A share where it is written as one, else a whole number: points of a grid, and its corrections. */
  wholeOrShare(): number | null {
    const { kind, text = '', format = '' } = this.cell ?? {};
    const isShare = kind === 'number' ? format.includes('%') : /[%％]|百分之/.test(text);
    return isShare ? this.share() : this.whole();
  }

  /** Whole fen; a bare number is yuan. */
  fen(): number | null {
    const text = this.required();
    if (text === null) return null;
    const money = parseMoney(text, { unit: 'yuan' });
    if (money.ok) return money.fen;
    this.#ledger.issues.push({ ...money.issue, at: this.at });
    return null;
  }

  /** Points `[from, to)` in words; the reading is echoed. */
  points(): { from: number; to: number | null } | null {
    const text = this.required();
    if (text === null) return null;
    const parsed = parseInterval(text, 'points');
    if (!parsed.ok) {
      this.#ledger.issues.push({ ...parsed.issue, at: this.at });
      return null;
    }
    const { from, to } = parsed.interval;
    if (from === null) {
      this.#fault('interval-unclear', 'say where it begins: 0分以上不足30分', { text });
      return null;
    }
    this.#ledger.echo(
      this.at,
      text,
      `${from}分（含）${to === null ? '以上' : `至${to}分（不含）`}`,
    );
    return { from, to };
  }

  /** Lines of a text, none of them empty. */
  lines(): string[] {
    const lines = this.text()?.split('\n') ?? [];
    if (lines.some((one) => one.trim() === '')) this.#fault('missing-field', 'a line is empty');
    return lines;
  }

  /** Nothing may stand here: it would be left out. */
  unused(why: string): void {
    if (!this.empty) this.#fault('contradiction', why);
  }

  day(): string | null {
    const text = this.required();
    if (text === null) return null;
    const read = readDay(this.cell?.kind === 'number' ? serialDay(text, this.cell.format) : text);
    if (read.ok) return read.day;
    this.#ledger.issues.push({ ...read.issue, at: this.at });
    return null;
  }

  #readable(): boolean {
    return this.cell?.kind !== 'error' && this.cell?.kind !== 'uncached';
  }

  #fault(code: ErrorCode, message: string, fields: Record<string, unknown> = {}): void {
    this.#ledger.fault(code, this.at, message, fields);
  }
}

/** `0.305` → `30.5`, by moving the point. */
function hundredfold(decimal: string): string {
  const match = /^(-?)(\d+)(?:\.(\d+))?$/.exec(decimal);
  if (match === null) return decimal;
  const [, sign = '', whole = '', fraction = ''] = match;
  const digits = fraction.padEnd(2, '0');
  const text = `${whole}${digits.slice(0, 2)}`.replace(/^0+(?=\d)/, '');
  return `${sign}${text}${digits.length > 2 ? `.${digits.slice(2)}` : ''}`;
}

/** Excel counts days from 1899-12-30 and shows them by a date format; a bare number is no date. */
function serialDay(text: string, format: string): string {
  if (!/[ymd年月日]/i.test(format) || !/^\d{1,6}$/.test(text)) return text;
  return new Date(Date.UTC(1899, 11, 30 + Number(text))).toISOString().slice(0, 10);
}

/** The rows of a sheet whose first row names the columns. */
export function rowsOf<K extends string>(
  sheet: Sheet,
  columns: Readonly<Record<K, string>>,
  ledger: Ledger,
): { row: number; slots: Readonly<Record<K, Slot>> }[] {
  const places = new Map<string, number>();
  for (let column = 1; column <= sheet.columns; column += 1) {
    const head = new Slot(sheet, column, 1, ledger);
    const word = head.text()?.trim();
    if (word === undefined || word.startsWith('备注')) continue;
    if (places.has(word)) ledger.fault('given-twice', head.at, `the column ${word} stands twice`);
    else if (!(Object.values(columns) as string[]).includes(word)) {
      ledger.fault('unknown-field', head.at, `no column is called ${word}`);
    }
    places.set(word, column);
  }
  const missing = (Object.values(columns) as string[]).filter((word) => !places.has(word));
  for (const word of missing) ledger.fault('missing-field', `${sheet.name}!1`, `no column ${word}`);
  if (missing.length > 0) return [];
  const known = (Object.entries(columns) as [K, string][]).map(
    ([key, word]) => [key, places.get(word) ?? 0] as const,
  );
  const rows: { row: number; slots: Record<K, Slot> }[] = [];
  for (let row = 2; row <= sheet.rows; row += 1) {
    const filled = known.some(([, column]) => sheet.cells.has(address(column, row)));
    if (!filled) continue;
    const slots = {} as Record<K, Slot>;
    for (const [key, column] of known) slots[key] = new Slot(sheet, column, row, ledger);
    rows.push({ row, slots });
  }
  return rows;
}
