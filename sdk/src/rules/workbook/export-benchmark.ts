import type { Issue } from '../../errors.ts';
import type { CellInput, SheetInput } from '../../sheets/index.ts';
import { formatInterval, pointer } from '../../text/index.ts';
import type { Benchmark, BenchmarkPack, Method } from '../benchmark.ts';
import type { FactDefinition } from '../fact.ts';
import type { Loaded } from '../loaded.ts';
import type { Wording } from '../words.ts';
import {
  BAND_COLUMNS,
  EDGE_WORDS,
  GENERAL,
  GRADE_COLUMNS,
  METHOD_WORDS,
  OPTION_COLUMNS,
  PACK_ROWS,
  SHARE_COLUMNS,
  SHEETS,
  SIDE_WORDS,
  TABLE_COLUMNS,
  TIER_COLUMNS,
  TIER_WORDS,
  WITHIN_WORDS,
} from './columns.ts';
import { writeCondition } from './phrase.ts';

/**
 * The sheets of a workbook that `importBenchmark` reads back to the same pack, byte for byte in canonical JSON. The columns
 * of a factor are merged over its options, as printed tables are.
 *
 * Issues: `workbook-form` for what a workbook has no place for: conditions of another form than `readCondition` reads, line ends
 * in evidence, intervals of points below zero. `facts` as for the import.
 */
export function exportBenchmark(
  pack: BenchmarkPack,
  facts: readonly FactDefinition[] = [],
): Loaded<SheetInput[]> {
  const issues = pack.benchmarks.flatMap((one, i) => unfit(one, facts, ['benchmarks', i]));
  if (issues.length > 0) return { ok: false, issues };
  const numbered = pack.benchmarks.map((benchmark, i) => ({ benchmark, table: String(i + 1) }));
  return {
    ok: true,
    value: [
      { name: SHEETS.help, widths: [100], rows: HELP.map((one) => [{ wrap: one }]) },
      { name: SHEETS.pack, widths: [20, 80], rows: packRows(pack) },
      {
        name: SHEETS.tables,
        widths: [6, 28, 40, 40, 14, 40, 40, 12, 8, 8, 8, 12, 10, 16],
        frozen: 1,
        rows: [
          heads(TABLE_COLUMNS),
          ...numbered.map(({ benchmark, table }) => tableRow(benchmark, table)),
        ],
      },
      optionSheet(numbered),
      {
        name: SHEETS.tiers,
        widths: [6, 10, 24, 12, 12],
        frozen: 1,
        rows: [
          heads(TIER_COLUMNS),
          ...numbered.flatMap(({ benchmark, table }) => tierRows(benchmark.method, table)),
        ],
      },
      ...methodSheets(numbered, facts),
    ],
  };
}

function packRows(pack: BenchmarkPack): CellInput[][] {
  const { publication, publisher } = pack;
  const values: Readonly<Record<keyof typeof PACK_ROWS, string>> = {
    id: pack.id,
    version: pack.version,
    titleZh: pack.title.zh,
    titleEn: pack.title.en ?? '',
    sample: yesNo(pack.sample),
    publisher: publisher.name,
    publisherCode: publisher.code ?? '',
    publicationNumber: publication?.number ?? '',
    publicationDate: publication?.date ?? '',
    publicationUrl: publication?.url ?? '',
    from: pack.from,
    to: pack.to ?? '',
  };
  return Object.entries(PACK_ROWS).map(([key, word]) => [
    { head: word },
    values[key as keyof typeof PACK_ROWS],
  ]);
}

function tableRow(benchmark: Benchmark, table: string): CellInput[] {
  const { title, note, method, rounding } = benchmark;
  const shares = 'start' in method ? method : null;
  const limits = method.kind === 'base-adjust' ? method.limits : null;
  return [
    table,
    benchmark.violation ?? GENERAL,
    title.zh,
    title.en ?? '',
    benchmark.place,
    note?.zh ?? '',
    note?.en ?? '',
    wordOf(METHOD_WORDS, method.kind),
    shares === null ? '' : { bp: shares.start },
    limits === null ? '' : { bp: limits[0] },
    limits === null ? '' : { bp: limits[1] },
    'within' in method ? wordOf(WITHIN_WORDS, method.within) : '',
    'edge' in method ? wordOf(EDGE_WORDS, method.edge) : '',
    rounding.unit % 100 === 0 ? rounding.unit / 100 : (rounding.unit / 100).toFixed(2),
  ];
}

function optionSheet(numbered: readonly { benchmark: Benchmark; table: string }[]): SheetInput {
  const rows: CellInput[][] = [heads(OPTION_COLUMNS)];
  const merges: string[] = [];
  for (const { benchmark, table } of numbered) {
    for (const factor of benchmark.factors) {
      const first = rows.length + 1;
      for (const [i, option] of factor.options.entries()) {
        const head = [
          factor.number,
          factor.id,
          factor.label.zh,
          factor.label.en ?? '',
          yesNo(factor.ordered),
        ];
        rows.push([
          i === 0 ? table : null,
          ...(i === 0 ? head : head.map(() => null)),
          option.number,
          option.id,
          option.label.zh,
          option.label.en ?? '',
          pointsCell(benchmark.method, factor.id, option.points),
          option.evidence.join('\n'),
        ]);
      }
      for (const column of 'ABCDEF') merges.push(`${column}${first}:${column}${rows.length}`);
    }
  }
  return {
    name: SHEETS.options,
    widths: [6, 10, 16, 28, 28, 10, 10, 16, 36, 36, 8, 40],
    frozen: 1,
    rows,
    merges,
  };
}

function pointsCell(method: Method, factor: string, points: number): CellInput {
  if (method.kind === 'percent-sum' || method.kind === 'base-adjust') return { bp: points };
  const corrects =
    method.kind === 'grid' && ![...method.rows.factors, ...method.columns.factors].includes(factor);
  return corrects ? { bp: points } : points;
}

/** The sheets that only a grid or a table of conditions needs. */
function methodSheets(
  numbered: readonly { benchmark: Benchmark; table: string }[],
  facts: readonly FactDefinition[],
): SheetInput[] {
  const grades: CellInput[][] = [];
  const shares: CellInput[][] = [];
  const bands: CellInput[][] = [];
  for (const { benchmark, table } of numbered) {
    const { method } = benchmark;
    if (method.kind === 'grid') {
      for (const [word, side] of Object.entries(SIDE_WORDS)) {
        const { factors, grades: list } = method[side];
        for (const { label, ...interval } of list) {
          const points = formatInterval(interval, 'points');
          grades.push([table, word, factors.join('、'), points, label.zh, label.en ?? '']);
        }
      }
      for (const [row, line] of method.shares.entries()) {
        for (const [column, bp] of line.entries())
          shares.push([table, row + 1, column + 1, { bp }]);
      }
    } else if (method.kind === 'band-table') {
      for (const { label, when, tier, band } of method.rows) {
        const lines = when.map((one) => writeCondition(one, facts) ?? '').join('\n');
        const [low, high] = band.bp;
        const word = wordOf(TIER_WORDS, tier);
        bands.push([table, label.zh, label.en ?? '', lines, word, { bp: low }, { bp: high }]);
      }
    }
  }
  return [
    { name: SHEETS.grades, rows: grades, columns: GRADE_COLUMNS, widths: [6, 8, 40, 24, 24, 24] },
    { name: SHEETS.shares, rows: shares, columns: SHARE_COLUMNS, widths: [6, 8, 8, 14] },
    { name: SHEETS.bands, rows: bands, columns: BAND_COLUMNS, widths: [6, 36, 36, 60, 10, 12, 12] },
  ].flatMap(({ name, rows, columns, widths }) =>
    rows.length === 0 ? [] : [{ name, widths, frozen: 1, rows: [heads(columns), ...rows] }],
  );
}

function tierRows(method: Method, table: string): CellInput[][] {
  if (method.kind === 'band-table') return [];
  return method.tiers.map((row) => [
    table,
    wordOf(TIER_WORDS, row.tier),
    'from' in row ? formatInterval(row, 'points') : '',
    { bp: row.band.bp[0] },
    { bp: row.band.bp[1] },
  ]);
}

/** What the workbook could not give back as it is. */
function unfit(
  benchmark: Benchmark,
  facts: readonly FactDefinition[],
  path: readonly PropertyKey[],
): Issue[] {
  const issues: Issue[] = [];
  const refuse = (at: readonly PropertyKey[], message: string) =>
    issues.push({ code: 'workbook-form', at: pointer([...path, ...at]), message });
  const { method } = benchmark;
  const intervals =
    method.kind === 'points-tiers'
      ? method.tiers
      : method.kind === 'grid'
        ? [...method.rows.grades, ...method.columns.grades]
        : [];
  if (intervals.some((one) => one.from < 0)) {
    refuse(['method'], 'points below zero cannot be written as an interval');
  }
  if (method.kind === 'band-table') {
    for (const [i, { when }] of method.rows.entries()) {
      for (const [j, one] of when.entries()) {
        if (writeCondition(one, facts) !== null) continue;
        refuse(['method', 'rows', i, 'when', j], 'a condition that a cell cannot hold');
      }
    }
  }
  const texts: [Wording, PropertyKey[]][] = [[benchmark.title, ['title']]];
  if (benchmark.note !== undefined) texts.push([benchmark.note, ['note']]);
  for (const [i, factor] of benchmark.factors.entries()) {
    texts.push([factor.label, ['factors', i, 'label']]);
    for (const [j, option] of factor.options.entries()) {
      texts.push([option.label, ['factors', i, 'options', j, 'label']]);
      if (option.evidence.some((one) => one.trim() === '' || one.includes('\n'))) {
        refuse(['factors', i, 'options', j, 'evidence'], 'each piece of evidence is one line');
      }
    }
  }
  for (const [{ zh, en }, at] of texts) {
    if (zh.trim() === '' || en?.trim() === '') refuse(at, 'an empty text cannot be told from none');
  }
  return issues;
}

function heads(columns: Readonly<Record<string, string>>): CellInput[] {
  return Object.values(columns).map((head) => ({ head }));
}

function yesNo(value: boolean): string {
  return value ? '是' : '否';
}

function wordOf(words: Readonly<Record<string, string>>, value: string): string {
  return Object.keys(words).find((word) => words[word] === value) ?? value;
}

const HELP = [
  '裁量基准工作簿。请按各表首行的列名填写，不要增删列；需要加注的，可以增加以“备注”开头的列。',
  '基准包：一行一项。未公布的裁量基准不得用于办案（行政处罚法第三十四条），须填文号和发布日期；试用的填“是否示例：是”。',
  '基准表：每种违法行为一张表，违法行为标识填“通用”的适用于没有专门表的违法行为。方法填：积分、百分比叠加、基准调整、二维、裁量表；后两种另加“二维分档、二维幅度”或者“裁量表”。',
  '因素档次：同一因素的各档次编号不得重复，编号一经使用不再改作他用。积分方法填整数；其他方法填百分比，如 5%。证据一行一项。',
  '阶次：积分范围用“以上、以下、不足、超过”写明，例如“30分以上不足70分”；不要写“30-70分”，因为看不出30分和70分归哪一档。',
  '区间起点、终点填占法定幅度（最高额减最低额）的百分比，例如 30%。只填 0.3 时会询问，不会猜测。',
  '导入时，错误值、没有结果的公式、隐藏的行列都会按单元格指出。',
];
