import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { assess } from '../../../discretion/index.ts';
import { readCsv, readXlsx, type Workbook, writeCsv, writeXlsx } from '../../../sheets/index.ts';
import { loadStatutePack, makeRule } from '../../index.ts';
import { exportBenchmark } from '../export-benchmark.ts';
import { importBenchmark } from '../import-benchmark.ts';
import { importPublished } from './import-published.ts';

const read = (name: string): unknown =>
  JSON.parse(readFileSync(new URL(`../../../../packs/${name}`, import.meta.url), 'utf8'));
const loaded = loadStatutePack(read('statutes.json'));
if (!loaded.ok) throw new Error('the statute book is refused');
const statutes = loaded.value.statutes.filter(({ to }) => to === null);
const nameOf = (violation: string): string =>
  statutes.find((one) => one.violation === violation)?.name.zh ?? expect.fail(violation);
const [FOOD, PRICE] = ['food-unlicensed-operation', 'price-no-marking'].map(nameOf) as [
  string,
  string,
];
const options = {
  pack: {
    format: 'chidu-benchmark/1',
    id: 'sample-published',
    version: '1',
    title: { zh: '示例裁量基准' },
    sample: true,
    publisher: { name: '示例市市场监督管理局' },
    publication: null,
    from: '2026-01-01',
    to: null,
  },
  statutes,
  within: 'middle',
  unit: 10_000,
  allowSample: true,
} as const;

/** Tier, circumstance and fine of two violations, as a decree prints them. */
const FOOD_LINES = [
  ['不予处罚', '违法行为轻微并及时改正，没有造成危害后果', '不予处罚'],
  [
    '从轻',
    '经营时间不足1个月',
    '货值金额不足1万元的，并处5万元以上6.5万元以下罚款；货值金额1万元以上的，并处货值金额10倍以上13倍以下罚款',
  ],
  [
    '一般',
    '经营时间1个月以上不足6个月',
    '货值金额不足1万元的，并处6.5万元以上8.5万元以下罚款；货值金额1万元以上的，并处货值金额13倍以上17倍以下罚款',
  ],
  [
    '从重',
    '经营时间6个月以上',
    '货值金额不足1万元的，并处8.5万元以上10万元以下罚款；货值金额1万元以上的，并处货值金额17倍以上20倍以下罚款',
  ],
] as const;
const PRICE_LINES = [
  ['较轻', '首次被发现且品种不足5个', '处1500元以下的罚款'],
  ['一般', '品种5个以上', '处１５００元以上３５００元以下的罚款'],
  ['严重', '经责令改正后再次不标明价格', '处3500元以上5000元以下罚款'],
] as const;
const HEADS = ['裁量阶次', '适用情形', '裁量幅度'];

const bookOf = (sheets: Parameters<typeof writeXlsx>[0]): Workbook => {
  const book = readXlsx(writeXlsx(sheets));
  return book.ok ? book.value : expect.fail(JSON.stringify(book.issues));
};
/** 一个违法行为一张表, the name above the table. */
const bySheet = (): Workbook =>
  bookOf(
    [
      ['表一', FOOD, FOOD_LINES],
      ['表二', PRICE, PRICE_LINES],
    ].map(([name, title, lines]) => ({
      name: name as string,
      rows: [
        [title as string],
        HEADS,
        ...(lines as readonly (readonly string[])[]).map((one) => [...one]),
      ],
    })),
  );
/** 一张长表: the violation stands once for all its lines, in a merged cell. */
function merged(): Workbook {
  const rows = [FOOD_LINES, PRICE_LINES].flatMap((lines, i) =>
    lines.map((one) => [String(i + 1), [FOOD, PRICE][i] ?? '', ...one]),
  );
  const book = bookOf([{ name: '裁量基准', rows: [['序号', '违法行为', ...HEADS], ...rows] }]);
  const [sheet] = book.sheets;
  if (!sheet) throw new Error('no sheet');
  const cells = new Map(
    [...sheet.cells].map(([at, cell]) => {
      const row = Number(at.slice(1));
      const merge = row < 2 ? undefined : row < 6 ? 'B2:B5' : 'B6:B8';
      return [at, at.startsWith('B') && merge ? { ...cell, merge } : cell];
    }),
  );
  return { sheets: [{ ...sheet, cells }] };
}
/** A list out of a text processor: GB 18030, blanks for what stands above, the heads again where a page broke. */
function list(): Workbook {
  const head = ['序号', '违法行为', '法律依据', ...HEADS];
  const lines = (name: string, of: readonly (readonly string[])[]) =>
    of.map((one, i) => [i === 0 ? '1' : '', i === 0 ? name : '', '', ...one]);
  const csv = writeCsv(
    [head, ...lines(FOOD, FOOD_LINES), head, ...lines(PRICE, PRICE_LINES)],
    'gb18030',
  );
  const sheet = readCsv(csv);
  return sheet.ok ? { sheets: [sheet.value] } : expect.fail('no sheet');
}

const importedOf = (book: Workbook) => {
  const imported = importPublished(book, options);
  return imported.ok ? imported : expect.fail(JSON.stringify(imported.issues));
};

describe('published tables', () => {
  it('of three layouts give one benchmark, which the template holds as well', () => {
    const [sheets, long, words] = [bySheet(), merged(), list()].map(
      (book) => importedOf(book).value,
    );
    const withoutPlace = (pack: typeof sheets) =>
      pack?.benchmarks.map((one) => ({ ...one, place: '' }));
    expect(withoutPlace(long)).toEqual(withoutPlace(sheets));
    expect(withoutPlace(words)).toEqual(withoutPlace(sheets));
    expect(long?.benchmarks.map(({ violation, method }) => [violation, bandsOf(method)])).toEqual([
      ['food-unlicensed-operation', THIRDS],
      ['price-no-marking', THIRDS],
    ]);
    // The fourth layout is the template: what was read from a decree goes on as a workbook of its own.
    const exported = exportBenchmark(sheets ?? expect.fail());
    const again = exported.ok && importBenchmark(bookOf(exported.value), { allowSample: true });
    expect(again ? again.ok && again.value : null).toEqual(sheets);
  });

  it('are calculated with: the amounts of the decree come out', () => {
    const { value } = importedOf(list());
    const statute = statutes.find((one) => one.violation === 'food-unlicensed-operation');
    const grounds = read('grounds.json') as Parameters<typeof makeRule>[2];
    const made = makeRule(statute ?? expect.fail(), value, grounds);
    if (!made.ok) throw new Error(JSON.stringify(made.issues));
    const band = (goodsValue: number, line: string) =>
      assess(
        {
          format: 'chidu-case/1',
          violation: 'food-unlicensed-operation',
          actDate: '2026-05-01',
          decisionDate: '2026-11-21',
          party: { kind: 'individual' },
          facts: { goodsValue },
          grounds: [],
          factors: { circumstance: line },
        },
        made.value,
      ).band;
    expect(band(500_000, 'line-1')).toEqual({ min: 5_000_000, max: 6_500_000 });
    expect(band(500_000, 'line-3')).toEqual({ min: 8_500_000, max: 10_000_000 });
    expect(band(2_000_000, 'line-2')).toEqual({ min: 26_000_000, max: 34_000_000 });
  });

  it('echo what was understood, and leave 不予 to the grounds of the law', () => {
    const { echoes } = importedOf(bySheet());
    const readings = echoes.map(({ at, reading }) => `${at} ${reading}`);
    expect(readings).toContain('表一!A3 由法定情节决定，不进入裁量表');
    expect(readings).toContain('表二!C4 法定幅度的30%至70%');
  });

  const LAST = PRICE_LINES[2];
  it.each<[string, readonly (readonly string[])[], string]>([
    ['a range with a dash', [['从重', '其他', '处3500元-5000元罚款']], 'interval-unclear 表!C5'],
    ['no range', [['从重', '其他', '按规定处罚']], 'interval-text 表!C5'],
    ['a tier of its own', [['特别严重', '其他', LAST[2]]], 'cell-word 表!A5'],
    [
      'an end that the law does not have',
      [['从重', '其他', '处3500元以上6000元以下罚款']],
      'contradiction 表!C3',
    ],
    [
      'an end between two basis points',
      [
        ['从重', '其他', '处3500元以上4999.99元以下罚款'],
        ['从重', '更多', '处4999.99元以上5000元以下罚款'],
      ],
      'contradiction 表!C5',
    ],
  ])('with %s are refused by the cell', (_, more, fault) => {
    const rows = [[PRICE], HEADS, ...PRICE_LINES.slice(0, 2).map((one) => [...one]), ...more];
    const book = bookOf([{ name: '表', rows: rows.map((row) => [...row]) }]);
    const imported = importPublished(book, options);
    expect(imported.ok ? [] : imported.issues.map(({ code, at }) => `${code} ${at}`)).toContain(
      fault,
    );
  });

  it('of a violation that the law does not know, without heads, or unpublished are refused', () => {
    const codes = (rows: string[][], more: object = {}) => {
      const imported = importPublished(bookOf([{ name: '表', rows }]), { ...options, ...more });
      return imported.ok ? [] : imported.issues.map(({ code, at }) => `${code} ${at}`);
    };
    const lines = PRICE_LINES.map((one) => [...one]);
    expect(codes([['别的事'], HEADS, ...lines])).toEqual(['unknown-reference 表!A1']);
    expect(codes([[PRICE], ...lines])).toEqual(['workbook-form 表']);
    expect(codes([[PRICE], HEADS, ...lines], { allowSample: false })).toEqual([
      'unpublished /sample',
    ]);
  });
});

const THIRDS = [
  [0, 3_000],
  [3_000, 7_000],
  [7_000, 10_000],
];
const bandsOf = (method: object): unknown =>
  (method as { rows?: { band: { bp: unknown } }[] }).rows?.map(({ band }) => band.bp);
