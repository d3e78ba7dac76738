import { count, type FigureDefinition, type Scope } from '../figure.ts';
import { suppress } from '../public/index.ts';
import type { Exercise } from '../use/index.ts';
import { bars } from './chart.ts';
import { type Head, head } from './head.ts';
import { type Child, h, pageOf } from './html.ts';
import { regionalSplit } from './regional-split.ts';
import { type Edition, Sources } from './sources.ts';
import { table } from './table.ts';

export interface WarningReportInput {
  readonly head: Head;
  /** `YYYY`. */
  readonly year: string;
  /** Of this year and of the one before; others are left out. */
  readonly exercises: readonly Exercise[];
  readonly violationName: (violation: string) => string;
  readonly regionOf: (authority: string) => string | null;
  readonly regionName: (region: string) => string;
  /** How many violations the report names; the others are one row. */
  readonly most: number;
  readonly lastYear: /** Counted from `exercises`; `complete` where the log reaches back over the whole year. */
    | { readonly from: 'log'; readonly complete: boolean }
    /** What last year's report published, by violation: the only numbers of last year that a public edition may repeat. */
    | { readonly from: 'published'; readonly cases: Readonly<Record<string, number>> };
  readonly edition: Edition;
  /** Public edition: numbers from 1 to k − 1 are not shown, nor what would give one back. */
  readonly k: number;
  /** What businesses should mind, by violation, written by a person. */
  readonly advice?: Readonly<Record<string, string>>;
}

const define = (id: string, zh: string, en: string, formula: FigureDefinition['formula']) => ({
  id: `warning.${id}`,
  label: { zh, en },
  formula,
  counts: 'case' as const,
});

export const WARNING_FIGURES = {
  cases: define('cases', '作出决定的案件', 'Cases decided', {
    zh: '该年（该地、该违法行为）作出决定的案件数，含不予处罚',
    en: 'cases decided in the year (in the region, for the violation), those without a penalty included',
  }),
  month: define('month', '某月作出决定的案件', 'Cases decided in a month', {
    zh: '该月作出决定的案件数',
    en: 'cases decided in the month',
  }),
} as const;

/**
 * 高发违法行为预警报告: the year's most frequent violations with the trend against the year before, by month and by region. Every number
 * links to its cases. The public edition lists no case and shows no number from 1 to k − 1, nor what would give one back;
 * of last year it repeats what was published, so that two reports cannot be subtracted.
 */
export function warningReport(input: WarningReportInput): string {
  const { year, edition, k, violationName, regionName } = input;
  const before = String(Number(year) - 1);
  const decided = input.exercises.filter(({ state }) => state !== 'proposed');
  const now = decided.filter(({ day }) => day.startsWith(`${year}-`));
  const sources = new Sources(edition);
  const cite = (
    definition: FigureDefinition,
    ids: readonly string[],
    scope: Scope,
    hidden = false,
  ) => (hidden ? '不公开' : sources.cite(count(definition, ids, scope)));

  const split = regionalSplit(
    now,
    topOf(now, input.most),
    input.regionOf,
    edition === 'public' ? k : null,
  );
  const { violations: top, regions } = split;
  const last = regions.length;
  const rows = top.map((violation, i) => {
    const hidden = split.hidden[i]?.[last] ?? false;
    const ids = split.cases[i]?.[last] ?? [];
    const then = lastYearOf(input, decided, before, violation);
    return {
      name: violationName(violation),
      value: hidden ? null : ids.length,
      cells: [
        cite(WARNING_FIGURES.cases, ids, { year, violation }, hidden),
        typeof then === 'object' && then !== null
          ? cite(WARNING_FIGURES.cases, then, { year: before, violation })
          : (then ?? '没有数据'),
        then === null || hidden
          ? '不比较'
          : change(ids.length, typeof then === 'number' ? then : then.length),
      ] as Child[],
    };
  });
  const [height, total] = [top.length + 1, split.cases.at(-1)?.[last] ?? []];
  const totalHidden = split.hidden[height]?.[last] ?? false;
  const months = byMonth(now, year, edition === 'public' ? k : null, totalHidden);
  const body: Child[] = [
    head(input.head),
    h('h2', {}, '一、概况'),
    h(
      'p',
      {},
      `${year}年作出决定的案件共`,
      cite(WARNING_FIGURES.cases, total, { year }, totalHidden),
      `件。以下列出数量最多的${top.length}类违法行为。案件数量受检查频次影响，增减本身不说明违法行为增减。`,
    ),
    edition === 'public'
      ? h('p', { class: 'note' }, `为保护当事人，少于${k}件的数字以及可据以推算的数字不公开。`)
      : null,
    h('h2', {}, '二、高发违法行为'),
    bars(
      'top',
      `${year}年高发违法行为案件数`,
      rows.map(({ name, value }) => `${name}${value ?? '不公开'}`).join('，'),
      rows.map(({ name, value }) => ({ label: name, value })),
    ),
    table(
      '高发违法行为与上年比较（件）',
      ['违法行为', `${year}年`, `${before}年`, '增减'],
      rows.map(({ name, cells }) => [name, ...cells]),
    ),
    h('h2', {}, '三、各月'),
    bars(
      'months',
      `${year}年各月案件数`,
      months
        .map(({ month, cases, hidden }) => `${month}：${hidden ? '不公开' : cases.length}`)
        .join('，'),
      months.map(({ month, cases, hidden }) => ({
        label: month,
        value: hidden ? null : cases.length,
      })),
    ),
    table(
      '各月案件（件）',
      ['月份', '案件'],
      months.map(({ month, cases, hidden }) => [
        month,
        cite(WARNING_FIGURES.month, cases, { month }, hidden),
      ]),
    ),
    h('h2', {}, '四、各地'),
    table(
      '各地案件（件）',
      ['违法行为', ...regions.map((one) => (one === '' ? '地区不明' : regionName(one))), '合计'],
      split.cases.map((cells, i) => [
        i < top.length ? violationName(top[i] as string) : i === height ? '合计' : '其他违法行为',
        ...cells.map((ids, j) =>
          cite(WARNING_FIGURES.cases, ids, scopeOf(year, top, regions, i, j), split.hidden[i]?.[j]),
        ),
      ]),
    ),
    adviceOn(input, top),
    sources.section(),
  ];
  return pageOf({ title: input.head.title, body });
}

function topOf(now: readonly Exercise[], most: number): string[] {
  return [...Map.groupBy(now, ({ violation }) => violation)]
    .sort(([a, x], [b, y]) => y.length - x.length || (a < b ? -1 : 1))
    .slice(0, most)
    .map(([violation]) => violation);
}

function scopeOf(
  year: string,
  top: readonly string[],
  regions: readonly string[],
  row: number,
  column: number,
): Scope {
  const violation = row > top.length ? null : (top[row] ?? 'other');
  const region = column === regions.length ? null : regions[column] || 'unknown';
  return {
    year,
    ...(violation !== null && { violation }),
    ...(region !== null && { region }),
  };
}

/** Ids where they are counted here, a number where it was published, null where nothing can be compared. */
function lastYearOf(
  { lastYear, edition }: WarningReportInput,
  decided: readonly Exercise[],
  year: string,
  violation: string,
): readonly string[] | number | null {
  if (lastYear.from === 'published') return lastYear.cases[violation] ?? null;
  if (!lastYear.complete || edition === 'public') return null;
  return decided
    .filter((one) => one.violation === violation && one.day.startsWith(`${year}-`))
    .map((one) => one.case);
}

/**
 * The twelve months. They share their sum with the table of regions: where that is not shown, or would have to be hidden for the
 * months, none of them is shown.
 */
function byMonth(now: readonly Exercise[], year: string, k: number | null, totalHidden: boolean) {
  const of = Map.groupBy(now, ({ month }) => month);
  const months = Array.from({ length: 12 }, (_, i) => {
    const month = `${year}-${String(i + 1).padStart(2, '0')}`;
    return { month, cases: (of.get(month) ?? []).map((one) => one.case) };
  });
  const row = [...months.map(({ cases }) => cases.length), now.length];
  const hidden = k === null ? row.map(() => false) : (suppress([row, row], k)[0] ?? []);
  const none = totalHidden || (hidden.at(-1) ?? false);
  return months.map((one, i) => ({ ...one, hidden: none || (hidden[i] ?? false) }));
}

function change(now: number, then: number): string {
  if (now === then) return '持平';
  return now > then ? `增加${now - then}` : `减少${then - now}`;
}

function adviceOn(
  { advice: words = {}, violationName }: WarningReportInput,
  top: readonly string[],
): Child {
  const said = top.filter((violation) => words[violation] !== undefined);
  if (said.length === 0) return null;
  return [
    h('h2', {}, '五、提示'),
    h(
      'dl',
      {},
      said.map((violation) => [
        h('dt', {}, violationName(violation)),
        h('dd', {}, words[violation] ?? ''),
      ]),
    ),
  ];
}
