import type { PenaltyKind } from '../rules/index.ts';
import type { Confiscation, Flag, PenaltyResult, Range } from './assessment.ts';
import type { Case } from './case.ts';

/** Fen from which a party may ask for a hearing; a province may set its own (听证办法 5). */
export interface HearingThresholds {
  readonly individual: number;
  readonly entity: number;
}

/** 市场监督管理行政处罚听证办法 5: 10,000 yuan for a natural person, 100,000 for an entity, the number included. */
export const NATIONAL_HEARING: HearingThresholds = { individual: 1_000_000, entity: 10_000_000 };

/** Heavy whatever the amount (行政处罚法 63). */
const ALWAYS: ReadonlySet<PenaltyKind> = new Set<PenaltyKind>([
  'downgrade',
  'revoke-permit',
  'revoke-business-licence',
  'withdraw-approval',
  'suspend-permit',
  'suspend-business',
  'order-closure',
  'restrict-business',
  'practice-ban',
]);

/** Gains and goods are counted together (听证办法 5), fees and tools are neither. */
const COUNTED: ReadonlySet<PenaltyKind> = new Set<PenaltyKind>([
  'confiscate-illegal-gains',
  'confiscate-goods',
]);

type Reason = { readonly why: 'fine' | 'confiscation' | 'kind' } & Record<string, unknown>;

const ARTICLE_63 = { law: '行政处罚法', article: 63, paragraph: 1, version: '2021-01-22修订' };

/**
 * Adds why a hearing must be offered on the penalty as proposed: a fine that reaches the threshold, confiscated gains and
 * goods that reach it together (never added to the fine), or a kind that always counts. The value of goods stands for
 * what is confiscated: too early an offer harms nobody.
 */
export function hearing(
  flags: Flag[],
  party: Case['party']['kind'],
  fine: Range | null,
  penalties: readonly PenaltyResult[],
  confiscations: readonly Confiscation[],
  thresholds: HearingThresholds = NATIONAL_HEARING,
): void {
  const threshold = thresholds[party];
  const before = flags.length;
  if (fine && fine.min >= threshold)
    flags.push(flag('hearing', { why: 'fine', fine: fine.min, threshold }));
  else if (fine && fine.max >= threshold)
    flags.push(flag('hearing-unknown', { why: 'fine', fine, threshold }));
  let known = 0;
  let open = false;
  for (const { kind, amount } of confiscations)
    if (COUNTED.has(kind)) {
      known += amount ?? 0;
      open ||= amount === null;
    }
  if (known >= threshold)
    flags.push(flag('hearing', { why: 'confiscation', confiscated: known, threshold }));
  else if (flags.length === before && open)
    flags.push(flag('hearing-unknown', { why: 'confiscation', known, threshold }));
  const heavy = penalties.filter(({ kind }) => ALWAYS.has(kind));
  if (heavy.length > 0)
    flags.push(
      flag('hearing', {
        why: 'kind',
        kinds: heavy.map((penalty) => penalty.kind),
        certain: heavy.some((penalty) => penalty.mode === 'shall'),
      }),
    );
}

/** `hearing-unknown`: whether it must be offered hangs on a sum that is not settled yet. */
const flag = (id: 'hearing' | 'hearing-unknown', fields: Reason): Flag => ({
  id,
  cite: ARTICLE_63,
  fields,
});
