import type { CaseEvent, Label } from '@chidu/sdk/deadlines';
import type { FieldId } from '../adapters/adapter.ts';

/** One step of a case as a page may state its day. */
export interface Step {
  readonly id: StepId;
  /** The field of an adapter that reads it. */
  readonly field: FieldId;
  readonly label: Label;
  /** What it is to the clocks and the order of `@chidu/sdk/deadlines`. */
  readonly event: CaseEvent;
}

export type StepId =
  | 'filed'
  | 'investigated'
  | 'reviewed'
  | 'noticed'
  | 'notice-served'
  | 'decided'
  | 'served'
  | 'paid'
  | 'closed';

/** The steps of the ordinary procedure in the order of 市场监督管理行政处罚程序规定. */
export const STEPS: readonly Step[] = [
  {
    id: 'filed',
    field: 'filedDate',
    label: { zh: '立案', en: 'Filed' },
    event: 'filed',
  },
  {
    id: 'investigated',
    field: 'investigationDate',
    label: { zh: '调查终结', en: 'Investigation ended' },
    event: 'investigation-ended',
  },
  {
    id: 'reviewed',
    field: 'reviewDate',
    label: { zh: '审核', en: 'Reviewed' },
    event: 'review-done',
  },
  {
    id: 'noticed',
    field: 'noticeDate',
    label: { zh: '告知', en: 'Notice' },
    event: 'noticed',
  },
  {
    id: 'notice-served',
    field: 'noticeServiceDate',
    label: { zh: '告知书送达', en: 'Notice served' },
    event: 'notice-served',
  },
  {
    id: 'decided',
    field: 'decisionDate',
    label: { zh: '决定', en: 'Decided' },
    event: 'decision-made',
  },
  {
    id: 'served',
    field: 'serviceDate',
    label: { zh: '决定书送达', en: 'Decision served' },
    event: 'decision-served',
  },
  {
    id: 'paid',
    field: 'paidDate',
    label: { zh: '执行（缴款）', en: 'Paid' },
    event: 'paid',
  },
  {
    id: 'closed',
    field: 'closedDate',
    label: { zh: '结案', en: 'Closed' },
    event: 'closed',
  },
];
