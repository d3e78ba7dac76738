import type { Issue } from '../errors.ts';
import { address } from './address.ts';
import { encodeGb18030 } from './gb18030.ts';
import { LIMITS } from './limits.ts';
import { refusable, refusal } from './refusal.ts';
import type { Cell, Sheet } from './sheet.ts';

/**
 * Comma-separated values (RFC 4180) as a sheet of texts. UTF-8 where the bytes are UTF-8, GB 18030 otherwise, as Excel saves
 * on a Chinese machine. Issues: `sheet-format` with the line, for a quote that is not closed or stands inside a bare value.
 */
export function readCsv(
  bytes: Uint8Array,
  name = 'CSV',
): { ok: true; value: Sheet } | { ok: false; issues: readonly Issue[] } {
  return refusable(() => {
    if (bytes.length > LIMITS.packed) throw refusal('archive-size', name, 'the file is too large');
    const cells = new Map<string, Cell>();
    let [rows, columns] = [0, 0];
    for (const [i, record] of records(decode(bytes, name), name).entries()) {
      for (const [j, text] of record.entries()) {
        if (text === '') continue;
        cells.set(address(j + 1, i + 1), { kind: 'text', text, format: 'General', hidden: false });
        rows = i + 1;
        columns = Math.max(columns, j + 1);
      }
    }
    return { name, hidden: false, cells, rows, columns };
  });
}

/** UTF-8 begins with a byte order mark, without which Excel reads it as GB 18030. Lines end with CRLF. */
export function writeCsv(
  rows: readonly (readonly (string | number)[])[],
  encoding: 'utf-8' | 'gb18030' = 'utf-8',
): Uint8Array {
  const text = rows.map((row) => `${row.map((one) => quote(String(one))).join(',')}\r\n`).join('');
  return encoding === 'gb18030' ? encodeGb18030(text) : new TextEncoder().encode(`\ufeff${text}`);
}

function quote(text: string): string {
  return /[",\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

function decode(bytes: Uint8Array, name: string): string {
  for (const encoding of ['utf-8', 'gb18030']) {
    try {
      return new TextDecoder(encoding, { fatal: true }).decode(bytes);
    } catch (error) {
      if (!(error instanceof TypeError)) throw error;
    }
  }
  throw refusal('sheet-format', name, 'neither UTF-8 nor GB 18030');
}

function records(text: string, name: string): string[][] {
  const all: string[][] = [];
  let record: string[] = [];
  let at = 0;
  let count = 0;
  while (at < text.length) {
    let value = '';
    if (text[at] === '"') {
      for (at += 1; ; ) {
        const end = text.indexOf('"', at);
        if (end < 0)
          throw refusal('sheet-format', `${name}:${all.length + 1}`, 'a quote is not closed');
        value += text.slice(at, end);
        at = end + 1;
        if (text[at] !== '"') break;
        value += '"';
        at += 1;
      }
    } else {
      const end = endOfValue(text, at);
      value = text.slice(at, end);
      at = end;
      if (value.includes('"')) {
        throw refusal('sheet-format', `${name}:${all.length + 1}`, 'a quote inside a bare value');
      }
    }
    record.push(value);
    count += 1;
    if (count > LIMITS.cells) throw refusal('archive-size', name, 'too many cells');
    const next = text[at];
    if (next === ',') {
      at += 1;
      if (at === text.length) record.push('');
    } else if (next === undefined || next === '\r' || next === '\n') {
      at += next === '\r' && text[at + 1] === '\n' ? 2 : 1;
      all.push(record);
      record = [];
    } else {
      throw refusal('sheet-format', `${name}:${all.length + 1}`, 'text behind a closing quote');
    }
  }
  if (record.length > 0) all.push(record);
  return all;
}

function endOfValue(text: string, from: number): number {
  for (let at = from; at < text.length; at += 1) {
    const sign = text[at];
    if (sign === ',' || sign === '\r' || sign === '\n') return at;
  }
  return text.length;
}
