import { formatFenShort, formatPercent } from '../../text/index.ts';
import type { Advice, AdviceAnswer } from '../advice/index.ts';
import { basisPoints, count, type FigureDefinition } from '../figure.ts';
import { BY_TIER } from '../public/index.ts';
import type { Rate } from '../statistics/rate.ts';
import { type Head, head } from './head.ts';
import { type Child, h, pageOf } from './html.ts';
import { Sources } from './sources.ts';
import { table } from './table.ts';

const EVIDENCE: FigureDefinition = {
  id: 'advice.evidence',
  label: { zh: '建议所依据的争议案件', en: 'Disputed cases behind an advice' },
  formula: {
    zh: '在该争议点提出异议的案件数',
    en: 'cases with an objection to the point',
  },
  counts: 'case',
};

const KINDS = { amend: '修改', explain: '说明', review: '研究' } as const;
const ANSWERS = { adopt: '采纳', reject: '不采纳', defer: '暂缓' } as const;

export interface AdviceReportInput {
  readonly head: Head;
  readonly advice: readonly Advice[];
  readonly answers: readonly AdviceAnswer[];
}

/** 裁量基准优化建议报告: each advice with point, band, sample, back-test, evidence, and what was answered to it. */
export function adviceReport({ head: heading, advice, answers }: AdviceReportInput): string {
  const sources = new Sources('internal');
  const body: Child[] = [
    head(heading),
    h(
      'p',
      {},
      advice.length === 0
        ? '本期没有建议。争议数量不足以得出结论的，不提建议。'
        : `本期共${advice.length}条建议。建议供制定机关研究，不改变现行基准，也不影响任何案件。`,
    ),
    advice.map((one, i) => [
      h('h2', {}, `${i + 1}．${one.label.zh}（建议${KINDS[one.kind]}）`),
      h('p', {}, one.text.zh),
      table(
        '依据',
        ['项目', '内容'],
        [
          ['基准', `${one.benchmark.pack} ${one.benchmark.version}`],
          [
            '涉及阶次',
            one.band.tiers
              .map(({ tier, cases }) => `${BY_TIER.labels[tier - 1]?.zh}${cases}件`)
              .join('，') || '无',
          ],
          [
            '涉及幅度',
            one.band.range === null
              ? '无'
              : `${formatFenShort(one.band.range.min)}至${formatFenShort(one.band.range.max)}`,
          ],
          ['该争议点的异议率', rate(one.sample.objected)],
          ['其他争议点的异议率', rate(one.sample.elsewhere)],
          ['异议成立率', rate(one.sample.upheld)],
          ['争议案件', sources.cite(count(EVIDENCE, one.evidence, { advice: one.id }))],
        ],
      ),
      one.proposal === null || one.trial === null
        ? h('p', {}, '没有可以试算的修改方案。')
        : table(
            `回测：因素${one.proposal.factor}的选项${one.proposal.option}由${one.proposal.from}分改为${one.proposal.to}分`,
            ['项目', '案件'],
            [
              ['试算', one.trial.cases],
              ['两种基准都能得出结果', one.trial.compared],
              ['变轻', one.trial.lighter],
              ['变重', one.trial.heavier],
              ['不变', one.trial.same],
              ['阶次变化', one.trial.movedTier],
            ],
          ),
      answered(one, answers),
    ]),
    sources.section(),
  ];
  return pageOf({ title: heading.title, body });
}

function answered({ id }: Advice, answers: readonly AdviceAnswer[]): Child {
  const own = answers.filter((one) => one.advice === id);
  if (own.length === 0) return h('p', {}, '答复：尚未答复。');
  return own.map(({ answer, on, reason, until }) =>
    h(
      'p',
      {},
      `答复：${on}${ANSWERS[answer]}${until === null ? '' : `至${until}`}。理由：${reason}`,
    ),
  );
}

function rate({ numerator, denominator, interval }: Rate): string {
  const bp = basisPoints(numerator, denominator);
  if (bp === null || interval === null) return `无基数（${numerator}/${denominator}）`;
  const [low, high] = interval;
  return `${formatPercent(bp)}（${numerator}/${denominator}，95%区间${formatPercent(low)}至${formatPercent(high)}）`;
}
