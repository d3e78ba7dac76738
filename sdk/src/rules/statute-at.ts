import { within } from '../text/index.ts';
import type { Statute, StatutePack } from './statute.ts';

/** The entry in force on a day, or by name why there is none. Never the nearest one. */
export type StatuteAt =
  | { readonly ok: true; readonly statute: Statute }
  | {
      readonly ok: false;
      readonly reason: 'unknown-violation' | 'not-in-force';
      /** The periods that the pack does have for this violation. */
      readonly periods: readonly { readonly from: string; readonly to: string | null }[];
    };

/** `day` is `YYYY-MM-DD`: the end of the act for the old law, the decision for the new one (行政处罚法 37). */
export function statuteAt(pack: StatutePack, violation: string, day: string): StatuteAt {
  const entries = pack.statutes.filter((one) => one.violation === violation);
  const statute = entries.find((one) => within(day, one.from, one.to));
  if (statute !== undefined) return { ok: true, statute };
  return {
    ok: false,
    reason: entries.length === 0 ? 'unknown-violation' : 'not-in-force',
    periods: entries.map(({ from, to }) => ({ from, to })),
  };
}
