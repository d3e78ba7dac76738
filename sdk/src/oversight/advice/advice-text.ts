import type { Rule, Wording } from '../../rules/index.ts';
import type { Advice } from './advice.ts';
import type { PointsChange } from './change-points.ts';
import type { Dispute } from './disputes.ts';
import type { Point } from './point.ts';

/** What a point is called: by the labels of the Rule where it is at hand, else by its number. */
export function pointLabel(point: Point, rule: Rule | null): Required<Wording> {
  const { zh, en = zh } = rule?.statute.name ?? { zh: point.violation };
  const inside = insideLabel(point, rule);
  return { zh: `${zh}：${inside.zh}`, en: `${en}: ${inside.en}` };
}

function insideLabel(point: Point, rule: Rule | null): Required<Wording> {
  switch (point.kind) {
    case 'clause': {
      const { law, article, paragraph, item } = point;
      const zh = `《${law}》第${article}条${paragraph ? `第${paragraph}款` : ''}${item ? `第${item}项` : ''}`;
      return {
        zh,
        en: `${law} ${article}${paragraph ? `(${paragraph})` : ''}${item ? `(${item})` : ''}`,
      };
    }
    case 'amount':
      return { zh: '罚款金额', en: 'the amount' };
    case 'procedure':
      return { zh: '程序', en: 'the procedure' };
    case 'fact': {
      const label = rule?.statute.facts.find(({ number }) => number === point.fact)?.label;
      return both(label, `事实${point.fact}`, `fact ${point.fact}`);
    }
    case 'factor':
      return both(
        factorOf(point.factor, rule)?.label,
        `裁量因素${point.factor}`,
        `factor ${point.factor}`,
      );
    case 'option': {
      const factor = factorOf(point.factor, rule);
      const option = factor?.options.find(({ number }) => number === point.option);
      const one = both(factor?.label, `裁量因素${point.factor}`, `factor ${point.factor}`);
      const two = both(option?.label, `档次${point.option}`, `option ${point.option}`);
      return { zh: `${one.zh}“${two.zh}”`, en: `${one.en}, ${two.en}` };
    }
  }
}

const factorOf = (number: number, rule: Rule | null) =>
  rule?.benchmark.factors.find((factor) => factor.number === number);

const both = (label: Wording | undefined, zh: string, en: string): Required<Wording> =>
  label ? { zh: label.zh, en: label.en ?? label.zh } : { zh, en };

/** The advice in a sentence or two, with its numbers. */
export function adviceText(
  kind: Advice['kind'],
  label: Required<Wording>,
  { objected, upheld }: Dispute,
  proposal: PointsChange | null,
): Required<Wording> {
  const zh = `${label.zh}：${objected.denominator}件案件中${objected.numerator}件提出异议，已答复${upheld.denominator}件，其中${upheld.numerator}件成立或者部分成立。`;
  const en = `${label.en}: ${objected.numerator} of ${objected.denominator} cases were objected to; of ${upheld.denominator} answered, ${upheld.numerator} were upheld in whole or in part.`;
  const [actZh, actEn] = ACTS[kind];
  if (!proposal) return { zh: `${zh}${actZh}`, en: `${en} ${actEn}` };
  return {
    zh: `${zh}${actZh}经案例库回测，可以考虑将积分由${proposal.from}调整为${proposal.to}。`,
    en: `${en} ${actEn} Tried on the case library: points of ${proposal.to} instead of ${proposal.from} may be considered.`,
  };
}

const ACTS: Readonly<Record<Advice['kind'], readonly [zh: string, en: string]>> = {
  amend: [
    '异议成立的比例较高，建议研究修改该处基准。',
    'A high share of objections holds: consider amending the benchmark here.',
  ],
  explain: [
    '异议多数不成立，建议改进说明和告知文字。',
    'Most objections do not hold: consider explaining it better in the notice.',
  ],
  review: [
    '异议是否成立尚无定论，建议抽查案卷后研究。',
    'Whether they hold is not settled: consider reading a sample of the files.',
  ],
};
