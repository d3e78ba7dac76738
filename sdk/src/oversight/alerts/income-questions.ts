import type { Label } from '../../deadlines/index.ts';
import type { CaseHistory } from '../events/case-history.ts';
import { falseDiscovery, type Rate, rateOf, stratifiedRankSums } from '../statistics/index.ts';
import { type Exercise, exercisesOf } from '../use/exercise.ts';
import { type Decided, decidedOf } from './like-cases.ts';

/** A sum of fines that somebody set an authority to bring in: where one is known at all. */
export interface IncomeTarget {
  readonly authority: string;
  /** [from, to). */
  readonly from: string;
  readonly to: string;
  /** Fen. */
  readonly fines: number;
}

export interface IncomeQuestion {
  readonly target: IncomeTarget;
  /** Day of the decision with which the fines of all decided cases reached it; null: never. */
  readonly reached: string | null;
  /** Fines above the suggestion, before it was reached and from then on. */
  readonly before: Rate;
  readonly after: Rate;
  /** Whether fines stand higher to the suggestion before than after in like cases; after correction. Null: too few to ask. */
  readonly q: number | null;
  readonly question: Label;
}

/** Cases on each side below which nothing is compared. */
const FEWEST = 20;
const MOST_Q = 0.01;

/**
 * 趋利执法: fines may be tied to no target (行政处罚法 74(3)), so that one exists is a question already. A second one is asked where fines
 * were higher, against the suggestion and in like cases, until the target was reached. Every decided fine brings the sum nearer,
 * also one with no suggestion to compare it with; a notice does not. A question and no finding; nobody is ranked.
 */
export function incomeQuestions(
  histories: readonly CaseHistory[],
  targets: readonly IncomeTarget[],
): IncomeQuestion[] {
  const decisions = exercisesOf(histories)
    .exercises.filter(({ state }) => state === 'decided')
    .sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0));
  const comparable = new Map(
    histories.flatMap((history) => {
      const one = decidedOf(history);
      return one ? [[history.id, one] as const] : [];
    }),
  );
  const looked = targets.map((target) => {
    const own = decisions.filter(
      ({ authority, day }) =>
        authority === target.authority && day >= target.from && day < target.to,
    );
    const reached = reachedOn(own, target.fines);
    const side = (early: boolean) =>
      own
        .filter(({ day }) => (reached === null || day < reached) === early)
        .flatMap((one) => comparable.get(one.case) ?? []);
    return { target, reached, before: side(true), after: side(false) };
  });
  const asked = looked.filter(
    ({ before, after }) => before.length >= FEWEST && after.length >= FEWEST,
  );
  const tests = asked.map(({ before, after }) => {
    const rows = [...rowsOf(before, 'before'), ...rowsOf(after, 'after')];
    const strata = [...Map.groupBy(rows, ({ kind }) => kind).values()];
    const { z = 0, p = 1 } = stratifiedRankSums(strata).get('before') ?? {};
    return z > 0 ? p : 1;
  });
  const qs = falseDiscovery(tests);
  return looked.map((one) => {
    const at = asked.indexOf(one);
    const q = at < 0 ? null : (qs[at] ?? 1);
    const { target, reached, before, after } = one;
    const sides = { before: above(before), after: above(after) };
    return { target, reached, ...sides, q, question: questionOf(q !== null && q <= MOST_Q) };
  });
}

/** Day of the fine with which the sum was reached. */
function reachedOn(own: readonly Exercise[], fines: number): string | null {
  let sum = 0;
  for (const { fine, day } of own) {
    sum += fine ?? 0;
    if (sum >= fines) return day;
  }
  return null;
}

const rowsOf = (side: readonly Decided[], group: string) =>
  side.map(({ issued, fine, suggestion }) => ({
    group,
    kind: `${issued.violation} ${issued.tier}`,
    value: Math.log(fine / suggestion),
  }));

const above = (side: readonly Decided[]): Rate =>
  rateOf(side.filter(({ fine, suggestion }) => fine > suggestion).length, side.length);

function questionOf(higher: boolean): Label {
  const [zh, en] = [
    '罚款数额不得与考核指标挂钩。该指标由谁设定，用途是什么？',
    'Fines may not be tied to targets. Who set this one, and what is it for?',
  ];
  if (!higher) return { zh, en };
  return {
    zh: `${zh}达到指标之前，同类案件的罚款高于达到之后。案卷中是否有其他原因？`,
    en: `${en} Until it was reached, fines in like cases were higher than afterwards. Do the files give another reason?`,
  };
}
