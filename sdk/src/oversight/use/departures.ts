import { type Exercise, entryOf } from './exercise.ts';
import { directionOf } from './use-of.ts';

/** 偏离: a case whose fine is not the suggestion. A departure is lawful where it is reasoned; it is a question and no fault. */
export interface Departure {
  readonly case: string;
  readonly entry: string;
  readonly violation: string;
  readonly direction: 'lighter' | 'heavier';
  /** Fen, always positive. */
  readonly by: number;
  readonly outside: boolean;
  readonly reasoned: boolean;
  /** In words, where whoever may read them hands them in. */
  readonly reason: string | null;
}

export interface Departures {
  /** Those without a reason first, then by how far they go. */
  readonly departures: readonly Departure[];
  /** The same reason, in the same words: cases by reason, most frequent first. */
  readonly reasons: readonly { readonly reason: string; readonly cases: readonly string[] }[];
}

/** `reasons`: the words of reasons by entry (`placeId`), which are not in the open part of the log. */
export function departuresOf(
  exercises: Iterable<Exercise>,
  reasons: ReadonlyMap<string, string> = new Map(),
): Departures {
  const departures: Departure[] = [];
  for (const one of exercises) {
    const direction = directionOf(one);
    if (direction === null || one.suggestion === null) continue;
    const fine = one.fine ?? 0;
    departures.push({
      case: one.case,
      entry: entryOf(one),
      violation: one.violation,
      direction,
      by: Math.abs(fine - one.suggestion),
      outside: one.band !== null && fine > 0 && (fine < one.band.min || fine > one.band.max),
      reasoned: one.reasoned,
      reason: reasons.get(entryOf(one))?.trim() || null,
    });
  }
  departures.sort(
    (a, b) => Number(a.reasoned) - Number(b.reasoned) || b.by - a.by || (a.case < b.case ? -1 : 1),
  );
  const byReason = Map.groupBy(
    departures.filter((one) => one.reason !== null),
    (one) => one.reason as string,
  );
  return {
    departures,
    reasons: [...byReason]
      .map(([reason, of]) => ({ reason, cases: of.map((one) => one.case) }))
      .sort((a, b) => b.cases.length - a.cases.length || (a.reason < b.reason ? -1 : 1)),
  };
}
