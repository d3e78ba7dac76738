import type { ClueState } from './clue.ts';

/**
 * 线索: where one can be and whose turn it is. Data only. 认领, 交办 and 移送 exclude each other; whoever has it works on
 * it, hands it back with a reason, or ends it, and no state but an end is without a way on. The lead body can do so too:
 * another body has no key here, and one that claimed may have renewed its own.
 */
export const CLUE_STATES = {
  pooled: { zh: '待分流', en: 'In the pool', open: true },
  claimed: { zh: '已认领', en: 'Claimed', open: true },
  assigned: { zh: '已交办', en: 'Assigned', open: true },
  transferred: { zh: '已移送', en: 'Transferred to another body', open: true },
  working: { zh: '办理中', en: 'Being dealt with', open: true },
  settled: { zh: '已办结', en: 'Settled', open: false },
  unfounded: { zh: '不成立', en: 'Unfounded', open: false },
  merged: { zh: '已并入', en: 'One matter with another', open: false },
} as const satisfies Record<ClueState, { zh: string; en: string; open: boolean }>;

/** Who may act: the lead body of supervision, a unit that is nobody's yet, the unit that has the clue. */
export type ClueActor = 'lead' | 'unit' | 'holder';

interface Step {
  readonly zh: string;
  readonly en: string;
  readonly by: readonly ClueActor[];
  readonly from: readonly ClueState[];
  /** Null: it stays where it is. */
  readonly to: ClueState | null;
  /** What has to be said with it. */
  readonly needs: readonly ('unit' | 'work' | 'reason' | 'level' | 'into' | 'result')[];
}

const OPEN: readonly ClueState[] = ['pooled', 'claimed', 'assigned', 'transferred', 'working'];

export const CLUE_STEPS = {
  claim: { zh: '认领', en: 'claim', by: ['unit'], from: ['pooled'], to: 'claimed', needs: [] },
  assign: {
    zh: '交办',
    en: 'assign',
    by: ['lead'],
    from: ['pooled'],
    to: 'assigned',
    needs: ['unit'],
  },
  transfer: {
    zh: '移送',
    en: 'transfer',
    by: ['lead'],
    from: ['pooled'],
    to: 'transferred',
    needs: ['unit'],
  },
  refuse: {
    zh: '退回',
    en: 'return to the pool',
    by: ['lead', 'holder'],
    from: ['claimed', 'assigned', 'transferred', 'working'],
    to: 'pooled',
    needs: ['reason'],
  },
  start: {
    zh: '立项办理',
    en: 'start to work',
    by: ['holder'],
    from: ['claimed', 'assigned', 'transferred'],
    to: 'working',
    needs: ['work'],
  },
  settle: {
    zh: '办结',
    en: 'settle',
    by: ['lead', 'holder'],
    from: ['claimed', 'assigned', 'transferred', 'working'],
    to: 'settled',
    needs: ['result'],
  },
  dismiss: {
    zh: '认定不成立',
    en: 'find unfounded',
    by: ['lead', 'holder'],
    from: OPEN,
    to: 'unfounded',
    needs: ['reason'],
  },
  merge: {
    zh: '并入',
    en: 'merge into another',
    by: ['lead'],
    from: ['pooled'],
    to: 'merged',
    needs: ['into'],
  },
  split: {
    zh: '撤销并入',
    en: 'take out again',
    by: ['lead'],
    from: ['merged'],
    to: 'pooled',
    needs: ['reason'],
  },
  level: {
    zh: '调整等级',
    en: 'set the level',
    by: ['lead'],
    from: OPEN,
    to: null,
    needs: ['level', 'reason'],
  },
  reopen: {
    zh: '重新办理',
    en: 'reopen',
    by: ['lead'],
    from: ['settled', 'unfounded'],
    to: 'pooled',
    needs: ['reason'],
  },
} as const satisfies Record<string, Step>;

export type ClueStep = keyof typeof CLUE_STEPS;

/** 退回、不成立、调整等的理由: a list, so that the log can say which without a word about anybody. */
export const CLUE_REASONS = {
  'not-ours': { zh: '不属于本单位职责', en: 'Not within our duties' },
  'no-powers': { zh: '本级无权处理', en: 'Beyond our level' },
  'already-dealt-with': { zh: '已经处理', en: 'Dealt with already' },
  'remedy-runs': { zh: '已进入复议或者诉讼', en: 'Reconsideration or a suit runs' },
  'not-so': { zh: '经核查与事实不符', en: 'Not so, after a check' },
  'not-provable': { zh: '无法核实', en: 'Cannot be verified' },
  'graver-than-ruled': { zh: '影响大于规则所见', en: 'Graver than the rule can see' },
  'lighter-than-ruled': { zh: '影响小于规则所见', en: 'Lighter than the rule can see' },
  'other-matter': { zh: '并非同一事项', en: 'Not the same matter' },
  'new-facts': { zh: '出现新情况', en: 'New facts' },
} as const;

export type ClueReason = keyof typeof CLUE_REASONS;

/** 办结结果. */
export const CLUE_RESULTS = {
  corrected: { zh: '已改正', en: 'Corrected' },
  'supervision-case': { zh: '转为监督案件', en: 'Became a supervision case' },
  'no-fault': { zh: '未见违法或者不当', en: 'Nothing unlawful or improper' },
  advised: { zh: '已提出工作建议', en: 'Advice given' },
} as const;

export type ClueResult = keyof typeof CLUE_RESULTS;
