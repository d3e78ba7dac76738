/**
 * 法治联动: a task to another body, or from one. Where it can be, whose turn it is, and what happens when nothing comes. Data only.
 * No law sets the days for a receipt: they are set with the task.
 */
export const TASK_STATES = {
  sent: { zh: '已发出，待回执', en: 'Sent; receipt awaited', who: 'receiver' },
  accepted: { zh: '已回执，办理中', en: 'Receipt given; being dealt with', who: 'receiver' },
  'receipt-missing': { zh: '逾期未回执', en: 'No receipt in time', who: 'supervisor' },
  'answer-missing': { zh: '逾期未反馈', en: 'No answer in time', who: 'supervisor' },
  raised: { zh: '已提请协调', en: 'Raised for coordination', who: 'supervisor' },
  answered: { zh: '已反馈结果', en: 'Answered', who: null },
  returned: { zh: '已退回', en: 'Returned', who: null },
  withdrawn: { zh: '已撤回', en: 'Withdrawn', who: null },
} as const;

export type TaskState = keyof typeof TASK_STATES;

/** `service`: by the clock alone, once the period is over. */
export type TaskActor = 'supervisor' | 'service';

interface Step {
  readonly zh: string;
  readonly en: string;
  readonly by: TaskActor;
  /** Where it leads from each state that it can be taken in. */
  readonly ways: Readonly<Partial<Record<TaskState, TaskState>>>;
  /** What has to be said with it. */
  readonly needs: readonly ('text' | 'days' | 'receipt' | 'result' | 'reason')[];
}

/**
 * The other body has no key here: the supervision body enters what came from it, with number, day and hash of the paper. There is no
 * way to `answered` but over a receipt.
 */
export const TASK_STEPS = {
  receipt: {
    zh: '登记回执',
    en: 'enter the receipt',
    by: 'supervisor',
    ways: { sent: 'accepted', 'receipt-missing': 'accepted', raised: 'accepted' },
    needs: ['receipt'],
  },
  answer: {
    zh: '登记办理结果',
    en: 'enter the result',
    by: 'supervisor',
    ways: { accepted: 'answered', 'answer-missing': 'answered' },
    needs: ['text', 'result'],
  },
  return: {
    zh: '退回',
    en: 'return it',
    by: 'supervisor',
    ways: {
      sent: 'returned',
      accepted: 'returned',
      'receipt-missing': 'returned',
      'answer-missing': 'returned',
      raised: 'returned',
    },
    needs: ['reason'],
  },
  overdue: {
    zh: '逾期',
    en: 'overdue',
    by: 'service',
    ways: { sent: 'receipt-missing', accepted: 'answer-missing' },
    needs: [],
  },
  urge: {
    zh: '催办',
    en: 'urge',
    by: 'supervisor',
    ways: { 'receipt-missing': 'sent', 'answer-missing': 'accepted' },
    needs: ['text', 'days'],
  },
  raise: {
    zh: '提请联席会议或者本级人民政府协调',
    en: 'raise it with the joint meeting or the government',
    by: 'supervisor',
    ways: { 'receipt-missing': 'raised', 'answer-missing': 'raised' },
    needs: ['text'],
  },
  withdraw: {
    zh: '撤回',
    en: 'withdraw',
    by: 'supervisor',
    ways: {
      sent: 'withdrawn',
      accepted: 'withdrawn',
      'receipt-missing': 'withdrawn',
      'answer-missing': 'withdrawn',
      raised: 'withdrawn',
    },
    needs: ['text'],
  },
} as const satisfies Record<string, Step>;

export type TaskStep = keyof typeof TASK_STEPS;

/** 联动单位, by kind. */
export const BODY_KINDS = {
  discipline: { zh: '纪检监察机关', en: 'Discipline inspection and supervision' },
  procuratorate: { zh: '人民检察院', en: 'Procuratorate' },
  court: { zh: '人民法院', en: 'Court' },
  police: { zh: '公安机关', en: 'Public security' },
  audit: { zh: '审计机关', en: 'Audit' },
  reconsideration: { zh: '行政复议机构', en: 'Reconsideration body' },
  petitions: { zh: '信访工作机构', en: 'Petitions' },
  congress: { zh: '人大机关', en: 'People’s congress' },
  enforcement: { zh: '其他行政执法机关', en: 'Another enforcement authority' },
  government: { zh: '人民政府', en: 'Government' },
} as const;

export type BodyKind = keyof typeof BODY_KINDS;

/** What is asked. */
export const TASK_KINDS = {
  'hand-over': { zh: '移送处理', en: 'To be dealt with there' },
  assist: { zh: '协助调查', en: 'Help with an inquiry' },
  advise: { zh: '司法建议、检察建议', en: 'Advice of court or procuratorate' },
  report: { zh: '情况通报', en: 'For information' },
} as const;

export type TaskKind = keyof typeof TASK_KINDS;

/** 退回理由: a list, so that the log can say which without a word about anybody. */
export const TASK_REASONS = {
  'not-competent': { zh: '不属于受理机关职责', en: 'Not within the duties of the receiver' },
  'papers-missing': { zh: '材料不齐', en: 'Papers are missing' },
  'already-dealt-with': { zh: '已经处理', en: 'Dealt with already' },
  'no-ground': { zh: '不符合受理条件', en: 'No ground to take it up' },
} as const;

export type TaskReason = keyof typeof TASK_REASONS;

/** 办理结果. */
export const TASK_RESULTS = {
  done: { zh: '已办结', en: 'Done' },
  partly: { zh: '部分办结', en: 'Done in part' },
  filed: { zh: '已立案', en: 'A case was filed' },
  'not-filed': { zh: '不予立案', en: 'No case was filed' },
  noted: { zh: '已知悉', en: 'Noted' },
} as const;

export type TaskResult = keyof typeof TASK_RESULTS;
