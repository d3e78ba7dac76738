import { checkRule } from '../../discretion/checks/index.ts';
import { type Compared, compare } from '../../discretion/compare/index.ts';
import { assess, type Case, caseOfNumbers } from '../../discretion/index.ts';
import type { Rule } from '../../rules/index.ts';
import type { CaseHistory } from '../events/case-history.ts';
import type { Trial } from './advice.ts';
import { changePoints, lighterPoints, type PointsChange } from './change-points.ts';

/** A disputed case whose fine was changed afterwards: what the benchmark should have led to. */
export interface Settled {
  readonly case: Case;
  /** Fen, as it stood in the end. */
  readonly fine: number;
}

/** Settled cases and cases of the library below which nothing is proposed. */
const FEWEST_SETTLED = 5;
const FEWEST_TRIED = 30;

/**
 * Of the lighter points that may be proposed for an option, those under which the suggestion comes nearest to what was decided in the
 * end; tried on the library before anybody sees them. Null where too little is known, where nothing comes nearer, where the
 * changed benchmark has an error that the old has not, or where a case of the library would become heavier.
 */
export async function tryProposal(
  rule: Rule,
  option: { readonly factor: number; readonly option: number },
  settled: readonly Settled[],
  library: Iterable<Case> | AsyncIterable<Case>,
): Promise<{ proposal: PointsChange; trial: Trial } | null> {
  if (settled.length < FEWEST_SETTLED) return null;
  const before = distance(rule, settled);
  if (before === null) return null;
  const errors = errorsOf(rule);
  const candidates = lighterPoints(rule.benchmark, option.factor, option.option).flatMap(
    (proposal) => {
      const changed = changePoints(rule.benchmark, proposal);
      const after = changed && { ...rule, benchmark: changed };
      const apart = after && distance(after, settled);
      return after && apart !== null && apart < before ? [{ proposal, after, apart }] : [];
    },
  );
  // The smallest change among equals comes first, and the sort keeps it there.
  const best = candidates
    .sort((a, b) => a.apart - b.apart)
    .find(({ after }) => errorsOf(after).every((error) => errors.includes(error)));
  if (!best) return null;
  const tried = await compare(rule, best.after, library, { keep: 0 });
  if (tried.compared < FEWEST_TRIED || tried.heavier > 0) return null;
  return {
    proposal: best.proposal,
    trial: trialOf(tried, { cases: settled.length, before, after: best.apart }),
  };
}

function trialOf(
  { cases, compared, lighter, heavier, same, movedTier, money }: Compared,
  fit: Trial['fit'],
): Trial {
  const { before, after } = money;
  return {
    cases,
    compared,
    lighter,
    heavier,
    same,
    movedTier,
    before: `${before}`,
    after: `${after}`,
    fit,
  };
}

/** Mean of |ln(suggested ÷ decided)| in basis points; null where a case has no suggestion under the Rule. */
function distance(rule: Rule, settled: readonly Settled[]): number | null {
  let sum = 0;
  for (const { case: one, fine } of settled) {
    const { suggestion } = assess(one, rule, { dates: 'bound' });
    if (suggestion === null || suggestion === 0) return null;
    sum += Math.abs(Math.log(suggestion / fine));
  }
  return Math.round((10_000 * sum) / settled.length);
}

const errorsOf = (rule: Rule): string[] =>
  checkRule(rule).flatMap(({ level, code, at }) => (level === 'error' ? [`${code} ${at}`] : []));

/** Upheld cases of a point whose fine went down, with the facts and options they were issued with. */
export function settledOf(histories: readonly CaseHistory[], rule: Rule): Settled[] {
  return histories.flatMap((history) => {
    const first = history.codes.find(({ issued }) => issued !== null);
    if (!first?.issued) return [];
    const last = history.codes.findLast(({ issued }) => issued !== null);
    const data = last?.decided?.data;
    const fine = data ? data.fine : last === first ? null : (last?.issued?.fine ?? null);
    if (!fine || first.issued.fine === null || fine >= first.issued.fine) return [];
    const read = caseOfCode(first.issued, first.day, rule);
    return read ? [{ case: read, fine }] : [];
  });
}

/** The case of a code as the Rule can assess it; null where its numbers are not this Rule's. */
export function caseOfCode(
  { facts, factors }: NonNullable<CaseHistory['codes'][number]['issued']>,
  day: string,
  rule: Rule,
): Case | null {
  const withPoints = factors.map(([factor, option]) => {
    const options = rule.benchmark.factors.find(({ number }) => number === factor)?.options;
    return [factor, option, options?.find(({ number }) => number === option)?.points ?? 0] as const;
  });
  const read = caseOfNumbers({ facts, factors: withPoints, issued: day }, rule);
  return read.ok ? read.case : null;
}
