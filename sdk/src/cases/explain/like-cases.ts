import { type Assessment, assess } from '../../discretion/index.ts';
import type { CaseRecord } from '../record.ts';
import type { CaseQuery, Hit, Part, SearchResult } from '../search/index.ts';
import { type Difference, differences, type Standing } from './differences.ts';
import { groupCopies } from './duplicates.ts';
import { type Nearness, nearness } from './nearness.ts';
import { type Spread, spreadOf } from './spread.ts';

export interface LikeCase {
  readonly hit: Hit;
  readonly record: CaseRecord;
  /** Why it is like this case, largest first: each reason's share of the score, all together 1. */
  readonly reasons: readonly (Part & { readonly share: number })[];
  readonly differences: readonly Difference[];
  /** First day in force of the law applied then and of the law now, where both are known. */
  readonly law: { readonly applied: string | null; readonly present: string | null };
  /** Ids of further hits that are written from the same text. */
  readonly copies: readonly string[];
}

export interface LikeCases {
  readonly nearness: Nearness;
  /** Empty when nothing is near. */
  readonly cases: readonly LikeCase[];
  /** Fines of the like cases of the same violation under the same text of the law, copies counted as they were decided. */
  readonly spread: Spread | null;
  /** What the Rule says of this case, to be drawn on the spread. */
  readonly own: Pick<Assessment, 'suggestion' | 'range' | 'band' | 'tier'> | null;
}

export interface LikeCasesOptions {
  /** Case and Rule, so that differences can be worked through. */
  readonly standing?: Standing;
  /** Cases shown. @default 10 */
  readonly most?: number;
}

/**
 * What an officer is told of a search: why each case is like theirs, where it differs and what that difference would do,
 * and where the fines lie. Ask the search for some more hits than are shown (30 for 10), since copies are put together.
 */
export function likeCases(
  query: CaseQuery,
  result: SearchResult,
  recordOf: (hit: Hit) => CaseRecord | undefined,
  { standing, most = 10 }: LikeCasesOptions = {},
): LikeCases {
  // Without a word of the facts the words cannot be measured: what the structure finds is shown, as not sure.
  const hasWords = (query.facts ?? '') !== '' || (query.title ?? '') !== '';
  const near = hasWords ? nearness(result) : result.hits.length > 0 ? 'unsure' : 'none';
  const own = standing ? assess(standing.case, standing.rule) : null;
  const found = result.hits.flatMap((hit) => {
    const record = near === 'none' ? undefined : recordOf(hit);
    return record ? [{ hit, record }] : [];
  });
  const groups = groupCopies(found.map(({ record }) => record.facts));
  const cases = groups.slice(0, most).flatMap(([first, ...copies]): LikeCase[] => {
    const one = found[first ?? -1];
    if (!one) return [];
    const { hit, record } = one;
    return [
      {
        hit,
        record,
        reasons: hit.parts.map((part) => ({ ...part, share: part.score / hit.score })),
        differences: differences(query, record, standing),
        law: {
          applied: record.lawVersion ?? null,
          present: standing?.rule.statute.from ?? query.lawVersion ?? null,
        },
        copies: copies.map((i) => found[i]?.record.id ?? ''),
      },
    ];
  });
  const violation = query.violation ?? commonViolation(cases);
  const present = standing?.rule.statute.from ?? query.lawVersion;
  // Another text of the law knew other amounts.
  const isSameLaw = ({ lawVersion }: CaseRecord): boolean =>
    present === undefined || lawVersion === undefined || lawVersion === present;
  return {
    nearness: near,
    cases,
    spread: spreadOf(
      found.flatMap(({ record }) =>
        record.violation === violation && isSameLaw(record) ? [record] : [],
      ),
    ),
    own: own && { suggestion: own.suggestion, range: own.range, band: own.band, tier: own.tier },
  };
}

/** The violation of most of the first cases, where the query does not name one. */
function commonViolation(cases: readonly LikeCase[]): string | undefined {
  const counts = new Map<string, number>();
  for (const { record } of cases) {
    if (record.violation) counts.set(record.violation, (counts.get(record.violation) ?? 0) + 1);
  }
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0];
}
