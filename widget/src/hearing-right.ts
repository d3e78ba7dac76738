import type { CodePayload } from '@chidu/sdk/codes';
import { NATIONAL_HEARING } from '@chidu/sdk/discretion';

/**
 * Whether a hearing can be asked for, as far as a code tells (行政处罚法 63, 听证办法 5). `stated`: the document itself
 * offers it. `kind`: one of the penalties gives it. `amount`, `amount-person`: the fine reaches the sum for everybody,
 * or for natural persons. `unknown-sum`: it does not, but what is confiscated counts apart and is not in the code.
 * `below`: neither. A province may have set other sums.
 */
export type HearingRight = 'stated' | 'kind' | 'amount' | 'amount-person' | 'unknown-sum' | 'below';

/** Numbers of label 13: 没收违法所得, 没收非法财物. */
const CONFISCATIONS = [4, 5];
/** From 暂扣许可证件 to 限制从业: heavy whatever the amount. */
const isHeavy = (kind: number) => kind >= 6 && kind <= 12;

export function hearingRight({ documentKind, kinds = [], fine = 0 }: CodePayload): HearingRight {
  if (documentKind === 2) return 'stated';
  if (kinds.some(isHeavy)) return 'kind';
  if (fine >= NATIONAL_HEARING.entity) return 'amount';
  if (fine >= NATIONAL_HEARING.individual) return 'amount-person';
  return kinds.some((kind) => CONFISCATIONS.includes(kind)) ? 'unknown-sum' : 'below';
}
