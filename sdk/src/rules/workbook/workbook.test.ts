import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { type Cell, readXlsx, type Sheet, type Workbook, writeXlsx } from '../../sheets/index.ts';
import { canonicalJson } from '../../text/index.ts';
import type { BenchmarkPack } from '../benchmark.ts';
import { exportBenchmark } from './export-benchmark.ts';
import { importBenchmark } from './import-benchmark.ts';

const sample = JSON.parse(
  readFileSync(new URL('../../../packs/sample-benchmark.json', import.meta.url), 'utf8'),
) as BenchmarkPack;

function bookOf(pack: BenchmarkPack): Workbook {
  const sheets = exportBenchmark(pack);
  if (!sheets.ok) throw new Error(JSON.stringify(sheets.issues));
  const read = readXlsx(writeXlsx(sheets.value));
  if (!read.ok) throw new Error(JSON.stringify(read.issues));
  return read.value;
}

const TEMPLATE = bookOf(sample);

/** The template with some cells changed; `null` empties one. */
function changed(changes: Readonly<Record<string, string | Partial<Cell> | null>>): Workbook {
  return {
    sheets: TEMPLATE.sheets.map((sheet): Sheet => {
      const cells = new Map(sheet.cells);
      for (const [place, change] of Object.entries(changes)) {
        const [name, at = ''] = place.split('!');
        if (name !== sheet.name) continue;
        const plain: Cell = { kind: 'text', text: '', format: 'General', hidden: false };
        const now = typeof change === 'string' ? { text: change } : change;
        if (now === null) cells.delete(at);
        else cells.set(at, { ...plain, ...now });
      }
      return { ...sheet, cells };
    }),
  };
}

const faults = (workbook: Workbook) => {
  const imported = importBenchmark(workbook, { allowSample: true });
  return imported.ok ? [] : imported.issues.map(({ code, at }) => `${code} ${at}`);
};

describe('a benchmark workbook', () => {
  it('gives the template back, byte for byte in canonical JSON', () => {
    const imported = importBenchmark(TEMPLATE, { allowSample: true });
    if (!imported.ok) throw new Error(JSON.stringify(imported.issues));
    expect(canonicalJson(imported.value)).toBe(canonicalJson(sample));
  });

  it('gives the other methods with shares back', () => {
    const [first] = sample.benchmarks;
    if (first === undefined) throw new Error('no table');
    const tiers = [
      {
        tier: 'lighten' as const,
        band: { of: 'span' as const, bp: [0, 3050] as [number, number] },
      },
      {
        tier: 'aggravate' as const,
        band: { of: 'span' as const, bp: [3050, 10_000] as [number, number] },
      },
    ];
    const pack: BenchmarkPack = {
      ...sample,
      sample: false,
      publisher: { name: '某市市场监督管理局', code: '11330100002489125X' },
      publication: { number: '某市监〔2026〕1号', date: '2026-01-05', url: 'https://example.cn/1' },
      to: '2030-01-01',
      benchmarks: [
        {
          ...first,
          violation: null,
          method: { kind: 'percent-sum', start: 500, tiers, edge: 'heavier' },
        },
        {
          ...first,
          violation: 'ad-false',
          rounding: { unit: 1 },
          method: {
            kind: 'base-adjust',
            start: 5000,
            limits: [1000, 9_999],
            tiers,
            edge: 'lighter',
          },
        },
      ],
    };
    const imported = importBenchmark(bookOf(pack));
    if (!imported.ok) throw new Error(JSON.stringify(imported.issues));
    expect(canonicalJson(imported.value)).toBe(canonicalJson(pack));
  });

  it('echoes every interval in words that leave no doubt', () => {
    const imported = importBenchmark(changed({ '阶次!C2': '不低于0分，低于30分' }), {
      allowSample: true,
    });
    expect(imported.echoes.slice(0, 2)).toEqual([
      { at: '阶次!C2', text: '不低于0分，低于30分', reading: '0分（含）至30分（不含）' },
      { at: '阶次!C3', text: '30分以上不足70分', reading: '30分（含）至70分（不含）' },
    ]);
    expect(imported.ok).toBe(true);
  });

  it('takes a percentage as a text or as a number under a percent format', () => {
    for (const now of [
      '30%',
      '３０％',
      '百分之三十',
      { kind: 'number', text: '0.3', format: '0%' },
    ] as const) {
      expect(faults(changed({ '阶次!E2': now, '阶次!D3': now }))).toEqual([]);
    }
  });

  it('names all of fifteen planted errors by their cells', () => {
    const planted: Record<string, [string | Partial<Cell> | null, string]> = {
      '基准包!B2': [null, 'missing-field'],
      '基准包!B11': ['2026-02-30', 'date-text'],
      '基准包!B5': ['也许', 'cell-word'],
      '基准表!H2': ['九宫格', 'cell-word'],
      '基准表!N3': ['约一百', 'amount-vague'],
      '因素档次!K2': [{ kind: 'error', text: '#REF!' }, 'cell-error'],
      '因素档次!K3': [{ kind: 'uncached', formula: 'K2*2' }, 'cell-uncached'],
      '因素档次!K4': ['八分半', 'cell-number'],
      '因素档次!H5': [null, 'missing-field'],
      '因素档次!D7': ['另一因素', 'contradiction'],
      '因素档次!A9': ['9', 'unknown-reference'],
      '因素档次!L10': [{ text: '票据', hidden: true }, 'cell-hidden'],
      '阶次!C2': ['0-30分', 'interval-unclear'],
      '阶次!C3': ['比较多', 'interval-text'],
      '阶次!E4': [{ kind: 'number', text: '1' }, 'percent-unclear'],
    };
    const changes = Object.fromEntries(Object.entries(planted).map(([at, [now]]) => [at, now]));
    const found = faults(changed(changes));
    for (const [at, [, code]] of Object.entries(planted)) expect(found).toContain(`${code} ${at}`);
    expect(found).toHaveLength(15);
  });

  it.each([
    ['an option number used twice', { '因素档次!G3': '1' }, 'given-twice 因素档次!G3'],
    [
      'a factor identifier used twice',
      {
        '因素档次!C6': 'fault',
        '因素档次!C7': 'fault',
        '因素档次!C8': 'fault',
        '因素档次!C9': 'fault',
      },
      'given-twice 因素档次!C6',
    ],
    ['an empty interval', { '阶次!C2': '30分以上不足30分' }, 'inverted 阶次!C2'],
    ['a band upside down', { '阶次!D2': '40%' }, 'inverted 阶次!D2'],
    ['a band above the span', { '阶次!E4': '120%' }, 'schema 阶次!E4'],
    ['an identifier that is none', { '因素档次!H2': '轻微' }, 'schema 因素档次!H2'],
    ['two tables for one violation', { '基准表!B3': '通用' }, 'given-twice 基准表!B3'],
    ['a value that the method does not use', { '基准表!I2': '5%' }, 'contradiction 基准表!I2'],
    ['an unknown column', { '因素档次!M1': '颜色' }, 'unknown-field 因素档次!M1'],
    ['a column that is missing', { '阶次!C1': null }, 'missing-field 阶次!1'],
    ['a date without a document', { '基准包!B9': '2026-01-01' }, 'contradiction 基准包!B9'],
    [
      'a period that is over before it begins',
      { '基准包!B12': '2019-01-01' },
      'inverted 基准包!B12',
    ],
  ] as const)('says where the fault is: %s', (_, changes, fault) => {
    const book = changed(changes as Record<string, string | null>);
    const wide = book.sheets.map((sheet) => ({ ...sheet, columns: Math.max(sheet.columns, 13) }));
    expect(faults({ sheets: wide })).toContain(fault);
  });

  it('lets a column of remarks pass', () => {
    const book = changed({ '因素档次!M1': '备注（内部）', '因素档次!M2': '待讨论' });
    const wide = book.sheets.map((sheet) => ({ ...sheet, columns: Math.max(sheet.columns, 13) }));
    expect(faults({ sheets: wide })).toEqual([]);
  });

  it('gives a grid and a table of conditions back', () => {
    const [first] = sample.benchmarks;
    if (first === undefined) throw new Error('no table');
    const grade = (from: number, to: number | null, zh: string) => ({ from, to, label: { zh } });
    const tiers = [
      {
        tier: 'lighten' as const,
        band: { of: 'span' as const, bp: [0, 3000] as [number, number] },
      },
      {
        tier: 'aggravate' as const,
        band: { of: 'span' as const, bp: [3000, 10_000] as [number, number] },
      },
    ];
    const corrected = first.factors.map((factor) =>
      factor.id !== 'social-impact'
        ? factor
        : {
            ...factor,
            options: factor.options.map((one, i) => ({ ...one, points: (i - 1) * 250 })),
          },
    );
    const pack: BenchmarkPack = {
      ...sample,
      benchmarks: [
        {
          ...first,
          factors: corrected,
          method: {
            kind: 'grid',
            rows: {
              factors: ['harm', 'fault'],
              grades: [grade(0, 10, '轻'), grade(10, null, '重')],
            },
            columns: {
              factors: ['duration'],
              grades: [grade(0, 5, '短'), grade(5, 7, '中'), grade(7, null, '长')],
            },
            shares: [
              [0, 1550, 3000],
              [3000, 6000, 10_000],
            ],
            tiers,
            edge: 'heavier',
          },
        },
        {
          ...first,
          violation: 'ad-false',
          method: {
            kind: 'band-table',
            rows: [
              {
                label: { zh: '较轻', en: 'light' },
                when: [
                  {
                    op: 'all',
                    of: [
                      { op: 'ge', fact: 'goodsValue', value: 1_000_000 },
                      { op: 'lt', fact: 'goodsValue', value: 5_000_000 },
                    ],
                  },
                  { op: 'eq', fact: 'correctionRefused', value: false },
                  { op: 'in', fact: 'harm', values: ['none', 'slight'] },
                ],
                tier: 'lighten',
                band: { of: 'span', bp: [0, 3000] },
              },
              {
                label: { zh: '其他' },
                when: [{ op: 'ge', fact: 'goodsValue', value: 5_000_000 }],
                tier: 'aggravate',
                band: { of: 'span', bp: [3000, 10_000] },
              },
            ],
            within: 'middle',
          },
        },
      ],
    };
    const { facts } = JSON.parse(
      readFileSync(new URL('../../../packs/facts.json', import.meta.url), 'utf8'),
    );
    const sheets = exportBenchmark(pack, facts);
    if (!sheets.ok) throw new Error(JSON.stringify(sheets.issues));
    const read = readXlsx(writeXlsx(sheets.value));
    if (!read.ok) throw new Error(JSON.stringify(read.issues));
    const imported = importBenchmark(read.value, { allowSample: true, facts });
    if (!imported.ok) throw new Error(JSON.stringify(imported.issues));
    expect(canonicalJson(imported.value)).toBe(canonicalJson(pack));
    const broken = {
      sheets: read.value.sheets.map((sheet) => {
        const cells = new Map(sheet.cells);
        const put = (at: string, text: string) => {
          const was = cells.get(at);
          if (was !== undefined) cells.set(at, { ...was, kind: 'text', text });
        };
        if (sheet.name === '二维幅度') put('B3', '9');
        if (sheet.name === '二维分档') put('C3', 'duration');
        if (sheet.name === '裁量表') put('D2', 'goodsValue：1-5万元');
        return { ...sheet, cells };
      }),
    };
    const failed = importBenchmark(broken, { allowSample: true, facts });
    expect(failed.ok ? [] : failed.issues.map(({ code, at }) => `${code} ${at}`)).toEqual([
      'unknown-reference 二维幅度!B3',
      'contradiction 二维分档!C3',
      'cell-word 裁量表!D2',
    ]);
  });

  it('refuses to write what it could not read back', () => {
    const [first] = sample.benchmarks;
    if (first === undefined) throw new Error('no table');
    const nested = { op: 'not' as const, of: { op: 'eq' as const, fact: 'harm', value: 'none' } };
    const row = {
      label: { zh: '甲' },
      when: [nested],
      tier: 'ordinary' as const,
      band: { of: 'span' as const, bp: [0, 1] as [number, number] },
    };
    const pack: BenchmarkPack = {
      ...sample,
      benchmarks: [{ ...first, method: { kind: 'band-table', rows: [row], within: 'low' } }],
    };
    expect(exportBenchmark(pack)).toMatchObject({
      ok: false,
      issues: [{ code: 'workbook-form', at: '/benchmarks/0/method/rows/0/when/0' }],
    });
  });
});
