import type { CaseRecord, FoundCase } from '@chidu/sdk/cases';
import type { Case } from '@chidu/sdk/discretion';
import type { Rule, Wording } from '@chidu/sdk/rules';

/** One like case beside ours: what joins them, and where they part. */
export interface Compared {
  readonly record: CaseRecord;
  readonly score: number;
  /** Shares of the score in percent, largest first. */
  readonly why: readonly {
    readonly kind: FoundCase['parts'][number]['kind'];
    readonly percent: number;
  }[];
  readonly differs: readonly Difference[];
}

export type Difference =
  | {
      readonly what: 'factor';
      readonly label: Wording;
      readonly ours: Wording;
      readonly theirs: Wording;
      /** Their points less ours. */
      readonly points: number;
    }
  | { readonly what: 'violation' }
  | { readonly what: 'law'; readonly theirs: string };

export function compare(hit: FoundCase, case_: Case, rule: Rule): Compared {
  const { record, score, parts } = hit;
  const shares = new Map<Compared['why'][number]['kind'], number>();
  for (const { kind, score: part } of parts) shares.set(kind, (shares.get(kind) ?? 0) + part);
  return {
    record,
    score,
    why: [...shares]
      .map(([kind, part]) => ({ kind, percent: Math.round((100 * part) / score) }))
      .sort((a, b) => b.percent - a.percent),
    differs: differences(record, case_, rule),
  };
}

function differences(record: CaseRecord, case_: Case, rule: Rule): Difference[] {
  const found: Difference[] = [];
  if (record.violation !== undefined && record.violation !== case_.violation)
    found.push({ what: 'violation' });
  if (record.lawVersion !== undefined && record.lawVersion !== rule.statute.from)
    found.push({ what: 'law', theirs: record.lawVersion });
  // What a record does not say is not a difference.
  for (const factor of rule.benchmark.factors) {
    const option = (id: string | undefined) => factor.options.find((one) => one.id === id);
    const ours = option(case_.factors?.[factor.id]);
    const theirs = option(record.factors[factor.id]);
    if (ours && theirs && ours !== theirs)
      found.push({
        what: 'factor',
        label: factor.label,
        ours: ours.label,
        theirs: theirs.label,
        points: theirs.points - ours.points,
      });
  }
  return found;
}

/** Fines of like cases: those of the same violation under the same text of law, with a fine that is known. */
export interface Spread {
  /** Fen, ascending. */
  readonly fines: readonly number[];
  /** Null where there are fewer than `ENOUGH`. */
  readonly quartiles: readonly [low: number, middle: number, high: number] | null;
  /** How much may be built on it. */
  readonly sure: 'enough' | 'few' | 'none';
}

/** Fewer fines than this are told one by one and given no middle. */
const ENOUGH = 5;

export function spreadOf(cases: readonly CaseRecord[], case_: Case, rule: Rule): Spread {
  const fines = cases
    .filter(
      ({ violation, lawVersion }) =>
        violation === case_.violation &&
        (lawVersion === undefined || lawVersion === rule.statute.from),
    )
    .flatMap(({ fine }) => fine ?? [])
    .sort((a, b) => a - b);
  // Nearest rank: an amount that was really imposed, never one between two.
  const rank = (quarter: number): number => fines[Math.ceil((fines.length * quarter) / 4) - 1] ?? 0;
  return {
    fines,
    quartiles: fines.length < ENOUGH ? null : [rank(1), rank(2), rank(3)],
    sure: fines.length >= ENOUGH ? 'enough' : fines.length > 0 ? 'few' : 'none',
  };
}
