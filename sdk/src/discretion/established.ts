import { isDay } from '../text/index.ts';
import type { Undecided } from './assessment.ts';
import type { Case } from './case.ts';

/** Grounds that the case establishes by itself, by the ids that every pack of general grounds gives them. */
export type Established = 'under-14' | 'age-14-to-18' | 'time-barred';

interface Own {
  readonly ids: readonly Established[];
  readonly undecided: readonly Undecided[];
}

export const NOTHING: Own = { ids: [], undecided: [] };

/**
 * Capacity and time bar, which come before everything else: age at the act (行政处罚法 30), and two years from the end of
 * the act to its discovery, five where life, health or financial safety is concerned and there is harm (36).
 */
export function establishedBy(case_: Case): Own {
  const { kind, age } = case_.party;
  const { actDate, decisionDate, discovered } = case_;
  // Decided in the year of the act, and no age in question: nearly every case.
  if (age === undefined && discovered === undefined && decisionDate.startsWith(actDate.slice(0, 4)))
    return NOTHING;
  const ids: Established[] = [];
  const undecided: Undecided[] = [];
  if (age !== undefined && !(Number.isSafeInteger(age) && age >= 0))
    undecided.push({ reason: 'fact-invalid', at: 'party.age', fields: { value: age } });
  else if (kind === 'individual' && age !== undefined) {
    if (age < 14) ids.push('under-14');
    else if (age < 18) ids.push('age-14-to-18');
  }
  if (discovered !== undefined && !isDay(discovered)) {
    undecided.push({ reason: 'fact-invalid', at: 'discovered', fields: { value: discovered } });
    return { ids, undecided };
  }
  const bar = timeBar(case_);
  if (bar === true) ids.push('time-barred');
  if (typeof bar === 'string') undecided.push({ reason: 'fact-missing', at: bar });
  return { ids, undecided };
}

/** Whether the time has run out, or the place of the fact on which that hangs. */
function timeBar({ actDate, decisionDate, discovered, graveHarm }: Case): boolean | string {
  const two = yearsAfter(actDate, 2);
  // What is decided within the time has been discovered within it.
  if (decisionDate <= two) return false;
  if (discovered === undefined) return 'discovered';
  if (discovered <= two) return false;
  if (discovered > yearsAfter(actDate, 5)) return true;
  return graveHarm === undefined ? 'graveHarm' : !graveHarm;
}

/** The same day of a later year, the last day of the period: the first is not counted. */
const yearsAfter = (day: string, years: number) =>
  `${Number(day.slice(0, 4)) + years}${day.slice(4)}`;
