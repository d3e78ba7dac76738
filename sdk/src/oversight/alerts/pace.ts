import { daysBetween } from '../../text/index.ts';
import type { CaseHistory } from '../events/case-history.ts';
import { timelineOf } from './timeline.ts';

/** Stages before the decision, from the last: where a case stands on its way to it. */
export const ON_THE_WAY = ['noticed', 'review-done', 'investigation-ended', 'filed'] as const;
export type OnTheWay = (typeof ON_THE_WAY)[number];

/** 办案节奏: calendar days from each stage to the decision, in earlier cases. Plain data. */
export interface Pace {
  /** Only cases filed before this day taught it. */
  readonly before: string;
  readonly days: Readonly<Record<OnTheWay, readonly number[]>>;
}

/**
 * Learns how long decisions take from each stage on, from cases filed and decided before `before`. Cases on which a clock
 * stood still are left out: their days are not days of work.
 */
export function learnPace(histories: readonly CaseHistory[], before: string): Pace {
  const days: Record<OnTheWay, number[]> = {
    noticed: [],
    'review-done': [],
    'investigation-ended': [],
    filed: [],
  };
  for (const history of histories) {
    const { events, stops } = timelineOf(history);
    const decided = events['decision-made'];
    if (!decided || stops.length > 0 || !events.filed || decided.day >= before) continue;
    for (const stage of ON_THE_WAY) {
      const at = events[stage];
      if (at && at.on <= decided.on) days[stage].push(daysBetween(at.on, decided.on));
    }
  }
  for (const stage of ON_THE_WAY) days[stage].sort((a, b) => a - b);
  return { before, days };
}

/**
 * Days that so many of ten thousand earlier cases still needed, of those that had also waited `waited` days at this stage.
 * Infinite where none had waited so long; null where fewer than `cases` are known at all.
 */
export function daysStillNeeded(
  pace: Pace,
  stage: OnTheWay,
  waited: number,
  { quantile, cases }: { readonly quantile: number; readonly cases: number },
): number | null {
  const known = pace.days[stage];
  if (known.length < cases) return null;
  const longer = known.filter((days) => days > waited);
  const at = Math.max(Math.ceil((longer.length * quantile) / 10_000) - 1, 0);
  return (longer[at] ?? Number.POSITIVE_INFINITY) - waited;
}
