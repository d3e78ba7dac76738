import type { Range } from '../../discretion/index.ts';
import { TIERS } from '../../rules/tiers.ts';
import type { CaseHistory, CodeHistory } from '../events/case-history.ts';
import { type Place, placeId } from '../events/event.ts';

type Tier = (typeof TIERS)[number];

/** 裁量行使: how discretion was used in one case, by the last word that the log has of it. */
export interface Exercise {
  /** `CaseHistory.id`. */
  readonly case: string;
  readonly authority: string;
  readonly codeId: string;
  /** Where it says so: the decision where one was entered, else the code. */
  readonly place: Place;
  /** `proposed`: told in a notice. `decided`: a decision, or a notice that was decided. `none`: decided without a penalty. */
  readonly state: 'proposed' | 'decided' | 'none';
  /** Day of the decision, else of the code; `month` is `YYYY-MM` of it. */
  readonly day: string;
  readonly month: string;
  readonly violation: string;
  /** SHA-256 of the Rule. */
  readonly rule: string;
  readonly benchmark: { readonly pack: string; readonly version: string };
  readonly tier: Tier;
  readonly points: number | null;
  /** Of the tier; null where there is none, and where the decision took another tier than the one worked out. Fen. */
  readonly band: Range | null;
  readonly fine: number | null;
  readonly suggestion: number | null;
  /** Label 13 of a code. */
  readonly kinds: readonly number[];
  /** [factor, option] and [fact, value], by their numbers. */
  readonly factors: readonly (readonly [number, number])[];
  readonly facts: readonly (readonly [number, number])[];
  /** The log holds a reason why the fine is not the suggestion. Its words are not open. */
  readonly reasoned: boolean;
  /** `pack/number`; null where the desk had no lists. */
  readonly listItems: readonly string[] | null;
}

export interface Exercises {
  readonly exercises: readonly Exercise[];
  /** Cases whose last code has no readable body: what was done there is not known. */
  readonly unread: readonly string[];
  /** Cases that have no live code: all were withdrawn, or none was issued. */
  readonly without: readonly string[];
}

/** One use of discretion a case. A decision goes before a notice, a later code before an earlier one. */
export function exercisesOf(cases: Iterable<CaseHistory>): Exercises {
  const exercises: Exercise[] = [];
  const unread: string[] = [];
  const without: string[] = [];
  for (const history of cases) {
    const code = lastWord(history.codes);
    if (code === null) without.push(history.id);
    else {
      const exercise = exerciseOf(history.id, code);
      if (exercise === null) unread.push(history.id);
      else exercises.push(exercise);
    }
  }
  return { exercises, unread, without };
}

/** 3 决定书, 4 当场处罚决定书. */
const isDecision = (kind: number): boolean => kind >= 3;

function lastWord(codes: readonly CodeHistory[]): CodeHistory | null {
  const live = codes.filter((code) => code.ended === null);
  const decision = live.findLast(
    ({ issued }) => issued !== null && isDecision(issued.documentKind),
  );
  return decision ?? live.at(-1) ?? null;
}

function exerciseOf(id: string, { issued, decided, ...code }: CodeHistory): Exercise | null {
  if (issued === null) return null;
  if (decided !== null && decided.data === null) return null;
  const data = decided?.data ?? null;
  const tier = TIERS[(data?.tier ?? issued.tier) - 1];
  if (tier === undefined) return null;
  const day = data?.decided ?? code.day;
  const sameTier = data === null || data.tier === issued.tier;
  const state =
    data?.outcome === 'none'
      ? 'none'
      : data !== null || isDecision(issued.documentKind)
        ? 'decided'
        : 'proposed';
  return {
    case: id,
    authority: code.place.authority,
    codeId: code.codeId,
    place: decided?.place ?? code.place,
    state,
    day,
    month: day.slice(0, 7),
    violation: issued.violation,
    rule: issued.rule,
    benchmark: issued.benchmark,
    tier,
    points: issued.points,
    band: sameTier ? issued.range : null,
    fine: data === null ? issued.fine : data.fine,
    suggestion: issued.suggestion,
    kinds: data === null ? issued.kinds : data.kinds,
    factors: issued.factors.map(([factor, option]) => [factor, option] as const),
    facts: issued.facts,
    reasoned: issued.flags.includes('departure') || (data !== null && data.differs !== 'same'),
    listItems: issued.listItems ?? null,
  };
}

/** The entry behind an exercise, as lists of sources spell it. */
export const entryOf = ({ place }: Exercise): string => placeId(place);
