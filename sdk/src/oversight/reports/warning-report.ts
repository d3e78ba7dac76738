import { count, type FigureDefinition, type Scope } from '../figure.ts';
import { requireK, suppress } from '../public/index.ts';
import type { Exercise } from '../use/index.ts';
import { bars } from './chart.ts';
import { type Head, head } from './head.ts';
import { type Child, h, pageOf } from './html.ts';
import { regionalSplit } from './regional-split.ts';
import { type Edition, Sources } from './sources.ts';
import { table } from './table.ts';

/** What both editions are made from. */
interface WarningSubject {
  readonly head: Head;
  /** `YYYY`. */
  readonly year: string;
  readonly exercises: readonly Exercise[];
  readonly violationName: (violation: string) => string;
  readonly regionOf: (authority: string) => string | null;
  readonly regionName: (region: string) => string;
  /** What businesses should mind, by violation, written by a person. */
  readonly advice?: Readonly<Record<string, string>>;
}

/** `exercises`: of this year and of the one before; others are left out. */
export interface WarningReportInput extends WarningSubject {
  /** How many violations the report names; the others are one row. */
  readonly most: number;
  readonly lastYear: /** Counted from `exercises`; `complete` where the log reaches back over the whole year. */
    | { readonly from: 'log'; readonly complete: boolean }
    /** What last year's report said, by violation. */
    | { readonly from: 'published'; readonly cases: Readonly<Record<string, number>> };
}

export interface PublicWarningReportInput extends WarningSubject {
  /**
   * Violations that the report names, chosen without this year's numbers: by those published last year, or by what the report is
   * about. A choice or an order by this year's numbers would tell of hidden ones. The others are one row.
   */
  readonly violations: readonly string[];
  /** What last year's report published, by violation. */
  readonly lastYear: Readonly<Record<string, number>>;
  /** Numbers from 1 to k − 1 are not shown, nor what would give one back. */
  readonly k: number;
  /** Cases of every earlier publication, public statistics among them. */
  readonly counted: ReadonlySet<string>;
}

export interface PublicWarningReport {
  readonly html: string;
  /** Ids of the cases counted, for the authority's own ledger: never published, handed in as `counted` the next time. */
  readonly counted: readonly string[];
}

/** What one edition shows of the cases of a year. */
interface Shown {
  readonly now: readonly Exercise[];
  readonly violations: readonly string[];
  /** Ids where they are counted here, a number where it was published, null where nothing can be compared. */
  readonly lastYear: (violation: string) => readonly string[] | number | null;
  /** Null hides nothing. */
  readonly k: number | null;
  readonly edition: Edition;
  readonly opening: string;
  readonly note: string | null;
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
 * 高发违法行为预警报告, for the house: the year's most frequent violations with the trend against the year before, by month and by region.
 * Every number links to its cases.
 */
export function warningReport(input: WarningReportInput): string {
  const { year, lastYear } = input;
  const decided = input.exercises.filter(({ state }) => state !== 'proposed');
  const now = decided.filter(({ day }) => day.startsWith(`${year}-`));
  const violations = [...Map.groupBy(now, ({ violation }) => violation)]
    .sort(([a, x], [b, y]) => y.length - x.length || (a < b ? -1 : 1))
    .slice(0, input.most)
    .map(([violation]) => violation);
  return warningPage(input, {
    now,
    violations,
    lastYear: (violation) => {
      if (lastYear.from === 'published') return lastYear.cases[violation] ?? null;
      if (!lastYear.complete) return null;
      return decided
        .filter((one) => one.violation === violation && one.day.startsWith(`${yearBefore(year)}-`))
        .map((one) => one.case);
    },
    k: null,
    edition: 'internal',
    opening: `以下列出数量最多的${violations.length}类违法行为。`,
    note: null,
  });
}

/**
 * The same for the public. It lists no case and shows no number from 1 to k − 1, nor what would give one back; the violations
 * that it names stand in the order of their names. A case is counted once, ever, in whatever publication: one of `counted` is left
 * out. Of last year it repeats what was published, and compares nothing where cases of this year were left out.
 * @throws {ChiduError} `amount-range` for a `k` below `K_FLOOR`.
 */
export function publicWarningReport(input: PublicWarningReportInput): PublicWarningReport {
  const { year, k, counted, violationName } = input;
  requireK(k);
  const ofYear = input.exercises.filter(
    ({ state, day }) => state !== 'proposed' && day.startsWith(`${year}-`),
  );
  const now = ofYear.filter((one) => !counted.has(one.case));
  const whole = now.length === ofYear.length;
  const violations = [...new Set(input.violations)].sort((a, b) =>
    violationName(a) < violationName(b) ? -1 : 1,
  );
  const html = warningPage(input, {
    now,
    violations,
    lastYear: (violation) => (whole ? (input.lastYear[violation] ?? null) : null),
    k,
    edition: 'public',
    opening: `以下${violations.length}类违法行为按名称排列，选取和排列均与本年数量无关。`,
    note: `为保护当事人，少于${k}件的数字以及可据以推算的数字不公开。此前已经公布的案件不再计入。`,
  });
  return { html, counted: now.map((one) => one.case) };
}

function warningPage(input: WarningSubject, shown: Shown): string {
  const { year, violationName, regionName } = input;
  const before = yearBefore(year);
  const { now, k } = shown;
  const sources = new Sources(shown.edition);
  const cite = (
    definition: FigureDefinition,
    ids: readonly string[],
    scope: Scope,
    hidden = false,
  ) => (hidden ? '不公开' : sources.cite(count(definition, ids, scope)));

  const split = regionalSplit(now, shown.violations, input.regionOf, k);
  const { violations: top, regions } = split;
  const last = regions.length;
  const rows = top.map((violation, i) => {
    const hidden = split.hidden[i]?.[last] ?? false;
    const ids = split.cases[i]?.[last] ?? [];
    const then = shown.lastYear(violation);
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
  const months = byMonth(now, year, k, totalHidden);
  const body: Child[] = [
    head(input.head),
    h('h2', {}, '一、概况'),
    h(
      'p',
      {},
      `${year}年作出决定的案件共`,
      cite(WARNING_FIGURES.cases, total, { year }, totalHidden),
      `件。${shown.opening}案件数量受检查频次影响，增减本身不说明违法行为增减。`,
    ),
    shown.note === null ? null : h('p', { class: 'note' }, shown.note),
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

const yearBefore = (year: string): string => String(Number(year) - 1);

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
  { advice: words = {}, violationName }: WarningSubject,
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
