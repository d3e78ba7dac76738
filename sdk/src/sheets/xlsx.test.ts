import fc from 'fast-check';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { address, place } from './address.ts';
import { LIMITS } from './limits.ts';
import { readXlsx } from './read-xlsx.ts';
import { type CellInput, writeXlsx } from './write-xlsx.ts';

const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const relation = (id: string, type: string, target: string) =>
  `<Relationship Id="${id}" Type="${RELATIONS}/${type}" Target="${target}"/>`;

/** A workbook as other programs write it, from the inner XML of its parts. */
function file(parts: { sheet: string; strings?: string; styles?: string; state?: string }) {
  return zipSync({
    '_rels/.rels': strToU8(
      `<Relationships>${relation('a', 'officeDocument', '/xl/workbook.xml')}</Relationships>`,
    ),
    'xl/workbook.xml': strToU8(
      `<?xml version="1.0"?><x:workbook xmlns:x="m" xmlns:r="r"><x:sheets><x:sheet name="量化表" r:id="s1" ${parts.state ?? ''}/></x:sheets></x:workbook>`,
    ),
    'xl/_rels/workbook.xml.rels': strToU8(
      `<Relationships>${relation('s1', 'worksheet', 'worksheets/sheet1.xml')}${relation('s2', 'sharedStrings', 'sharedStrings.xml')}${relation('s3', 'styles', 'styles.xml')}</Relationships>`,
    ),
    'xl/sharedStrings.xml': strToU8(`<sst>${parts.strings ?? ''}</sst>`),
    'xl/styles.xml': strToU8(
      parts.styles ??
        '<styleSheet><numFmts><numFmt numFmtId="164" formatCode="0&quot;倍&quot;"/></numFmts><cellStyleXfs><xf numFmtId="9"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="9"/><xf numFmtId="164"/></cellXfs></styleSheet>',
    ),
    'xl/worksheets/sheet1.xml': strToU8(`<worksheet>${parts.sheet}</worksheet>`),
  });
}

function cells(parts: Parameters<typeof file>[0]) {
  const read = readXlsx(file(parts));
  if (!read.ok) return read.issues.map(({ code, at }) => `${code} ${at}`);
  return Object.fromEntries(read.value.sheets[0]?.cells ?? []);
}

const row = (content: string, attributes = '') =>
  `<sheetData><row r="1" ${attributes}>${content}</row></sheetData>`;

describe('a cell keeps what the file says of it', () => {
  it('an error is an error, never empty and never a number', () => {
    expect(cells({ sheet: row('<c r="A1" t="e"><v>#REF!</v></c>') })).toMatchObject({
      A1: { kind: 'error', text: '#REF!' },
    });
  });

  it('a formula without a stored result is uncached, with one it is its result', () => {
    expect(
      cells({ sheet: row('<c r="A1"><f>B1*2</f></c><c r="B1"><f>1+1</f><v>2</v></c>') }),
    ).toMatchObject({
      A1: { kind: 'uncached', formula: 'B1*2' },
      B1: { kind: 'number', text: '2', formula: '1+1' },
    });
  });

  it('a percentage keeps its format and the decimal that was typed', () => {
    expect(
      cells({
        sheet: row('<c r="A1" s="1"><v>0.28999999999999998</v></c><c r="B1" s="2"><v>15</v></c>'),
      }),
    ).toMatchObject({
      A1: { kind: 'number', text: '0.29', format: '0%' },
      B1: { text: '15', format: '0"倍"' },
    });
  });

  it('a merged range shows its first cell everywhere, and says so', () => {
    const sheet = `${row('<c r="A1" t="inlineStr"><is><t>危害</t></is></c><c r="B1"><v>7</v></c>')}<mergeCells><mergeCell ref="A1:A3"/></mergeCells>`;
    expect(cells({ sheet })).toMatchObject({
      A1: { text: '危害', merge: 'A1:A3' },
      A3: { text: '危害', merge: 'A1:A3' },
      B1: { text: '7' },
    });
  });

  it('runs of rich text are joined, phonetic guides left out, outer spaces kept', () => {
    const strings =
      '<si><r><t>从</t></r><r><rPr/><t xml:space="preserve">轻 </t></r><rPh><t>cong</t></rPh></si>';
    expect(cells({ sheet: row('<c r="A1" t="s"><v>0</v></c>'), strings })).toMatchObject({
      A1: { kind: 'text', text: '从轻 ' },
    });
  });

  it('hidden rows, columns and sheets are marked', () => {
    const value = '<c r="A1"><v>1</v></c>';
    const hidden = (parts: Parameters<typeof file>[0]) => cells(parts);
    expect(hidden({ sheet: row(value, 'hidden="1"') })).toMatchObject({ A1: { hidden: true } });
    expect(
      hidden({ sheet: `<cols><col min="1" max="2" hidden="1"/></cols>${row(value)}` }),
    ).toMatchObject({ A1: { hidden: true } });
    expect(hidden({ sheet: row(value), state: 'state="veryHidden"' })).toMatchObject({
      A1: { hidden: true },
    });
    expect(hidden({ sheet: row(value) })).toMatchObject({ A1: { hidden: false } });
  });

  it('escaped characters of XML and of Excel are read back', () => {
    expect(
      cells({
        sheet: row('<c r="A1" t="inlineStr"><is><t>&lt;&amp;&#x4ece;&#36731;_x000D_</t></is></c>'),
      }),
    ).toMatchObject({ A1: { text: '<&从轻\r' } });
  });
});

describe('a file is refused by name', () => {
  it.each([
    ['a text that is not there', row('<c r="A1" t="s"><v>7</v></c>'), 'sheet-format 量化表!A1'],
    [
      'a cell that stands twice',
      row('<c r="A1"><v>7</v></c><c r="A1"><v>8</v></c>'),
      'sheet-format 量化表!A1',
    ],
    ['an address out of the sheet', row('<c r="XFE1"><v>7</v></c>'), 'sheet-format 量化表!XFE1'],
    ['a number that is none', row('<c r="A1"><v>many</v></c>'), 'sheet-format 量化表!A1'],
    ['a DOCTYPE', '<!DOCTYPE x [<!ENTITY a "b">]>', 'sheet-xml xl/worksheets/sheet1.xml'],
    [
      'an undefined entity',
      row('<c r="A1" t="str"><v>&boom;</v></c>'),
      'sheet-xml xl/worksheets/sheet1.xml',
    ],
    ['tags out of order', '<a><b></a></b>', 'sheet-xml xl/worksheets/sheet1.xml'],
    [
      'a merge of the whole sheet',
      `${row('<c r="A1"><v>1</v></c>')}<mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>`,
      'archive-size 量化表!A1:XFD1048576',
    ],
  ])('%s', (_, sheet, issue) => {
    expect(cells({ sheet })).toEqual([issue]);
  });

  it('what is no workbook', () => {
    const code = (bytes: Uint8Array) => {
      const read = readXlsx(bytes);
      return read.ok ? '' : read.issues[0]?.code;
    };
    expect(code(new Uint8Array(0))).toBe('archive');
    expect(code(strToU8('not a workbook'))).toBe('archive');
    expect(code(Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0))).toBe('sheet-format');
    expect(code(zipSync({ 'a.txt': strToU8('a') }))).toBe('sheet-format');
    const whole = file({ sheet: row('') });
    for (let cut = 1; cut < whole.length; cut += 97)
      expect(code(whole.subarray(0, cut))).toBeTruthy();
  });

  it('a bomb, before it has unpacked', () => {
    const bomb = zipSync({ '_rels/.rels': new Uint8Array(LIMITS.unpacked + 1) }, { level: 9 });
    expect(bomb.length).toBeLessThan(200_000);
    const before = process.memoryUsage().arrayBuffers;
    expect(readXlsx(bomb)).toMatchObject({
      ok: false,
      issues: [{ code: 'archive-size', at: '_rels/.rels' }],
    });
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(2 * LIMITS.unpacked);
    const many = zipSync(
      Object.fromEntries(
        Array.from({ length: LIMITS.entries + 1 }, (_, i) => [`${i}`, new Uint8Array(0)]),
      ),
    );
    expect(readXlsx(many)).toMatchObject({ ok: false, issues: [{ code: 'archive-size' }] });
  });

  it('damaged bytes never throw anything but a coded refusal', () => {
    const whole = file({
      sheet: row('<c r="A1" t="s"><v>0</v></c>'),
      strings: '<si><t>从轻</t></si>',
    });
    fc.assert(
      fc.property(fc.nat(whole.length - 1), fc.integer({ min: 0, max: 255 }), (at, byte) => {
        const bytes = Uint8Array.from(whole);
        bytes[at] = byte;
        const read = readXlsx(bytes);
        return read.ok || read.issues.length > 0;
      }),
      { seed: 20261121, numRuns: 1000 },
    );
  });
});

describe('written and read again', () => {
  it('gives texts, numbers and percentages back, with the same bytes each time', () => {
    const text = fc.string({ unit: 'binary', maxLength: 12 }).filter((one) => one.isWellFormed());
    const input = fc.oneof(
      text,
      fc.integer({ min: -1_000_000_000, max: 1_000_000_000 }),
      fc.record({ bp: fc.integer({ min: 0, max: 100_000 }) }),
    );
    fc.assert(
      fc.property(fc.array(fc.array(input, { maxLength: 5 }), { maxLength: 5 }), (rows) => {
        const bytes = writeXlsx([{ name: '表<&>', rows: rows as CellInput[][] }]);
        expect(writeXlsx([{ name: '表<&>', rows: rows as CellInput[][] }])).toEqual(bytes);
        const read = readXlsx(bytes);
        if (!read.ok) throw new Error(JSON.stringify(read.issues));
        const [sheet] = read.value.sheets;
        for (const [i, line] of rows.entries()) {
          for (const [j, one] of line.entries()) {
            const cell = sheet?.cells.get(address(j + 1, i + 1));
            if (one === '') expect(cell).toBeUndefined();
            else if (typeof one === 'string')
              expect(cell).toMatchObject({ kind: 'text', text: one });
            else if (typeof one === 'number')
              expect(cell).toMatchObject({ kind: 'number', text: String(one) });
            else expect(cell).toMatchObject({ text: String(one.bp / 10_000), format: '0.##%' });
          }
        }
      }),
      { seed: 20261121, numRuns: 80 },
    );
  });

  it('addresses', () => {
    expect([address(1, 1), address(27, 9), address(16_384, 1_048_576)]).toEqual([
      'A1',
      'AA9',
      'XFD1048576',
    ]);
    for (const at of ['A1', 'Z26', 'AA1', 'AZ52', 'XFD1048576']) {
      const [column = 0, line = 0] = place(at) ?? [];
      expect(address(column, line)).toBe(at);
    }
    for (const at of ['A0', 'XFE1', 'A1048577', 'a1', '1A', '']) expect(place(at)).toBeNull();
  });
});
