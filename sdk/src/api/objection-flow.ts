/**
 * 异议: where one can be, who must act, and what leads on. Data only; no law sets the periods (行政执法监督条例 gives
 * no number of days and nobody gives the party one), so each authority's configuration does, and these stand where it
 * says nothing: working days, after 市场监督管理执法监督暂行规定 18 to 20.
 */
export const OBJECTION_STATES = {
  received: { zh: '已收到', en: 'Received', who: 'supervisor', days: 5, open: true },
  accepted: {
    zh: '监督机构办理中',
    en: 'With the supervision body',
    who: 'supervisor',
    days: 15,
    open: true,
  },
  routed: {
    zh: '已转办案机关说明',
    en: 'Sent to the authority for its account',
    who: 'authority',
    days: 10,
    open: true,
  },
  accounted: {
    zh: '办案机关已说明，监督机构审查中',
    en: 'Authority has answered; under review',
    who: 'supervisor',
    days: 10,
    open: true,
  },
  correcting: {
    zh: '已责令改正',
    en: 'Correction ordered',
    who: 'authority',
    days: 10,
    open: true,
  },
  reported: {
    zh: '改正情况已报送，审查中',
    en: 'Correction reported; under review',
    who: 'supervisor',
    days: 10,
    open: true,
  },
  submitted: {
    zh: '逾期未改正，已拟提请本级人民政府处理',
    en: 'Not corrected in time; submission to the government drafted',
    who: 'authority',
    days: 10,
    open: true,
  },
  answered: { zh: '已答复', en: 'Answered', who: null, days: null, open: false },
  declined: {
    zh: '不属于异议事项，已告知去处',
    en: 'Not a matter for this way; told where it belongs',
    who: null,
    days: null,
    open: false,
  },
  steered: {
    zh: '已进入或应当进入行政复议、行政诉讼',
    en: 'Belongs to reconsideration or a suit',
    who: null,
    days: null,
    open: false,
  },
} as const;

export type ObjectionState = keyof typeof OBJECTION_STATES;

/**
 * What may be done, by whom, from where to where. There is no way from `correcting` to an answer: a supervision opinion
 * cannot be closed without the authority's recorded response, and that needs evidence.
 */
export const OBJECTION_STEPS = {
  accept: { zh: '受理', by: ['supervisor'], from: ['received'], to: 'accepted' },
  decline: {
    zh: '告知另行办理',
    by: ['supervisor'],
    from: ['received', 'accepted'],
    to: 'declined',
  },
  route: { zh: '转办', by: ['supervisor'], from: ['accepted', 'accounted'], to: 'routed' },
  account: { zh: '作出说明', by: ['officer', 'head'], from: ['routed'], to: 'accounted' },
  order: { zh: '责令改正', by: ['supervisor'], from: ['accepted', 'accounted'], to: 'correcting' },
  report: { zh: '报送改正情况', by: ['head'], from: ['correcting', 'submitted'], to: 'reported' },
  return: { zh: '退回补正', by: ['supervisor'], from: ['reported'], to: 'correcting' },
  submit: { zh: '拟提请政府处理', by: ['supervisor'], from: ['correcting'], to: 'submitted' },
  answer: {
    zh: '答复',
    by: ['supervisor'],
    from: ['accepted', 'accounted', 'reported'],
    to: 'answered',
  },
  /** 行政执法监督条例 33(3): once reconsideration or a suit runs, supervision is not repeated. */
  steer: {
    zh: '引导至复议、诉讼',
    by: ['supervisor'],
    from: ['received', 'accepted', 'routed', 'accounted'],
    to: 'steered',
  },
  reopen: {
    zh: '重新办理',
    by: ['supervisor'],
    from: ['answered', 'declined', 'steered'],
    to: 'accepted',
  },
} as const satisfies Record<
  string,
  {
    readonly zh: string;
    readonly by: readonly string[];
    readonly from: readonly ObjectionState[];
    readonly to: ObjectionState;
  }
>;

export type ObjectionStep = keyof typeof OBJECTION_STEPS;
