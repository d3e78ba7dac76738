import { addDays, daysBetween } from '../../text/index.ts';
import type { CaseHistory } from '../events/case-history.ts';
import { type AlertOptions, alertsOf } from './alerts.ts';
import { knownOn } from './known-on.ts';

export interface LeadTimes {
  /** Periods whose last day lies in the span and that passed unmet, and those of them that a warning came before. */
  readonly missed: number;
  readonly warned: number;
  /** Warnings of a last day in the span, and those of them that came true. */
  readonly warnings: number;
  readonly cameTrue: number;
  /** Calendar days between the first warning and the last day of the period, ascending, for those warned of. */
  readonly days: readonly number[];
}

/**
 * 预警提前量, measured on the past: every day of [from, to) the warnings are worked out from what was known that day, and compared with
 * what happened. Nothing that a rule learnt may come from the span itself: hand in a `pace` learnt before `from`.
 */
export function leadTimes(
  histories: readonly CaseHistory[],
  span: { readonly from: string; readonly to: string },
  options: Omit<AlertOptions, 'today'>,
): LeadTimes {
  const first = new Map<string, number>();
  const missed = new Set<string>();
  for (let today = span.from; today < span.to; today = addDays(today, 1)) {
    const known = histories.flatMap((history) => knownOn(history, today) ?? []);
    for (const alert of alertsOf(known, { ...options, today })) {
      const { due } = alert;
      if (due === null || due < span.from || due >= addDays(span.to, -1)) continue;
      const about = `${alert.case} ${alert.about}`;
      if (!alert.warning) missed.add(about);
      else if (!first.has(about)) first.set(about, daysBetween(today, due));
    }
  }
  const days = [...missed].flatMap((about) => first.get(about) ?? []).sort((a, b) => a - b);
  return {
    missed: missed.size,
    warned: days.length,
    warnings: first.size,
    cameTrue: [...first.keys()].filter((about) => missed.has(about)).length,
    days,
  };
}
