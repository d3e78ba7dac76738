import type { PenaltyKind } from './penalty.ts';

/**
 * Kinds in the order of 行政处罚法 9, as label 13 of a supervision code numbers them. Fees taken are illegal gains of the
 * one who took them; a business licence is a permit; 撤销 and 不受理申请 stand under 其他.
 */
const NUMBERS: Readonly<Record<PenaltyKind, number>> = {
  warning: 1,
  'circulated-criticism': 2,
  fine: 3,
  'confiscate-illegal-gains': 4,
  'confiscate-fees': 4,
  'confiscate-goods': 5,
  'confiscate-tools': 5,
  'suspend-permit': 6,
  downgrade: 7,
  'revoke-permit': 8,
  'revoke-business-licence': 8,
  'restrict-business': 9,
  'suspend-business': 10,
  'order-closure': 11,
  'practice-ban': 12,
  'detention-by-police': 13,
  'withdraw-approval': 14,
  'no-new-application': 14,
};

/** 1 警告 to 14 其他. Several kinds may share one number. */
export function penaltyNumber(kind: PenaltyKind): number {
  return NUMBERS[kind];
}
