import type { Issue } from '../errors.ts';
import { address, place } from './address.ts';
import { LIMITS } from './limits.ts';
import { refusable, refusal } from './refusal.ts';
import type { Cell, Sheet, Workbook } from './sheet.ts';
import { type Archive, unzip } from './unzip.ts';
import { scan, unescapeOffice, type XmlEvent } from './xml.ts';

/**
 * An Excel workbook (.xlsx, ECMA-376), every cell with its place, as the file holds it. Nothing is guessed and nothing
 * silently turned into an empty cell: errors, formulas without a result, merged and hidden cells say what they are.
 *
 * Issues: `archive`, `archive-size`, `sheet-xml`, `sheet-format` (an old .xls, a protected or damaged workbook), with the
 * part of the file or `sheet!cell`.
 */
export function readXlsx(
  bytes: Uint8Array,
): { ok: true; value: Workbook } | { ok: false; issues: readonly Issue[] } {
  return refusable(() => workbook(bytes));
}

function workbook(bytes: Uint8Array): Workbook {
  // Compound files: .xls of before 2007, and .xlsx that need a password.
  if (bytes[0] === 0xd0 && bytes[1] === 0xcf) {
    throw refusal('sheet-format', '', 'an old .xls file or one with a password; save as .xlsx');
  }
  const archive = unzip(bytes);
  const root = relations(archive, '', '_rels/.rels').find((one) => one.type === 'officeDocument');
  if (root === undefined) throw refusal('sheet-format', '', 'not an Excel workbook');
  const folder = root.target.slice(0, root.target.lastIndexOf('/') + 1);
  const base = root.target.slice(folder.length);
  const links = relations(archive, folder, `${folder}_rels/${base}.rels`);
  const target = (type: string) => links.find((one) => one.type === type)?.target;
  const strings = sharedStrings(archive, target('sharedStrings'));
  const formats = cellFormats(archive, target('styles'));
  const names: { name: string; id: string; hidden: boolean }[] = [];
  for (const event of part(archive, root.target)) {
    if (!('open' in event) || event.open !== 'sheet') continue;
    const { name = '', state } = event.attributes;
    const id = event.attributes['r:id'] ?? event.attributes.id ?? '';
    names.push({ name, id, hidden: state === 'hidden' || state === 'veryHidden' });
  }
  const budget = { cells: LIMITS.cells };
  return {
    sheets: names.map(({ name, id, hidden }) => {
      const link = links.find((one) => one.id === id);
      if (link === undefined) throw refusal('sheet-format', name, 'the sheet is not in the file');
      return sheet(name, hidden, part(archive, link.target), strings, formats, budget);
    }),
  };
}

function sheet(
  name: string,
  hidden: boolean,
  events: Iterable<XmlEvent>,
  strings: readonly string[],
  formats: readonly string[],
  budget: { cells: number },
): Sheet {
  const cells = new Map<string, Cell>();
  const merges: string[] = [];
  const hiddenColumns: [number, number][] = [];
  let rowHidden = false;
  let [row, column] = [0, 0];
  let draft: {
    at: string;
    type: string;
    style: number;
    value: string;
    inline: string;
    formula?: string;
  } | null = null;
  let field: 'value' | 'inline' | 'formula' | null = null;
  let phonetic = 0;
  const store = (one: NonNullable<typeof draft>) => {
    const kind = kindOf(one, strings, `${name}!${one.at}`);
    if (kind === null) return;
    budget.cells -= 1;
    if (budget.cells < 0) throw refusal('archive-size', name, 'too many cells');
    const isHidden =
      hidden || rowHidden || hiddenColumns.some(([from, to]) => column >= from && column <= to);
    const format = formats[one.style] ?? 'General';
    const { formula } = one;
    cells.set(one.at, {
      ...kind,
      format,
      ...(formula === undefined ? {} : { formula }),
      hidden: isHidden,
    });
  };
  for (const event of events) {
    if ('text' in event) {
      if (draft === null || field === null || phonetic > 0) continue;
      if (field === 'formula') draft.formula = (draft.formula ?? '') + event.text;
      else draft[field] += event.text;
    } else if ('close' in event) {
      if (event.close === 'rPh') phonetic -= 1;
      else if (event.close === 'c' && draft !== null) {
        store(draft);
        draft = null;
      } else if (event.close === 'v' || event.close === 't' || event.close === 'f') field = null;
    } else {
      const { open, attributes } = event;
      if (open === 'row') {
        row = attributes.r === undefined ? row + 1 : Number(attributes.r);
        column = 0;
        rowHidden = isTrue(attributes.hidden);
      } else if (open === 'c') {
        const found = attributes.r === undefined ? [column + 1, row] : place(attributes.r);
        if (found === null)
          throw refusal('sheet-format', `${name}!${attributes.r}`, 'no such cell');
        [column, row] = found as [number, number];
        const at = address(column, row);
        if (cells.has(at)) throw refusal('sheet-format', `${name}!${at}`, 'the cell stands twice');
        draft = {
          at,
          type: attributes.t ?? 'n',
          style: Number(attributes.s ?? 0),
          value: '',
          inline: '',
        };
      } else if (open === 'v') field = 'value';
      else if (open === 't') field = draft === null ? null : 'inline';
      else if (open === 'rPh') phonetic += 1;
      else if (open === 'f' && draft !== null) {
        field = 'formula';
        draft.formula = '';
      } else if (open === 'mergeCell') merges.push(attributes.ref ?? '');
      else if (open === 'col' && isTrue(attributes.hidden)) {
        hiddenColumns.push([Number(attributes.min), Number(attributes.max)]);
      }
    }
  }
  for (const range of merges) spread(name, range, cells, budget);
  let [rows, columns] = [0, 0];
  for (const at of cells.keys()) {
    const [c = 0, r = 0] = place(at) ?? [];
    rows = Math.max(rows, r);
    columns = Math.max(columns, c);
  }
  return { name, hidden, cells, rows, columns };
}

/** What a `<c>` element holds; null when it holds nothing and computes nothing. */
function kindOf(
  draft: { type: string; value: string; inline: string; formula?: string },
  strings: readonly string[],
  at: string,
): Pick<Cell, 'kind' | 'text'> | null {
  const { type, value, inline, formula } = draft;
  if (type === 'inlineStr')
    return inline === '' ? null : { kind: 'text', text: unescapeOffice(inline) };
  if (value === '') {
    if (formula === undefined) return null;
    // A computed empty text has an empty value on purpose.
    return type === 'str' ? { kind: 'text', text: '' } : { kind: 'uncached', text: '' };
  }
  if (type === 's') {
    const text = /^\d+$/.test(value) ? strings[Number(value)] : undefined;
    if (text === undefined)
      throw refusal('sheet-format', at, 'the text of the cell is not in the file');
    return text === '' ? null : { kind: 'text', text };
  }
  if (type === 'str') return { kind: 'text', text: unescapeOffice(value) };
  if (type === 'b') return { kind: 'boolean', text: value === '1' ? 'TRUE' : 'FALSE' };
  if (type === 'e') return { kind: 'error', text: value };
  if (type === 'd') return { kind: 'text', text: value };
  const number = Number(value);
  if (type !== 'n' || !Number.isFinite(number)) {
    throw refusal('sheet-format', at, 'a value that is not understood');
  }
  // Files write up to 17 digits (0.28999999999999998); the shortest decimal of the same number is what was typed.
  return { kind: 'number', text: String(number) };
}

/** The cells of a merged range all show its first cell. */
function spread(name: string, range: string, cells: Map<string, Cell>, budget: { cells: number }) {
  const [from, to] = range.split(':').map(place);
  if (from == null || to == null) throw refusal('sheet-format', name, `no such range ${range}`);
  const first = cells.get(address(...from));
  const area = (to[0] - from[0] + 1) * (to[1] - from[1] + 1);
  budget.cells -= area;
  if (area < 1 || budget.cells < 0)
    throw refusal('archive-size', `${name}!${range}`, 'too many cells');
  for (let row = from[1]; row <= to[1]; row += 1) {
    for (let column = from[0]; column <= to[0]; column += 1) {
      const at = address(column, row);
      if (first !== undefined) cells.set(at, { ...first, merge: range });
      else cells.delete(at);
    }
  }
}

interface Relation {
  readonly id: string;
  readonly type: string;
  readonly target: string;
}

function relations(archive: Archive, folder: string, name: string): Relation[] {
  const found: Relation[] = [];
  for (const event of part(archive, name)) {
    if (!('open' in event) || event.open !== 'Relationship') continue;
    const { Id = '', Type = '', Target = '', TargetMode } = event.attributes;
    if (TargetMode === 'External') continue;
    found.push({
      id: Id,
      type: Type.slice(Type.lastIndexOf('/') + 1),
      target: resolve(folder, Target),
    });
  }
  return found;
}

function resolve(folder: string, target: string): string {
  if (target.startsWith('/')) return target.slice(1);
  const steps: string[] = [];
  for (const step of (folder + target).split('/')) {
    if (step === '..') steps.pop();
    else if (step !== '.' && step !== '') steps.push(step);
  }
  return steps.join('/');
}

function part(archive: Archive, name: string): Generator<XmlEvent> {
  const bytes = archive.file(name);
  if (bytes === null) throw refusal('sheet-format', name, 'a part of the workbook is missing');
  return scan(new TextDecoder().decode(bytes), name);
}

/** Each text with its runs joined; phonetic guides are left out. */
function sharedStrings(archive: Archive, name: string | undefined): string[] {
  if (name === undefined) return [];
  const strings: string[] = [];
  let text: string | null = null;
  let inText = false;
  let phonetic = 0;
  for (const event of part(archive, name)) {
    if ('text' in event) {
      if (inText && phonetic === 0 && text !== null) text += event.text;
    } else if ('open' in event) {
      if (event.open === 'si') text = '';
      else if (event.open === 't') inText = true;
      else if (event.open === 'rPh') phonetic += 1;
    } else if (event.close === 't') inText = false;
    else if (event.close === 'rPh') phonetic -= 1;
    else if (event.close === 'si') {
      strings.push(unescapeOffice(text ?? ''));
      text = null;
    }
  }
  return strings;
}

/** Formats that files name by number only (ECMA-376 part 1, 18.8.30). */
const BUILT_IN: Readonly<Record<number, string>> = {
  0: 'General',
  1: '0',
  2: '0.00',
  3: '#,##0',
  4: '#,##0.00',
  9: '0%',
  10: '0.00%',
  14: 'yyyy-mm-dd',
  49: '@',
};

/** Number format of each cell style, by its index. */
function cellFormats(archive: Archive, name: string | undefined): string[] {
  if (name === undefined) return [];
  const codes = new Map<number, string>();
  const formats: string[] = [];
  let inCells = false;
  for (const event of part(archive, name)) {
    if ('close' in event) {
      if (event.close === 'cellXfs') inCells = false;
    } else if ('open' in event) {
      const { numFmtId = '0', formatCode = '' } = event.attributes;
      if (event.open === 'numFmt') codes.set(Number(numFmtId), formatCode);
      else if (event.open === 'cellXfs') inCells = true;
      else if (event.open === 'xf' && inCells) {
        const id = Number(numFmtId);
        formats.push(codes.get(id) ?? BUILT_IN[id] ?? `#${id}`);
      }
    }
  }
  return formats;
}

function isTrue(value: string | undefined): boolean {
  return value === '1' || value === 'true';
}
