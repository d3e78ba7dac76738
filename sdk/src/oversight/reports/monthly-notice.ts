import type { Figure, FigureDefinition } from '../figure.ts';
import { count } from '../figure.ts';
import {
  type Appraisal,
  COLUMNS,
  type Column,
  type Month,
  type MonthlyTable,
} from '../indicators/index.ts';
import { type Head, head } from './head.ts';
import { type Child, h, pageOf } from './html.ts';
import { Sources } from './sources.ts';
import { table } from './table.ts';

export interface NoticeUnit {
  readonly id: string;
  readonly name: string;
  /** The same definitions for every unit, each in the unit's scope. */
  readonly figures: readonly Figure[];
}

export interface MonthlyNoticeInput {
  readonly head: Head;
  /** `YYYY-MM`. */
  readonly month: string;
  /** Of the whole organisation. */
  readonly figures: readonly Figure[];
  /** In the order of the organisation, never of a score. */
  readonly units: readonly NoticeUnit[];
  readonly table: MonthlyTable;
  /** What is learned now about earlier months. */
  readonly corrections: Month['corrections'];
  /** Where the month is assessed. */
  readonly appraisals?: readonly Appraisal[];
  /** What to do about it, written by a person. */
  readonly remarks?: readonly string[];
}

const COLUMN_WORDS: Readonly<Record<Column, string>> = {
  filed: '立案',
  noticed: '告知',
  decided: '决定',
  served: '送达',
  executed: '执行',
  closed: '结案',
  codes: '签发监督码',
  withdrawn: '撤回监督码',
  objections: '收到异议',
  upheld: '异议成立',
};

/**
 * 执法情况通报: the month's figures with the units they speak of by name, the monthly table, corrections of earlier months. Each
 * number links to its cases. Units stand in the order of the organisation; fines are in no figure (行政处罚法 74(3)).
 */
export function monthlyNotice(input: MonthlyNoticeInput): string {
  const {
    month,
    figures,
    units,
    table: monthly,
    corrections,
    appraisals = [],
    remarks = [],
  } = input;
  const sources = new Sources('internal');
  const nameOf = new Map(units.map(({ id, name }) => [id, name]));
  const kinds = [
    ...new Map(
      units.flatMap((unit) => unit.figures.map(({ definition }) => [definition.id, definition])),
    ).values(),
  ];
  const body: Child[] = [
    head(input.head),
    h('h2', {}, '一、总体情况'),
    table(
      `${month}主要指标`,
      ['指标', '结果', '算法'],
      figures.map((one) => [labelOf(one), sources.cite(one), one.definition.formula.zh]),
    ),
    h('h2', {}, '二、各单位情况'),
    units.length === 0 || kinds.length === 0
      ? h('p', {}, '本月没有分单位的指标。')
      : table(
          `${month}各单位指标（按机构序列排列，不排名次）`,
          ['单位', ...kinds.map(({ label }) => label.zh)],
          units.map((unit) => [unit.name, ...kinds.map((kind) => cellOf(unit, kind, sources))]),
        ),
    h('h2', {}, '三、案件月报'),
    table(
      `${month}案件月报表（件）`,
      ['单位', ...COLUMNS.map((column) => COLUMN_WORDS[column])],
      [
        ...monthly.rows.map(({ unit, cells }) => [
          nameOf.get(unit) ?? unit,
          ...COLUMNS.map((column) => tableCell(cells[column], { unit, column, month }, sources)),
        ]),
        [
          '合计',
          ...COLUMNS.map((column) => tableCell(monthly.total[column], { column, month }, sources)),
        ],
      ],
    ),
    h('h2', {}, '四、对以前月份的更正'),
    corrections.length === 0
      ? h('p', {}, '本月没有更正。已结月份的数据不改动，以后得知的变化都在得知的月份列出。')
      : table(
          '更正',
          ['月份', '指标', '原为', '现为'],
          corrections.map((one) => [one.month, one.id, numbers(one.was), numbers(one.is)]),
        ),
    appraisals.length === 0
      ? null
      : [
          h('h2', {}, '五、考核'),
          h('p', { class: 'note' }, '名次是区间：数量少的单位，偶然性大，不能区分先后的并列。'),
          table(
            '考核结果（万分制；异议成立前后并列）',
            ['单位', '计分（异议前）', '计分（异议后）', '可计权重', '名次区间', '异议'],
            appraisals.map((one) => [
              nameOf.get(one.unit) ?? one.unit,
              score(one.asCounted.total),
              score(one.afterContest.total),
              one.asCounted.judged,
              one.places === null ? '不排' : `${one.places[0]}至${one.places[1]}`,
              `${one.contests.length}件，成立${one.contests.filter(({ state }) => state === 'upheld').length}件`,
            ]),
          ),
        ],
    remarks.length === 0
      ? null
      : [
          h('h2', {}, '工作要求'),
          h(
            'ol',
            {},
            remarks.map((remark) => h('li', {}, remark)),
          ),
        ],
    sources.section(),
  ];
  return pageOf({ title: input.head.title, body });
}

const TABLE_FIGURE: FigureDefinition = {
  id: 'table',
  label: { zh: '案件月报表', en: 'Monthly table' },
  formula: {
    zh: '该单位该月有该事项的案件数，一案计一次',
    en: 'cases of the unit with this in the month, each once',
  },
  counts: 'case',
};

function tableCell(
  { count: number, cases }: MonthlyTable['total'][Column],
  scope: Readonly<Record<string, string>>,
  sources: Sources,
): Child {
  return cases === null ? number : sources.cite(count(TABLE_FIGURE, cases, scope));
}

function cellOf(unit: NoticeUnit, kind: FigureDefinition, sources: Sources): Child {
  const figure = unit.figures.find(({ definition }) => definition.id === kind.id);
  return figure === undefined ? '没有数据' : sources.cite(figure);
}

const labelOf = ({ definition, scope }: Figure): string => {
  const of = Object.values(scope).join('、');
  return of === '' ? definition.label.zh : `${definition.label.zh}（${of}）`;
};

const score = (points: number | null): string => (points === null ? '数据不足' : String(points));

const numbers = (value: Month['corrections'][number]['is']): string => {
  if (value === null) return '没有';
  const { numerator, denominator } = value;
  return denominator === null ? String(numerator) : `${numerator}/${denominator}`;
};
