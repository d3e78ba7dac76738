import type { Period } from './period.ts';

/** Supervision inside the market regulators (市场监督管理执法监督暂行规定). 行政执法监督条例 names no number of days, and nothing gives the party a period for an objection: those are local periods, handed in. */
export const SUPERVISION_PERIODS: readonly Period[] = [
  {
    id: 'answer-supervision-notice',
    label: { zh: '答复执法监督通知书', en: 'Answer a supervision notice' },
    cite: [{ law: '市场监督管理执法监督暂行规定', article: 18, paragraph: 2 }],
    length: 10,
    unit: 'working-day',
    from: ['supervision-notice-received'],
    until: ['supervision-notice-answered'],
    who: 'authority',
    rolls: true,
  },
  {
    id: 'report-correction',
    label: { zh: '报告纠正情况', en: 'Report the correction' },
    cite: [{ law: '市场监督管理执法监督暂行规定', article: 19, paragraph: 2 }],
    length: 10,
    unit: 'working-day',
    from: ['corrected'],
    until: ['correction-reported'],
    who: 'authority',
    rolls: true,
  },
  {
    id: 'request-recheck',
    label: { zh: '对执法监督决定申请复查', en: 'Ask for a re-check of a supervision decision' },
    cite: [{ law: '市场监督管理执法监督暂行规定', article: 20 }],
    length: 5,
    unit: 'working-day',
    from: ['supervision-decision-received'],
    until: ['recheck-requested'],
    who: 'authority',
    rolls: true,
  },
  {
    id: 'answer-recheck',
    label: { zh: '复查并答复', en: 'Re-check and answer' },
    cite: [{ law: '市场监督管理执法监督暂行规定', article: 20 }],
    length: 10,
    unit: 'working-day',
    from: ['recheck-requested'],
    until: ['recheck-answered'],
    who: 'supervisor',
    rolls: true,
  },
];
