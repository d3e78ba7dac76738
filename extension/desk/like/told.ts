import type { Found } from '@chidu/sdk/cases';
import { type FourWays, fourWays, type LikeCases, likeCases } from '@chidu/sdk/cases/explain';
import { expectFine } from '@chidu/sdk/cases/models';
import type { Assessment, Case } from '@chidu/sdk/discretion';
import type { Rule } from '@chidu/sdk/rules';
import type { CaseQuery } from './query.ts';

/** Asked of the library: what the model needs. The nearest of them are put together and shown. */
export const ASKED = 200;
const NEAR = 30;
/** The forest of the model draws with it; the same case has the same answer on every machine. */
const SEED = 1;

export interface Told {
  readonly like: LikeCases;
  readonly four: FourWays;
}

/** What is made of a search: the nearest cases with why and where they differ, and four ways to the amount side by side. */
export function toldOf(
  query: CaseQuery,
  found: Found,
  at: { readonly case: Case; readonly rule: Rule; readonly assessment: Assessment },
): Told {
  const { assessment, rule } = at;
  const recordOf = new Map(found.hits.map((hit) => [`${hit.index} ${hit.row}`, hit.record]));
  const like = likeCases(
    query,
    { ...found, hits: found.hits.slice(0, NEAR) },
    ({ index, row }) => recordOf.get(`${index} ${row}`),
    { standing: { case: at.case, rule } },
  );
  // Only what was decided on this violation under this text of the law says anything about its amounts.
  const same = found.hits.flatMap(({ record }) =>
    record.violation === query.violation &&
    (record.lawVersion ?? query.lawVersion) === query.lawVersion
      ? [record]
      : [],
  );
  const { value, factors } = query;
  const expected = expectFine(
    same,
    { ...(value !== undefined && { value }), factors },
    { seed: SEED },
  );
  const prediction =
    expected.state === 'expected' ? { ...expected.regression, cases: expected.cases } : null;
  return {
    like,
    four: fourWays({
      assessment,
      spread: like.spread,
      prediction,
      guiding: same.filter(({ guiding }) => guiding),
    }),
  };
}
