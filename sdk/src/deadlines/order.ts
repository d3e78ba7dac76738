import type { CaseEvent, Cite } from './period.ts';

/** One step of the ordinary procedure, and why it cannot lie before the step above it. */
export interface OrderedStep {
  readonly event: CaseEvent;
  readonly cite: readonly Cite[];
}

const procedure = (article: number): Cite => ({ law: '市场监督管理行政处罚程序规定', article });
const penalties = (article: number, paragraph?: number): Cite => ({
  law: '行政处罚法',
  article,
  ...(paragraph && { paragraph }),
});

/** Steps of the ordinary procedure; the day of each is no earlier than that of any step above it. */
export const ORDER_OF_STEPS: readonly OrderedStep[] = [
  { event: 'filed', cite: [procedure(18)] },
  { event: 'investigation-ended', cite: [procedure(18)] },
  { event: 'review-done', cite: [procedure(48), procedure(49)] },
  { event: 'noticed', cite: [procedure(57)] },
  { event: 'notice-served', cite: [procedure(57)] },
  { event: 'decision-made', cite: [penalties(44), penalties(62)] },
  { event: 'decision-served', cite: [penalties(61)] },
  { event: 'paid', cite: [penalties(67, 3)] },
  { event: 'closed', cite: [procedure(77)] },
];

/**
 * How two steps stand that follow one another. A day that nobody has seen is `undefined`, one whose place was seen empty
 * is `null`: only the second says that a step was passed over.
 */
export function orderOf(
  before: string | null | undefined,
  after: string | null | undefined,
): 'kept' | 'reversed' | 'passed-over' | 'open' | 'unseen' {
  if (before === undefined || after === undefined) return 'unseen';
  if (after === null) return 'open';
  if (before === null) return 'passed-over';
  return before <= after ? 'kept' : 'reversed';
}
