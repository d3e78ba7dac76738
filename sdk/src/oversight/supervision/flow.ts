/**
 * 监督案件 of 行政执法监督条例: where one can be, whose turn it is, and in how many working days. Data only. The regulation sets no
 * number (改正 is "within the time set"): the days for the authority come with the instrument, the rest are local and stand
 * here by analogy to 市场监督管理执法监督暂行规定 20.
 */
export const SUPERVISION_STATES = {
  issued: { zh: '已发出，待反馈', en: 'Issued; answer awaited', who: 'authority', days: null },
  contested: {
    zh: '被监督机关有异议，复核中',
    en: 'Contested; under re-check',
    who: 'supervisor',
    days: 10,
  },
  responded: {
    zh: '已反馈，审核中',
    en: 'Answered; under review',
    who: 'supervisor',
    days: 10,
  },
  'submission-drafted': {
    zh: '逾期未改正，已拟提请本级人民政府处理',
    en: 'Overdue; submission to the government drafted',
    who: 'supervisor',
    days: 10,
  },
  submitted: {
    zh: '已提请本级人民政府处理',
    en: 'Submitted to the government',
    who: 'supervisor',
    days: 30,
  },
  closed: { zh: '已办结', en: 'Closed', who: null, days: null },
  revoked: { zh: '已撤销', en: 'Revoked', who: null, days: null },
  steered: {
    zh: '已进入行政复议或者行政诉讼，不重复监督',
    en: 'In reconsideration or a suit; not supervised beside it',
    who: null,
    days: null,
  },
} as const;

export type SupervisionState = keyof typeof SUPERVISION_STATES;

/** `service`: by the clock alone, once the period is over. */
export type SupervisionActor = 'supervisor' | 'head' | 'service';

interface Step {
  readonly zh: string;
  readonly en: string;
  readonly by: SupervisionActor;
  readonly from: readonly SupervisionState[];
  /** Null: it stays where it is. */
  readonly to: SupervisionState | null;
  /** What has to be said with it. */
  readonly needs: readonly ('text' | 'days' | 'evidence' | 'result' | 'instrument' | 'bodies')[];
}

const OPEN = ['issued', 'contested', 'responded', 'submission-drafted', 'submitted'] as const;

/** There is no way from `issued` to `closed`: nothing is closed without the recorded response of the authority. */
export const SUPERVISION_STEPS = {
  respond: {
    zh: '反馈改正情况',
    en: 'report the correction',
    by: 'head',
    from: ['issued', 'submission-drafted', 'submitted'],
    to: 'responded',
    needs: ['text', 'evidence'],
  },
  /** 行政执法监督条例 30. */
  contest: {
    zh: '提出异议',
    en: 'contest',
    by: 'head',
    from: ['issued'],
    to: 'contested',
    needs: ['text'],
  },
  uphold: {
    zh: '维持',
    en: 'uphold',
    by: 'supervisor',
    from: ['contested'],
    to: 'issued',
    needs: ['text', 'days'],
  },
  revoke: {
    zh: '撤销',
    en: 'revoke',
    by: 'supervisor',
    from: ['contested'],
    to: 'revoked',
    needs: ['text'],
  },
  return: {
    zh: '退回继续改正',
    en: 'send back',
    by: 'supervisor',
    from: ['responded'],
    to: 'issued',
    needs: ['text', 'days'],
  },
  close: {
    zh: '办结',
    en: 'close',
    by: 'supervisor',
    from: ['responded'],
    to: 'closed',
    needs: ['text', 'result'],
  },
  overdue: {
    zh: '逾期，拟提请政府处理',
    en: 'overdue',
    by: 'service',
    from: ['issued'],
    to: 'submission-drafted',
    needs: [],
  },
  submit: {
    zh: '提请政府处理',
    en: 'submit to the government',
    by: 'supervisor',
    from: ['submission-drafted'],
    to: 'submitted',
    needs: ['text'],
  },
  /** 督办函, 意见书 not complied with → 决定书 (行政执法监督条例 26 to 29). */
  escalate: {
    zh: '改发更高一级文书',
    en: 'issue the next instrument',
    by: 'supervisor',
    from: ['responded', 'submission-drafted', 'submitted'],
    to: 'issued',
    needs: ['text', 'days', 'instrument'],
  },
  /** 行政执法监督条例 33(3): where reconsideration or a suit runs, and nowhere else. */
  steer: {
    zh: '引导至复议、诉讼',
    en: 'steer to a remedy',
    by: 'supervisor',
    from: OPEN,
    to: 'steered',
    needs: ['text'],
  },
  /** 变更牵头、配合单位. */
  lead: {
    zh: '变更牵头、配合单位',
    en: 'change the lead and supporting bodies',
    by: 'supervisor',
    from: OPEN,
    to: null,
    needs: ['text', 'bodies'],
  },
  /** From `revoked` with a new instrument: none is in force there. What was steered is not taken up again (33(3)). */
  reopen: {
    zh: '重新办理',
    en: 'reopen',
    by: 'supervisor',
    from: ['closed', 'revoked'],
    to: 'issued',
    needs: ['text', 'days'],
  },
} as const satisfies Record<string, Step>;

export type SupervisionStep = keyof typeof SUPERVISION_STEPS;

/** 行政执法监督条例 11(2): what supervision looks at. */
export const SITUATIONS = {
  qualification: { zh: '执法主体、人员资格', en: 'Qualification of body or officer' },
  procedure: { zh: '执法程序', en: 'Procedure' },
  decision: { zh: '决定违法或者明显不当', en: 'A decision unlawful or clearly improper' },
  inaction: { zh: '不履行法定职责、以罚代管、乱罚款', en: 'Inaction; fining in place of managing' },
  conduct: { zh: '执法行为规范', en: 'Conduct' },
  appearance: { zh: '执法服装、标志', en: 'Uniforms and signs' },
  other: { zh: '其他情形', en: 'Other' },
} as const;

export type Situation = keyof typeof SITUATIONS;
