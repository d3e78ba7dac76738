import {
  AUTHORITY_PERIODS,
  type Cite,
  HEARING_PERIODS,
  PARTY_PERIODS,
  type Period,
  REMEDY_PERIODS,
  SUPERVISION_PERIODS,
} from '../../sdk/src/deadlines/index.ts';
import { citationText } from '../../sdk/src/discretion/sentences/index.ts';
import { ALERT_THRESHOLDS } from '../../sdk/src/oversight/alerts/default-thresholds.ts';
import { RULES } from '../../sdk/src/oversight/alerts/rules.ts';
import { CLUE_LEVELS } from '../../sdk/src/oversight/clues/levels.ts';
import { formatPercent } from '../../sdk/src/text/index.ts';

const RISK = { high: '高', medium: '中', low: '低' } as const;
const UNIT = {
  'working-day': '个工作日',
  'calendar-day': '日',
  month: '个月',
  year: '年',
  count: '项',
} as const;
const STATE = { on: '启用', shadow: '试运行', off: '停用' } as const;

const PERIODS: readonly (readonly [title: string, periods: readonly Period[]])[] = [
  ['办案机关 The authority', AUTHORITY_PERIODS],
  ['听证 Hearing', HEARING_PERIODS],
  ['当事人 The party', PARTY_PERIODS],
  ['复议、诉讼 Remedies', REMEDY_PERIODS],
  ['执法监督 Supervision', SUPERVISION_PERIODS],
];

const cited = (cite: readonly Cite[]): string =>
  [...new Set(cite.map((one) => citationText(one, 'zh')))].join('，') || '无';

const table = (head: string, rows: readonly (readonly string[])[]): string =>
  [head, head.replaceAll(/[^|]+/g, ' --- '), ...rows.map((row) => `| ${row.join(' | ')} |`)].join(
    '\n',
  );

const alerts = (): string =>
  table(
    '| 规则 | Rule | 状态 | 中 | 高 | 依据 | 说明 |',
    RULES.map(({ id, label, cite }) => {
      const { state, unit, levels, why } = ALERT_THRESHOLDS.rules[id];
      const from = (level: number | null) => {
        if (level === null) return '不设';
        return unit === 'basis-points' ? `${formatPercent(level)}起` : `${level}${UNIT[unit]}起`;
      };
      return [
        label.zh,
        label.en,
        STATE[state],
        from(levels.medium),
        from(levels.high),
        cited(cite),
        why.zh,
      ];
    }),
  );

const levels = (): string =>
  table(
    '| 等级 | 规则 | Rule |',
    CLUE_LEVELS.rules.map(({ label, level }) => [RISK[level], label.zh, label.en ?? label.zh]),
  );

const periods = (of: readonly Period[]): string =>
  table(
    '| 事项 | What | 期限 | 依据 |',
    of.map(({ label, length, unit, before, cite }) => [
      label.zh,
      label.en,
      `${before ? '提前' : ''}${length}${UNIT[unit]}`,
      cited(cite),
    ]),
  );

/** `sdk/docs/supervision-rules.md`: the rules of supervision in words, each from the data that it runs by. */
export const rulesPage = (): string =>
  `${[
    '# 监督规则 Rules of supervision',
    'Every rule that raises an alert, gives a clue its level or sets a period, in words, from the data that it runs by\n(`npm run docs`); a gate holds the two equal. How matters move on is drawn in [flows.md](flows.md); the numbers of alerts\nand levels are files of their own: [alert-thresholds](formats/alert-thresholds.md), [clue-levels](formats/clue-levels.md).',
    `## 预警规则 Alerts\n\n阈值文件：${ALERT_THRESHOLDS.id} ${ALERT_THRESHOLDS.version}，自${ALERT_THRESHOLDS.from}起。未达中的为低。`,
    alerts(),
    `## 线索等级 Levels of clues\n\n规则文件：${CLUE_LEVELS.id} ${CLUE_LEVELS.version}，自${CLUE_LEVELS.from}起。自上而下，先符合的为准；都不符合的为低。`,
    levels(),
    ...PERIODS.flatMap(([title, of]) => [`## 期限：${title}`, periods(of)]),
  ].join('\n\n')}\n`;
