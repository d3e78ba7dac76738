import { strToU8, zipSync } from 'fflate';
import { address } from './address.ts';
import { escapeXml } from './xml.ts';

/** What is written into a cell: text, a whole number, or a share in basis points shown as a percentage. */
export type CellInput =
  | string
  | number
  | null
  | { readonly bp: number }
  | { readonly head: string }
  | { readonly wrap: string };

export interface SheetInput {
  readonly name: string;
  /** Widths in characters, from the first column. */
  readonly widths?: readonly number[];
  readonly rows: readonly (readonly CellInput[])[];
  /** `B2:B5` */
  readonly merges?: readonly string[];
  /** Rows at the top that stay in view. */
  readonly frozen?: number;
}

const STYLE = { plain: 0, text: 1, head: 2, percent: 3, wrap: 4 } as const;

/** A workbook of these sheets. Same input, same bytes: no clock, no author, texts inside the cells. */
export function writeXlsx(sheets: readonly SheetInput[]): Uint8Array {
  const numbered = sheets.map((sheet, i) => ({ sheet, number: i + 1 }));
  const files: Record<string, string> = {
    '[Content_Types].xml': `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/>${numbered.map(({ number }) => `<Override PartName="/xl/worksheets/sheet${number}.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/>`).join('')}</Types>`,
    '_rels/.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets>${numbered.map(({ sheet, number }) => `<sheet name="${escapeXml(sheet.name)}" sheetId="${number}" r:id="rId${number}"/>`).join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${numbered.map(({ number }) => `<Relationship Id="rId${number}" Type="${OFFICE}/worksheet" Target="worksheets/sheet${number}.xml"/>`).join('')}<Relationship Id="rId${sheets.length + 1}" Type="${OFFICE}/styles" Target="styles.xml"/></Relationships>`,
    'xl/styles.xml': `<styleSheet xmlns="${MAIN}"><numFmts count="1"><numFmt numFmtId="164" formatCode="0.##%"/></numFmts><fonts count="2"><font><sz val="11"/><name val="等线"/></font><font><b/><sz val="11"/><name val="等线"/></font></fonts><fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill><fill><patternFill patternType="solid"><fgColor rgb="FFE8EEF7"/></patternFill></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="5"><xf/><xf numFmtId="49" applyNumberFormat="1"/><xf numFmtId="49" fontId="1" fillId="2" applyNumberFormat="1" applyFont="1" applyFill="1"/><xf numFmtId="164" applyNumberFormat="1"/><xf numFmtId="49" applyNumberFormat="1" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf></cellXfs></styleSheet>`,
  };
  for (const { sheet, number } of numbered)
    files[`xl/worksheets/sheet${number}.xml`] = worksheet(sheet);
  const bytes = Object.entries(files).map(
    ([name, xml]) =>
      [name, strToU8(`<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n${xml}`)] as const,
  );
  // The oldest time that a zip archive can hold, in whatever zone the machine is.
  return zipSync(Object.fromEntries(bytes), { mtime: new Date(1980, 0, 1), level: 6 });
}

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

function worksheet({ widths = [], rows, merges = [], frozen = 0 }: SheetInput): string {
  const pane =
    frozen > 0
      ? `<sheetViews><sheetView workbookViewId="0"><pane ySplit="${frozen}" topLeftCell="A${frozen + 1}" state="frozen"/></sheetView></sheetViews>`
      : '';
  const cols = widths
    .map((width, i) => `<col min="${i + 1}" max="${i + 1}" width="${width}" customWidth="1"/>`)
    .join('');
  const data = rows
    .map((cells, i) => {
      const body = cells.map((one, j) => cell(one, address(j + 1, i + 1))).join('');
      return body === '' ? '' : `<row r="${i + 1}">${body}</row>`;
    })
    .join('');
  const merged =
    merges.length > 0
      ? `<mergeCells count="${merges.length}">${merges.map((ref) => `<mergeCell ref="${ref}"/>`).join('')}</mergeCells>`
      : '';
  return `<worksheet xmlns="${MAIN}">${pane}${cols === '' ? '' : `<cols>${cols}</cols>`}<sheetData>${data}</sheetData>${merged}</worksheet>`;
}

function cell(input: CellInput, at: string): string {
  if (input === null || input === '') return '';
  if (typeof input === 'number') return `<c r="${at}" s="${STYLE.plain}"><v>${input}</v></c>`;
  if (typeof input === 'string') return text(input, at, STYLE.text);
  if ('bp' in input) return `<c r="${at}" s="${STYLE.percent}"><v>${decimal(input.bp)}</v></c>`;
  return 'head' in input ? text(input.head, at, STYLE.head) : text(input.wrap, at, STYLE.wrap);
}

function text(value: string, at: string, style: number): string {
  return `<c r="${at}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${escapeXml(value)}</t></is></c>`;
}

/** 3050 basis points are 0.305, written from the digits. */
function decimal(bp: number): string {
  const digits = String(Math.abs(bp)).padStart(5, '0');
  return `${bp < 0 ? '-' : ''}${digits.slice(0, -4)}.${digits.slice(-4)}`;
}
