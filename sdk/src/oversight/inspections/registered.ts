import { countPeriod, stateCalendar, type WorkCalendar } from '../../deadlines/index.ts';
import { chinaDay, within } from '../../text/index.ts';
import type { Inspection, InspectionLimits } from './inspection.ts';

/** 备案情况, as the officer's code shows it on the spot. */
export type FilingState =
  | 'filed'
  /** 未备案. */
  | 'unfiled'
  /** Begun in an emergency; the filing is still to be made up for, in time. */
  | 'emergency'
  | 'emergency-filed'
  | 'emergency-overdue';

/** What about one inspection is to be asked. */
export type InspectionFlag =
  | 'unfiled'
  | 'emergency-overdue'
  /** Begun or ended outside the days that were filed. */
  | 'outside-window'
  /** Another subject was found there than was filed. */
  | 'other-subject'
  /** Items were looked at that were not filed. */
  | 'items-beyond'
  /** Fewer than two officers (行政处罚法 42, 程序规定 22). */
  | 'too-few-officers'
  /** A day has passed since it began, and no end is registered. */
  | 'not-ended';

const dayOf = (instant: string): string => chinaDay(Date.parse(instant));

/** Whether an inspection was filed before it began. A filing entered after the start is none, unless an emergency is told. */
export function filingOf(
  { filed, emergency, run }: Inspection,
  {
    now,
    limits,
    calendar = stateCalendar(),
  }: {
    /** RFC 3339, UTC. */
    readonly now: string;
    readonly limits: Pick<InspectionLimits, 'emergencyDays'>;
    readonly calendar?: WorkCalendar;
  },
): FilingState {
  if (filed !== null && (run === null || Date.parse(filed.at) <= Date.parse(run.start)))
    return 'filed';
  if (run === null || emergency === null) return 'unfiled';
  const due = countPeriod(
    { unit: 'working-day', length: limits.emergencyDays, rolls: true },
    dayOf(run.start),
    [],
    calendar,
  );
  const late = (at: string): boolean => due.state === 'day' && dayOf(at) > due.day;
  if (emergency.filedAt !== null)
    return late(emergency.filedAt) ? 'emergency-overdue' : 'emergency-filed';
  return late(now) ? 'emergency-overdue' : 'emergency';
}

/** 事中登记: what an inspection that has begun leaves to ask. Nothing is asked of one that has not. */
export function inspectionFlags(
  inspection: Inspection,
  at: Parameters<typeof filingOf>[1],
): InspectionFlag[] {
  const { filed, run, subject } = inspection;
  if (run === null) return [];
  const state = filingOf(inspection, at);
  const flags: InspectionFlag[] = [];
  if (state === 'unfiled' || state === 'emergency-overdue') flags.push(state);
  if (filed !== null && state === 'filed') {
    const outside = [run.start, run.end ?? run.start].some(
      (one) => !within(dayOf(one), filed.from, filed.to),
    );
    if (outside) flags.push('outside-window');
    if (run.items.some((item) => !filed.items.includes(item))) flags.push('items-beyond');
  }
  if (run.subject !== subject) flags.push('other-subject');
  if (new Set(run.officers).size < 2) flags.push('too-few-officers');
  if (run.end === null && Date.parse(at.now) - Date.parse(run.start) > DAY) flags.push('not-ended');
  return flags;
}

const DAY = 86_400_000;
