import { count, type Figure, type FigureDefinition } from '../figure.ts';
import type { BlankMap, Coverage, ListProposal } from '../use/index.ts';
import { type Head, head } from './head.ts';
import { type Child, h, pageOf } from './html.ts';
import { Sources } from './sources.ts';
import { table } from './table.ts';

const define = (
  id: string,
  zh: string,
  en: string,
  formula: FigureDefinition['formula'],
  counts: FigureDefinition['counts'],
): FigureDefinition => ({ id: `agenda.${id}`, label: { zh, en }, formula, counts });

const FIGURES = {
  stale: define(
    'stale',
    '法律修改后未更新的基准',
    'Tables overtaken by the law',
    {
      zh: '现行法条施行日晚于基准施行日的违法行为',
      en: 'violations whose text in force is younger than their table',
    },
    'clause',
  ),
  none: define(
    'none',
    '没有裁量基准的违法行为',
    'Violations without a standard',
    {
      zh: '现行有效而没有专用、通用基准的违法行为',
      en: 'violations in force with neither an own nor a general table',
    },
    'clause',
  ),
  blank: define(
    'blank',
    '监督空白点',
    'Blank cells',
    {
      zh: '有案件而没有受过监督的违法行为、地区、月份组合',
      en: 'violation, region and month with cases and no supervision',
    },
    'cell',
  ),
  items: define(
    'items',
    '建议修订的清单事项',
    'List items to look at again',
    {
      zh: '被法律修改超越或者从未适用的清单事项',
      en: 'items overtaken by a change of law, or never used',
    },
    'item',
  ),
} as const;

export interface AgendaInput {
  readonly head: Head;
  readonly place: string;
  /** Bodies that take part, the lead first. */
  readonly bodies: readonly string[];
  /** Figures to be reported, in order, each by a body. */
  readonly reports: readonly {
    readonly by: string;
    readonly title: string;
    readonly figures: readonly Figure[];
  }[];
  readonly coverage?: Coverage;
  readonly blank?: BlankMap;
  readonly lists?: readonly ListProposal[];
  /** Tasks of the last meeting. */
  readonly tasks: readonly {
    readonly number: number;
    readonly task: string;
    readonly owner: string;
    readonly due: string;
    readonly done: string | null;
  }[];
}

/** 联席会议议程: what each body reports, with its figures; what the figures ask the meeting to settle; tasks, late ones first. */
export function meetingAgenda(input: AgendaInput): string {
  const { head: heading, bodies, reports, tasks } = input;
  const sources = new Sources('internal');
  const questions = questionsOf(input);
  const late = (one: AgendaInput['tasks'][number]): boolean =>
    one.done === null && one.due < heading.day;
  const sorted = [...tasks].sort(
    (a, b) =>
      Number(late(b)) - Number(late(a)) ||
      (a.due < b.due ? -1 : a.due > b.due ? 1 : a.number - b.number),
  );
  const body: Child[] = [
    head(heading),
    h(
      'p',
      {},
      `地点：${input.place}。参加单位：${bodies.join('、')}。牵头单位：${bodies[0] ?? '未定'}。`,
    ),
    h('h2', {}, '一、上次会议事项办理情况'),
    tasks.length === 0
      ? h('p', {}, '没有上次会议事项。')
      : table(
          '上次会议事项（逾期在前）',
          ['序号', '事项', '责任单位', '期限', '办理情况'],
          sorted.map((one) => [
            one.number,
            one.task,
            one.owner,
            one.due,
            one.done === null ? (late(one) ? '逾期未完成' : '办理中') : `已于${one.done}完成`,
          ]),
        ),
    h('h2', {}, '二、听取汇报'),
    reports.map(({ by, title, figures }, i) => [
      h('h3', {}, `（${i + 1}）${title}`),
      h('p', {}, `汇报单位：${by}`),
      figures.length === 0
        ? h('p', {}, '没有数据。')
        : table(
            title,
            ['指标', '结果', '算法'],
            figures.map((one) => [
              [one.definition.label.zh, ...Object.values(one.scope)].join(' '),
              sources.cite(one),
              one.definition.formula.zh,
            ]),
          ),
    ]),
    h('h2', {}, '三、需要会议研究的事项'),
    questions.length === 0
      ? h('p', {}, '没有由数据提出的事项。')
      : h(
          'ol',
          {},
          questions.map(({ figure, ask }) =>
            h('li', {}, `${figure.definition.label.zh}：`, sources.cite(figure), '项。', ask),
          ),
        ),
    sources.section(),
  ];
  return pageOf({ title: heading.title, body });
}

function questionsOf({ coverage, blank, lists }: AgendaInput): { figure: Figure; ask: string }[] {
  const asked = [
    {
      figure: count(
        FIGURES.stale,
        (coverage?.clauses ?? []).filter(({ stale }) => stale !== null).map((one) => one.violation),
      ),
      ask: '请研究修订或者确认继续适用。',
    },
    {
      figure: count(
        FIGURES.none,
        (coverage?.clauses ?? [])
          .filter(({ standard }) => standard === 'none')
          .map((one) => one.violation),
      ),
      ask: '请研究由哪个单位制定。',
    },
    {
      figure: count(
        FIGURES.blank,
        (blank?.cells ?? [])
          .filter(({ state }) => state === 'blank')
          .map(({ violation, region, month }) => `${violation}/${region}/${month}`),
      ),
      ask: '请研究是否安排抽查。',
    },
    {
      figure: count(
        FIGURES.items,
        (lists ?? []).map(({ item }) => item),
      ),
      ask: '请发布机关研究调整。',
    },
  ];
  return asked.filter(({ figure }) => figure.numerator > 0);
}
