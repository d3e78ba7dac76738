import type { SupervisionFile } from '@chidu/sdk/api';
import type { Range } from '@chidu/sdk/discretion';
import { citationText, sentences } from '@chidu/sdk/discretion/sentences';
import { SUPERVISION_STATES } from '@chidu/sdk/oversight/supervision';
import type { Tier } from '@chidu/sdk/rules';
import { formatFen } from '@chidu/sdk/text';
import { FINDINGS_ZH, PASSES_ZH, STEPS_ZH } from '@chidu/sdk/verdict';
import type { Journey } from './loop.ts';
import type { ServiceJourney } from './service-loop.ts';

const TIER_NAMES: Readonly<Record<Tier, string>> = {
  waive: '不予处罚',
  mitigate: '减轻处罚',
  lighten: '从轻处罚',
  ordinary: '一般处罚',
  aggravate: '从重处罚',
};

const MARKS = { pass: '✓', fail: '✗', unknown: '?' } as const;

/** A journey as a person reads it: Chinese, with the English of each heading. */
export function tell(journey: Journey): string {
  const { row, rule, assessment, signed, symbol, verdict } = journey;
  const { statute, pack } = rule;
  const lines = [
    heading('案件', 'Case'),
    `  ${row.ajbh}　${row.dsrxm}（虚构）`,
    `  违法行为：${statute.name.zh}`,
    `  依据：${citationText(statute.basis, 'zh')}`,
    '',
    heading('裁量', 'Assessment'),
    ...sentences(assessment.trace, 'zh').map(({ text }) => `  · ${text}`),
    '',
    `  法定幅度　${money(assessment.range)}`,
    `  裁量阶次　${assessment.tier === null ? '未定' : TIER_NAMES[assessment.tier]}，幅度　${money(assessment.band)}`,
    `  建议罚款　${assessment.suggestion === null ? '由办案人员确定' : formatFen(assessment.suggestion)}　（建议，由办案人员决定）`,
    ...(pack.sample ? ['  所用裁量基准为演示样例，分值系虚构，不得用于真实案件。'] : []),
    '',
    heading('监督码', 'Supervision code'),
    `  二维码第${symbol.version}版（${symbol.modules}×${symbol.modules}），内容${signed.bytes.length}字节，核验码 ${signed.checkCode}`,
    `  ${symbol.url.slice(0, 60)}…`,
    '',
    heading('核验结果', 'Verdict'),
    ...verdict.steps.map(({ id, finding }) => {
      const text = finding.state === 'pass' ? PASSES_ZH[id] : FINDINGS_ZH[finding.code];
      return `  ${MARKS[finding.state]} ${STEPS_ZH[id]}：${text}`;
    }),
  ];
  return lines.join('\n');
}

/** What the supervision body has on its desk, as a person reads it. */
export const tellSupervision = (cases: readonly SupervisionFile[]): string =>
  [
    heading('监督案件（虚构）', 'Supervision cases'),
    ...cases.map(({ supervision: { id, opinions, state, due } }) => {
      const instrument = opinions.at(-1)?.instrument ?? '';
      const until = due === null ? '' : `，期限至${due}`;
      return `  ${id}　${instrument}　${SUPERVISION_STATES[state].zh}${until}`;
    }),
  ].join('\n');

/** The way through the service, as a person reads it. */
export function tellService({ issued, verdict, receipt, answer, proofs }: ServiceJourney): string {
  const open = verdict.steps.filter(({ finding }) => finding.state !== 'pass');
  return [
    heading('经服务签发', 'Issued by the service'),
    `  服务按事实重新计算后写入监督日志第${issued.index}条，再由机关密钥签名；核验${
      open.length === 0
        ? '各项均通过，含日志与状态'
        : `未通过：${open.map(({ id }) => STEPS_ZH[id]).join('、')}`
    }`,
    '',
    heading('异议与答复', 'Objection and answer'),
    `  异议编号 ${receipt.number}，直接到监督机构，转办前办案人员看不到；提出异议不停止任何期限`,
    `  答复：${answer?.text ?? '未答复'}`,
    `  留给当事人的证明 ${proofs.length} 份，不依赖本服务即可核对`,
  ].join('\n');
}

const heading = (zh: string, en: string): string => `【${zh}】${en}`;

const money = (range: Range | null): string =>
  range === null ? '无' : `${formatFen(range.min)} 至 ${formatFen(range.max)}`;
