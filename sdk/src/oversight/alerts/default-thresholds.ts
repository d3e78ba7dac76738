import type { Thresholds } from './thresholds.ts';

const procedure = (article: number, paragraph?: number) => ({
  law: '市场监督管理行政处罚程序规定',
  article,
  ...(paragraph && { paragraph }),
});
const penalties = (article: number, paragraph?: number) => ({
  law: '行政处罚法',
  article,
  ...(paragraph && { paragraph }),
});
const BY_LAW = {
  zh: '期限由法律规定，预警提前量为本单位设定',
  en: 'The period is set by law; how early to warn is a local choice',
};

/** The thresholds that Chidu comes with. A supervision body hands in its own file: `loadThresholds`. */
export const ALERT_THRESHOLDS: Thresholds = {
  format: 'chidu-alert-thresholds/1',
  id: 'chidu-alerts',
  version: '1',
  title: { zh: '预警规则阈值', en: 'Thresholds of the alert rules' },
  from: '2026-02-01',
  rules: {
    'period-missed': {
      state: 'on',
      unit: 'calendar-day',
      levels: { medium: 1, high: 30 },
      values: { decideWarn: 15, serveWarn: 3, closeWarn: 5 },
      cite: [procedure(64, 1), procedure(81), procedure(77), penalties(60), penalties(61, 1)],
      why: BY_LAW,
    },
    'clue-unchecked': {
      state: 'on',
      unit: 'calendar-day',
      levels: { medium: 1, high: 15 },
      values: { warn: 5 },
      cite: [procedure(18, 1)],
      why: BY_LAW,
    },
    'objection-overdue': {
      state: 'on',
      unit: 'count',
      levels: { medium: 1, high: 2 },
      values: {},
      cite: [],
      why: {
        zh: '异议处理期限是本地规则，逾期由服务升级并入链',
        en: 'The time to answer an objection is a local rule; the service enters every escalation',
      },
    },
    stalled: {
      state: 'on',
      unit: 'calendar-day',
      levels: { medium: 45, high: 60 },
      values: { idle: 30 },
      cite: [{ law: '行政执法监督条例', article: 11, paragraph: 2 }],
      why: {
        zh: '九十日办案期限的三分之一没有任何记录',
        en: 'A third of the 90 days without any entry',
      },
    },
    'number-vanished': {
      state: 'on',
      unit: 'count',
      levels: { medium: 1, high: 1 },
      values: {},
      cite: [penalties(47)],
      why: {
        zh: '执法全过程应当有记录并归档',
        en: 'The whole process is to be recorded and filed',
      },
    },
    'code-dropped': {
      state: 'on',
      unit: 'calendar-day',
      levels: { medium: 0, high: 30 },
      values: { workingDays: 15 },
      cite: [procedure(64)],
      why: {
        zh: '撤回后应当重新告知、决定或者结案，十五个工作日为本单位设定',
        en: 'After a withdrawal a new notice, a decision or an end must follow; fifteen working days are a local choice',
      },
    },
    'notice-altered': {
      state: 'on',
      unit: 'count',
      levels: { medium: 1, high: 1 },
      values: { replacedWithin: 3 },
      cite: [penalties(44), penalties(47)],
      why: {
        zh: '文书改动前后三日内换发监督码的，视为更正',
        en: 'A code replaced within three days of the change is a correction',
      },
    },
    'step-skipped': {
      state: 'on',
      unit: 'count',
      levels: { medium: 1, high: 2 },
      values: { share: 8500, cases: 20 },
      cite: [penalties(58), penalties(62), procedure(49), procedure(57)],
      why: {
        zh: '只有本机关绝大多数案件都能看到的环节，缺失才有意义',
        en: 'Only what nearly all cases of an authority show can be missing from one',
      },
    },
    'two-live-codes': {
      state: 'on',
      unit: 'count',
      levels: { medium: 1, high: 1 },
      values: {},
      cite: [],
      why: { zh: '一份文书只有一个有效监督码', en: 'One paper has one live code' },
    },
    'departure-unexplained': {
      state: 'on',
      unit: 'basis-points',
      levels: { medium: 500, high: 2500 },
      values: {},
      cite: [procedure(48), penalties(34)],
      why: { zh: '偏离建议的幅度', en: 'How far from the suggestion' },
    },
    'far-from-like-cases': {
      state: 'on',
      unit: 'basis-points',
      levels: { medium: 5000, high: 10_000 },
      values: { seed: 1, least: 2500, leastOfBand: 5000 },
      cite: [penalties(5, 2), penalties(34)],
      why: {
        zh: '与同类案件通常数额相差四分之一以上，在本阶次幅度内的还须相差幅度的一半以上',
        en: 'A quarter away from what is usual, and inside its tier also half of the band away',
      },
    },
    'fine-outside': {
      state: 'on',
      unit: 'count',
      levels: { medium: 1, high: 2 },
      values: {},
      cite: [penalties(5, 2), penalties(34), penalties(76, 1)],
      why: {
        zh: '超出法定幅度为高，超出阶次幅度为中',
        en: 'High outside the law, medium outside the tier',
      },
    },
    'heavier-than-notice': {
      state: 'on',
      unit: 'count',
      levels: { medium: 1, high: 2 },
      values: {},
      cite: [penalties(45, 2), procedure(58)],
      why: {
        zh: '决定重于告知为高，以相同事实重新告知更重处罚为中',
        en: 'High for a decision, medium for a heavier new notice on the same facts',
      },
    },
    'times-impossible': {
      state: 'on',
      unit: 'calendar-day',
      levels: { medium: 1, high: 30 },
      values: {},
      cite: [procedure(57), procedure(48)],
      why: { zh: '按相差的日数分级', en: 'By the number of days between' },
    },
    'defence-cut-short': {
      state: 'on',
      unit: 'count',
      levels: { medium: 1, high: null },
      values: {},
      cite: [procedure(57, 2), penalties(45), penalties(62)],
      why: {
        zh: '当事人可以明确放弃，因此不列为高',
        en: 'The party may expressly waive, so it is never high',
      },
    },
    'collegial-record-missing': {
      state: 'on',
      unit: 'count',
      levels: { medium: 1, high: 1 },
      values: { share: 8500, cases: 20 },
      cite: [penalties(57, 2), procedure(60, 2)],
      why: {
        zh: '经过听证的案件由负责人集体讨论决定',
        en: 'Cases with a hearing are decided by collective discussion',
      },
    },
    'decision-at-risk': {
      state: 'shadow',
      unit: 'calendar-day',
      levels: { medium: null, high: null },
      values: { cases: 30, quantile: 7500, ahead: 60 },
      cite: [procedure(64, 1)],
      why: {
        zh: '四分之三的以往案件所需日数；先行试运行',
        en: 'What three quarters of earlier cases needed; on trial first',
      },
    },
  },
};
