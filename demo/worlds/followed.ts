import { assess, type Case } from '@chidu/sdk/discretion';
import type { Rule } from '@chidu/sdk/rules';
import { Dice } from '../corpus/dice.ts';
import { openRuleBook } from '../rule-book.ts';

/** How officers take suggestions, in shares of 1. Every one of these is an assumption: nobody has measured it. */
export interface Practice {
  /** Of the decisions in which the officer takes the suggestion. */
  readonly follow: number;
  /** Of the suggestions that rest on one factor answered wrongly. */
  readonly misread?: number;
  /** Of the wrong suggestions at which an officer who would follow notices and decides alone. */
  readonly notice?: number;
  /** What all officers add by custom to what the benchmark means, as a part of the band. */
  readonly custom?: number;
}

/** What came of it. Distances are in parts of the band of the case. */
export interface Followed {
  readonly decisions: number;
  /** Mean distance between two decisions of equal cases. */
  readonly spread: number;
  /** Mean distance of a decision from what the benchmark means for the true facts. */
  readonly off: number;
  readonly wrong: number;
  /** Wrong suggestions that became the fine: over-reliance. */
  readonly accepted: number;
  /** Pairs of cases of one violation that differ in the suggestion for their facts, and those that differ in the mean fine. */
  readonly unlike: { readonly suggested: number; readonly fined: number };
}

const DAY = '2026-06-01';
const VIOLATIONS = 8;
const KINDS = 8;
const OFFICERS = 24;
/** How far one officer leans for good, and one decision by chance, at most: parts of the band. */
const LEAN = 0.25;
const CHANCE = 0.15;

/**
 * Eight cases of each of eight violations, each decided once by every one of 24 officers. An officer alone means what the
 * benchmark means, leans from it by habit and by chance, and stays in the band: with the whole lawful range open the
 * spread would be wider. The amounts are the calculator's under the sample benchmark, the habits are invented: this
 * shows what follows from them, not how officers decide. The same seed gives the same dice to every practice.
 */
export async function followed(seed: number, practice: Practice): Promise<Followed> {
  const { follow, misread = 0, notice = 0, custom = 0 } = practice;
  const dice = new Dice(seed);
  const leans = Array.from({ length: OFFICERS }, () => LEAN * (2 * dice.next() - 1));
  let [wrong, accepted, off, spread] = [0, 0, 0, 0];
  const means: { violation: string; suggestion: number; fine: number }[] = [];
  for (const kind of await kindsOfCase(dice)) {
    const { right, mistaken, band, unit } = kind;
    const width = band.max - band.min;
    const fines = leans.map((lean) => {
      // All four are thrown every time, so that practices differ in nothing but themselves.
      const [chance, follows, errs, sees] = [dice.next(), dice.next(), dice.next(), dice.next()];
      const meant = right + width * (custom + lean + CHANCE * (2 * chance - 1));
      const alone = Math.min(Math.max(Math.round(meant / unit) * unit, band.min), band.max);
      const isWrong = errs < misread;
      if (isWrong) wrong += 1;
      if (follows >= follow || (isWrong && sees < notice)) return alone;
      if (isWrong) accepted += 1;
      return isWrong ? mistaken : right;
    });
    for (const fine of fines) off += Math.abs(fine - right) / width / fines.length;
    spread += meanDistance(fines) / width;
    const mean = fines.reduce((sum, fine) => sum + fine, 0) / fines.length;
    means.push({ violation: kind.violation, suggestion: right, fine: mean });
  }
  const pairs = means.flatMap((a, i) =>
    means.slice(i + 1).flatMap((b) => (a.violation === b.violation ? [[a, b] as const] : [])),
  );
  return {
    decisions: means.length * OFFICERS,
    spread: spread / means.length,
    off: off / means.length,
    wrong,
    accepted,
    unlike: {
      suggested: pairs.filter(([a, b]) => a.suggestion !== b.suggestion).length,
      fined: pairs.filter(([a, b]) => a.fine !== b.fine).length,
    },
  };
}

interface Kind {
  readonly violation: string;
  /** The suggestion for the true facts, and the one with one factor answered wrongly. Fen. */
  readonly right: number;
  readonly mistaken: number;
  readonly band: { readonly min: number; readonly max: number };
  readonly unit: number;
}

let book: ReturnType<typeof openRuleBook> | undefined;

async function kindsOfCase(dice: Dice): Promise<Kind[]> {
  book ??= openRuleBook();
  const { byHash } = await book;
  const rules = [...byHash.values()]
    .map(({ rule }) => rule)
    .filter(({ statute: { from, to } }) => from <= DAY && (to === null || DAY < to))
    .sort((a, b) => (a.statute.violation < b.statute.violation ? -1 : 1));
  const kinds: Kind[] = [];
  for (const rule of rules) {
    const found: Kind[] = [];
    for (let tries = 0; tries < 3 * KINDS && found.length < KINDS; tries += 1) {
      const kind = drawKind(dice, rule);
      if (kind) found.push(kind);
      else if (found.length === 0) break;
    }
    if (found.length === KINDS) kinds.push(...found);
    if (kinds.length === VIOLATIONS * KINDS) return kinds;
  }
  throw new Error('too few Rules of the sample benchmark are decided by the value of goods alone');
}

/** A case, and the same with one factor misread; null where no fine, no room or no difference comes of it. */
function drawKind(dice: Dice, rule: Rule): Kind | null {
  const { factors, rounding } = rule.benchmark;
  const value = Math.round(100_000 * 1000 ** dice.next());
  const answers = Object.fromEntries(
    factors.map(({ id, options }) => [id, dice.pick(options).id] as const),
  );
  const misread = dice.pick(factors);
  const other = dice.pick(misread.options.filter(({ id }) => id !== answers[misread.id])).id;
  const of = (given: Case['factors']) =>
    assess(
      {
        format: 'chidu-case/1',
        violation: rule.statute.violation,
        actDate: DAY,
        decisionDate: DAY,
        party: { kind: 'entity' },
        facts: { goodsValue: value, illegalGains: 0, illegalTurnover: value },
        grounds: [],
        factors: given,
      },
      rule,
    );
  const { suggestion, band } = of(answers);
  const mistaken = of({ ...answers, [misread.id]: other }).suggestion;
  if (suggestion === null || mistaken === null || band === null) return null;
  if (mistaken === suggestion || band.max - band.min < 10 * rounding.unit) return null;
  return {
    violation: rule.statute.violation,
    right: suggestion,
    mistaken,
    band,
    unit: rounding.unit,
  };
}

function meanDistance(values: readonly number[]): number {
  let sum = 0;
  for (const [i, a] of values.entries())
    for (const b of values.slice(i + 1)) sum += Math.abs(a - b);
  return sum / ((values.length * (values.length - 1)) / 2);
}
