import type { Assessment } from '@chidu/sdk/discretion';

/** Whether the proposed penalty is in the scope of hearings (行政处罚法 63); null while that is not settled. */
export function hearingOf({ outcome, flags }: Assessment): boolean | null {
  if (outcome === 'undecided' || flags.some(({ id }) => id === 'hearing-unknown')) return null;
  return flags.some(({ id }) => id === 'hearing');
}
