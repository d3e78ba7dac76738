import type { CaseRecord } from '../record.ts';

/** Where the fines of like cases lie. Every figure is a fine that somebody was given, in fen; nothing is interpolated. */
export interface Spread {
  readonly count: number;
  readonly least: number;
  readonly lowerQuarter: number;
  readonly middle: number;
  readonly upperQuarter: number;
  readonly most: number;
  /** Fine by fine, least first. */
  readonly fines: readonly {
    readonly id: string;
    readonly fine: number;
    readonly decisionDate?: string;
  }[];
}

/** Below this many fines a spread says nothing. */
const FEWEST = 3;

/** `null` for fewer than three known fines. A case without a fine in the record is unknown and does not count. */
export function spreadOf(records: readonly CaseRecord[]): Spread | null {
  const fines = records
    .flatMap(({ id, fine, decisionDate }) =>
      fine === undefined ? [] : [{ id, fine, ...(decisionDate ? { decisionDate } : {}) }],
    )
    .sort((a, b) => a.fine - b.fine || (a.id < b.id ? -1 : 1));
  if (fines.length < FEWEST) return null;
  const at = (quarter: number) => fines[Math.ceil((fines.length * quarter) / 4) - 1]?.fine ?? 0;
  return {
    count: fines.length,
    least: fines[0]?.fine ?? 0,
    lowerQuarter: at(1),
    middle: at(2),
    upperQuarter: at(3),
    most: fines.at(-1)?.fine ?? 0,
    fines,
  };
}
