import type { Flag, PenaltyResult, Undecided } from './assessment.ts';
import type { Case } from './case.ts';
import type { FactNumbers, FactorNumbers } from './numbers.ts';

interface Told {
  readonly undecided: readonly Undecided[];
  readonly flags: readonly Flag[];
}

/**
 * Statements, defence and a hearing must not make a penalty heavier (行政处罚法 45; 市场监督管理行政处罚程序规定 58). Once
 * the 告知书 is served, a heavier result on the same facts is refused; on new facts it needs a new notice.
 */
export function afterNotice(
  { noticed }: Case,
  fine: number | null,
  penalties: readonly PenaltyResult[],
  facts: FactNumbers,
  factors: FactorNumbers,
): Told {
  if (!noticed) return NOTHING;
  const kinds = penalties
    .filter(({ kind, mode }) => mode === 'shall' && !noticed.kinds.includes(kind))
    .map(({ kind }) => kind);
  const heavier = (fine ?? 0) > (noticed.fine ?? 0) || kinds.length > 0;
  if (!heavier) return NOTHING;
  const cite = { law: '行政处罚法', article: 45, paragraph: 2 };
  const fields = { told: noticed.fine, now: fine, kinds };
  return same(facts, noticed.facts) && same(factors, noticed.factors)
    ? { undecided: [{ reason: 'heavier-after-notice', at: 'noticed', fields }], flags: [] }
    : { undecided: [], flags: [{ id: 'new-notice', cite, fields }] };
}

const NOTHING: Told = { undecided: [], flags: [] };

const same = (a: readonly (readonly number[])[], b: readonly (readonly number[])[]) =>
  a.length === b.length &&
  a.every(
    (row, i) => row.length === b[i]?.length && row.every((number, j) => number === b[i]?.[j]),
  );
