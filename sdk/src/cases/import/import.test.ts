import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { loadStatutePack } from '../../rules/index.ts';
import { type CellInput, writeCsv, writeXlsx } from '../../sheets/index.ts';
import { readCitations } from './citations.ts';
import { type ImportedRow, type ImportOptions, openImport } from './import-cases.ts';
import { proposeMapping } from './mapping.ts';
import { maskPersons } from './mask.ts';
import { ReportWriter } from './report.ts';

const file = new URL('../../../packs/statutes.json', import.meta.url);
const loaded = loadStatutePack(JSON.parse(readFileSync(file, 'utf8')));
if (!loaded.ok) throw new Error('the statute book does not load');
const book = loaded.value.statutes;

const FACTS = '当事人在兰汀市虚白路经营的店铺内销售超过保质期的核桃酥，共12袋，每袋售价8元。';
const BASIS =
  '违反了《中华人民共和国食品安全法》第三十四条第（十）项，依据《中华人民共和国食品安全法》第一百二十四条第一款第（五）项';

async function take(
  name: string,
  bytes: Uint8Array,
  options: Partial<ImportOptions> = {},
): Promise<ImportedRow[]> {
  const opened = openImport(name, bytes, { source: name, book, ...options });
  if (!opened.ok) throw new Error(JSON.stringify(opened.issues));
  const rows: ImportedRow[] = [];
  for await (const row of opened.value.read()) rows.push(row);
  return rows;
}
const first = async (name: string, bytes: Uint8Array): Promise<ImportedRow> => {
  const [row] = await take(name, bytes);
  if (row === undefined) throw new Error('no row');
  return row;
};

/** A row of the public list of penalties, as of 2019. */
const PUBLIC: Readonly<Record<string, string>> = {
  行政相对人名称: '云岫禾食品有限公司',
  行政相对人类别: '法人及非法人组织',
  '行政相对人代码_1（统一社会信用代码）': '91990100MA00000000',
  法定代表人: '喻朗星',
  行政处罚决定书文号: '兰市监处罚〔2026〕17号',
  违法行为类型: '经营超过保质期的食品',
  违法事实: `${FACTS}法定代表人喻朗星对此没有异议，联系电话13900000000。`,
  处罚依据: BASIS,
  处罚类别: '罚款',
  处罚内容: '罚款5000元',
  '罚款金额（万元）': '0.5',
  '没收违法所得、没收非法财物的金额（万元）': '0.0096',
  暂扣或吊销证照名称及编号: '',
  处罚决定日期: '2026/03/18',
  处罚机关: '兰汀市东汀区市场监督管理局',
  处罚机关统一社会信用代码: '11990101MB00000000',
  备注: '',
};
const WANTED = {
  number: '兰市监处罚〔2026〕17号',
  violation: 'food-expired-or-false-date',
  fine: 500_000,
  confiscated: 9_600,
  kinds: ['fine'],
  decisionDate: '2026-03-18',
  authority: '兰汀市东汀区市场监督管理局',
  region: '990101',
  level: 'county',
};

describe('three layouts of one case', () => {
  it('the public list as a workbook, a title above its headers', async () => {
    const rows: CellInput[][] = [
      ['行政处罚信息公示（2026年3月）'],
      Object.keys(PUBLIC),
      Object.entries(PUBLIC).map(([header, text]) => (/万元/.test(header) ? Number(text) : text)),
    ];
    const { record, issues } = await first('list.xlsx', writeXlsx([{ name: '处罚', rows }]));
    expect(issues).toEqual([]);
    expect(record).toMatchObject(WANTED);
    expect(record?.source.at).toBe('list.xlsx 处罚!3');
  });

  it('a county list in GBK, in yuan, with names of its own', async () => {
    const csv = writeCsv(
      [
        [
          '序号',
          '当事人',
          '文号',
          '案由',
          '主要违法事实',
          '法律依据',
          '罚款（元）',
          '没收金额（元）',
          '处罚日期',
          '办案单位',
          '区划代码',
          '处罚种类',
        ],
        [
          '1',
          '云岫禾食品有限公司',
          '兰市监处罚〔2026〕17号',
          '',
          FACTS,
          BASIS,
          '5,000.00',
          '96',
          '2026年3月18日',
          '兰汀市东汀区市场监督管理局',
          '990101',
          '罚款',
        ],
      ],
      'gb18030',
    );
    const { record, issues } = await first('county.csv', csv);
    expect(issues).toEqual([]);
    expect(record).toMatchObject(WANTED);
  });

  it('the export of a case system, one object a line, by a mapping that was kept', async () => {
    const line = {
      WFSS: FACTS,
      CFYJ: BASIS,
      JE: '0.5',
      MS: '96',
      RQ: '20260318',
      WH: WANTED.number,
      JG: WANTED.authority,
      QH: WANTED.region,
      LB: '罚款',
      BZ: 'x',
    };
    const to = {
      WFSS: 'facts',
      CFYJ: 'basis',
      RQ: 'decisionDate',
      WH: 'number',
      JG: 'authority',
      QH: 'region',
      LB: 'kinds',
    } as const;
    const mapping = {
      format: 'chidu-case-mapping/1' as const,
      columns: [
        ...Object.entries(to).map(([header, target]) => ({ header, to: target })),
        { header: 'JE', to: 'fine' as const, unit: 'wan-yuan' as const },
        { header: 'MS', to: 'confiscated' as const, unit: 'yuan' as const },
        { header: 'BZ', to: null },
      ],
    };
    const bytes = new TextEncoder().encode(`${JSON.stringify(line)}\n`);
    const [row] = await take('export.jsonl', bytes, { mapping });
    expect(row?.record).toMatchObject(WANTED);
    const { BZ: _, ...other } = line;
    const opened = openImport('other.jsonl', new TextEncoder().encode(JSON.stringify(other)), {
      source: 'x',
      book,
      mapping,
    });
    expect(opened.ok || opened.issues).toMatchObject([{ code: 'unknown-reference' }]);
  });
});

describe('a list of litigation', () => {
  it('comes in by its own columns, with nothing that counts as a fine', async () => {
    const csv = writeCsv([
      ['案号', '案由', '原告诉称', '裁判结果', '裁判日期', '审理法院'],
      [
        '（2025）示01行初12号',
        '罚款',
        '原告席晏禾认为罚款5000元明显不当，请求撤销。',
        '驳回诉讼请求',
        '2025-06-30',
        '示例区人民法院',
      ],
    ]);
    const to = ['number', null, 'facts', 'decision', 'decisionDate', 'authority'] as const;
    const headers = ['案号', '案由', '原告诉称', '裁判结果', '裁判日期', '审理法院'];
    const mapping = {
      format: 'chidu-case-mapping/1' as const,
      columns: headers.map((header, i) => ({ header, to: to[i] ?? null })),
    };
    const [row] = await take('suits.csv', csv, { mapping });
    expect(row?.record).toMatchObject({ decision: '驳回诉讼请求', decisionDate: '2025-06-30' });
    expect(row?.record).not.toHaveProperty('fine');
    expect(row?.record?.facts).toContain('原告席某');
  });
});

describe('columns', () => {
  it('are understood by their usual variants, units by the header', () => {
    const { mapping, unknown } = proposeMapping([
      '行政处罚决定书文号*',
      ' 处罚 内容 ',
      '罚款金额(万元)',
      '统一社会信用代码（必填）',
      '天气',
    ]);
    expect(mapping.columns.map(({ to, unit }) => [to, unit])).toEqual([
      ['number', undefined],
      ['decision', undefined],
      ['fine', 'wan-yuan'],
      ['partyCode', undefined],
      [null, undefined],
    ]);
    expect(unknown).toEqual(['天气']);
  });

  it('that give no unit leave an amount unknown and say so', async () => {
    const csv = writeCsv([
      ['违法事实', '罚款金额', '货值金额'],
      [FACTS, '0.5', '约三万元'],
      [FACTS, '5000元', '0'],
    ]);
    const [one, two] = await take('a.csv', csv);
    expect(one?.record).not.toHaveProperty('fine');
    expect(one?.record).not.toHaveProperty('value');
    expect(one?.issues.map(({ code, at }) => [code, at])).toEqual([
      ['amount-text', 'a.csv:2 B2'],
      ['amount-vague', 'a.csv:2 C2'],
    ]);
    expect(two?.record).toMatchObject({ fine: 500_000, value: 0 });
  });

  it('refuse one meaning from two columns, and a file without facts', () => {
    const twice = openImport(
      'a.csv',
      writeCsv([
        ['违法事实', '案情', '文号'],
        ['x', 'y', 'z'],
      ]),
      { source: 'a', book },
    );
    expect(twice.ok || twice.issues).toMatchObject([{ code: 'given-twice' }]);
    const none = openImport(
      'a.csv',
      writeCsv([
        ['文号', '处罚内容'],
        ['x', 'y'],
      ]),
      { source: 'a', book },
    );
    expect(none.ok || none.issues).toMatchObject([{ code: 'missing-field' }]);
    const other = openImport(
      'a.csv',
      writeCsv([
        ['a', 'b'],
        ['x', 'y'],
      ]),
      { source: 'a', book },
    );
    expect(other.ok || other.issues).toMatchObject([{ code: 'workbook-form' }]);
  });

  it('of money are read digit by digit: 29,999 does not come out of 2.9999', async () => {
    const csv = writeCsv([
      ['违法事实', '罚款金额（万元）'],
      [FACTS, '2.9999'],
    ]);
    expect((await first('a.csv', csv)).record?.fine).toBe(2_999_900);
  });
});

describe('rows that cannot be taken', () => {
  it('are named with their place and reason', async () => {
    const lines = ['{"format":"chidu-case-record/1"}', 'nonsense', '[]'].join('\n');
    const rows = await take('a.jsonl', new TextEncoder().encode(lines));
    const report = new ReportWriter();
    for (const row of rows) report.add(row);
    const { taken, rejected } = report.report();
    expect(taken).toBe(0);
    expect(rejected.map(({ at, issues }) => [at, issues[0]?.code])).toEqual([
      ['a.jsonl:1', 'missing-field'],
      ['a.jsonl:2', 'json'],
      ['a.jsonl:3', 'schema'],
    ]);
  });

  it('leave the others alone', async () => {
    const csv = writeCsv([
      ['违法事实', '文号'],
      ['', '甲1号'],
      [FACTS, '甲2号'],
    ]);
    const rows = await take('a.csv', csv);
    expect(rows.map(({ record, at }) => [at, record?.number ?? null])).toEqual([
      ['a.csv:2', null],
      ['a.csv:3', '甲2号'],
    ]);
  });

  it('stop at the signal, and go on where they stopped', async () => {
    const csv = writeCsv([
      ['违法事实', '文号'],
      ...Array.from({ length: 20 }, (_, i) => [FACTS, `甲${i}号`]),
    ]);
    const stop = new AbortController();
    const opened = openImport('a.csv', csv, { source: 'a.csv', book, signal: stop.signal });
    if (!opened.ok) throw new Error('no file');
    const read: ImportedRow[] = [];
    const reading = (async () => {
      for await (const row of opened.value.read()) {
        read.push(row);
        if (read.length === 7) stop.abort();
      }
    })();
    await expect(reading).rejects.toThrow(/abort/i);
    const known = read.flatMap(({ record }) => record ?? []);
    const rest = await take('a.csv', csv, { known, from: read.length });
    const whole = await take('a.csv', csv);
    expect([...read, ...rest].map(({ record }) => record)).toEqual(
      whole.map(({ record }) => record),
    );
  });
});

describe('duplicates', () => {
  const long = `${FACTS}经查，当事人于2025年1月购进该批核桃酥，保质期六个月，检查时已过保质期二十天，货架上没有作出任何提示，当事人承认疏于检查。`;

  it('of a document number are not taken, however its brackets are written', async () => {
    const csv = writeCsv([
      ['违法事实', '文号'],
      [FACTS, '甲〔2025〕1号'],
      [`${FACTS}另一`, '甲（2025）1号'],
    ]);
    const rows = await take('a.csv', csv);
    expect(rows[1]).toMatchObject({
      record: null,
      duplicate: { kind: 'number', of: '甲(2025)1号' },
    });
  });

  it('of a text are taken and told, other texts not', async () => {
    const csv = writeCsv([
      ['违法事实', '文号'],
      [long, '甲1号'],
      [long.replace('12袋', '15袋').replace('疏于', '忽视'), '甲2号'],
      [
        '当事人使用未经检验的叉车搬运货物，操作人员没有作业人员证，现场共有三台叉车，登记标志已经过期，经催告后仍在使用，直到被责令停止。',
        '甲3号',
      ],
    ]);
    const rows = await take('a.csv', csv);
    expect(rows.map(({ duplicate }) => duplicate)).toEqual([
      null,
      { kind: 'text', of: '甲1号' },
      null,
    ]);
    expect(rows.every(({ record }) => record !== null)).toBe(true);
  });
});

describe('persons', () => {
  it('are masked wherever they stand, and counted', async () => {
    const { record, masked } = await first(
      'a.csv',
      writeCsv([
        ['行政相对人名称', '行政相对人类别', '法定代表人', '违法事实'],
        [
          '屠云澄',
          '自然人',
          '',
          '屠云澄（身份证号99010119900101001X，电话13900000001）无照经营。员工：宓朗于现场签字，屠云澄承认。',
        ],
      ]),
    );
    expect(record?.party).toEqual({ kind: 'individual', name: '屠某' });
    expect(record?.facts).not.toMatch(/屠云澄|宓朗|9901|139/);
    expect(Object.fromEntries(masked.map(({ kind, count }) => [kind, count]))).toEqual({
      name: 3,
      'id-number': 1,
      phone: 1,
    });
  });

  it('are masked in records too, once and for all', async () => {
    const record = {
      format: 'chidu-case-record/1',
      id: 'x',
      facts: '席晏禾副食店的经营者席晏禾销售过期饼干。',
      statutes: [],
      factors: {},
      party: { kind: 'sole-trader', name: '席晏禾副食店' },
      source: { name: '测试' },
    };
    const bytes = (value: unknown) => new TextEncoder().encode(JSON.stringify(value));
    const clean = (await first('a.jsonl', bytes(record))).record;
    expect(clean).toMatchObject({
      facts: '某副食店的经营者席某销售过期饼干。',
      party: { name: '某副食店' },
    });
    const person = { ...record, party: { kind: 'individual', name: '席晏禾' } };
    expect((await first('a.jsonl', bytes(person))).record?.party?.name).toBe('席某');
    expect((await first('a.jsonl', bytes(clean))).record).toEqual(clean);
  });

  it('do not show through the name of a shop', async () => {
    const { record } = await first(
      'a.csv',
      writeCsv([
        ['行政相对人名称', '统一社会信用代码', '违法事实'],
        ['东汀区席晏禾副食店', '92990101MA00000000', '东汀区席晏禾副食店销售过期饼干。'],
      ]),
    );
    expect(record?.party).toEqual({ kind: 'sole-trader', name: '某副食店' });
    expect(record?.facts).toBe('某副食店销售过期饼干。');
  });

  it.each([
    ['法定代表人：明野川，对事实无异议', '法定代表人：明某，对事实无异议'],
    ['经理司徒霁的陈述', '经理司徒某的陈述'],
    ['举报人张某称', '举报人张某称'],
    ['负责人应当在现场，经营者应当按规定销售', '负责人应当在现场，经营者应当按规定销售'],
    ['店主任意销售，员工许可证过期', '店主任意销售，员工许可证过期'],
    ['消费者投诉后，经理人制度未建立', '消费者投诉后，经理人制度未建立'],
  ])('%s', (text, clean) => {
    expect(maskPersons({ text }, { names: [] }).texts.text).toBe(clean);
  });
});

describe('citations', () => {
  it.each([
    ['《食品安全法》第一百二十四条第一款第（五）项', ['食品安全法 124 1 5']],
    ['《中华人民共和国广告法（2021年修正）》第57条第一项', ['广告法 57  1']],
    ['《产品质量法》第四十九条、第五十条', ['产品质量法 49  ', '产品质量法 50  ']],
    ['《商标法》第六十条第一款、第二款', ['商标法 60 1 ', '商标法 60 2 ']],
    ['《药品管理法》第九十八条第二款第一项、第三项', ['药品管理法 98 2 1', '药品管理法 98 2 3']],
    ['《刑法》第一百二十条之一，《价格法》第13条', ['价格法 13  ']],
    ['依据有关规定', []],
  ])('%s', (text, wanted) => {
    const found = readCitations(text).map(({ law, article, paragraph, item }) =>
      [law, article, paragraph ?? '', item ?? ''].join(' '),
    );
    expect(found).toEqual(wanted);
  });
});

describe('the violation', () => {
  const of = async (act: string, basis: string, day = '2026-03-18') => {
    const csv = writeCsv([
      ['违法事实', '违法行为类型', '处罚依据', '违法行为发生日期'],
      [FACTS, act, basis, day],
    ]);
    return (await first('a.csv', csv)).record?.violation;
  };

  it('is proposed from an exact citation or the name of the entry', async () => {
    expect(await of('', BASIS)).toBe('food-expired-or-false-date');
    expect(await of('发布虚假广告', '')).toBe('ad-false');
  });

  it('stays unknown where article or name could be another', async () => {
    expect(await of('', '《食品安全法》第一百二十四条')).toBeUndefined();
    expect(await of('过期食品', '')).toBeUndefined();
    expect(await of('发布虚假广告', BASIS)).toBeUndefined();
  });

  it('stays unknown where nothing says that the article had its number on that day', async () => {
    expect(await of('', BASIS, '')).toBeUndefined();
    expect(await of('', BASIS, '2012-03-18')).toBeUndefined();
  });
});
