import { stateCalendar } from '../../deadlines/index.ts';
import { daysBetween } from '../../text/index.ts';
import { SUPERVISION_STATES, SUPERVISION_STEPS } from './flow.ts';
import { type DueOptions, dueNow, dueOf } from './open-supervision.ts';
import type { ListItem, SupervisionCase } from './supervision-case.ts';

/** A case that waits for somebody. Days are days of the calendar. */
export interface OpenOpinion {
  readonly id: string;
  readonly authority: string;
  readonly instrument: SupervisionCase['opinions'][number]['instrument'];
  readonly state: SupervisionCase['state'];
  readonly who: 'authority' | 'supervisor';
  /** Since the instrument that counts was served. */
  readonly age: number;
  readonly due: string | null;
  /** Days past the last day; 0 while it is not past; null where that day cannot be told yet. */
  readonly late: number | null;
  /** Last day of whoever's turn it is now, by the days of the state; null where it cannot be told yet. */
  readonly turnUntil: string | null;
  readonly openItems: readonly number[];
}

/** 未办结监督意见: every case that is not at an end, with its age, the latest and then the oldest first. */
export function openOpinions(
  cases: readonly SupervisionCase[],
  today: string,
  { calendar = stateCalendar() }: DueOptions = {},
): OpenOpinion[] {
  return cases
    .flatMap((one): OpenOpinion[] => {
      const { who } = SUPERVISION_STATES[one.state];
      const opinion = one.opinions.at(-1);
      if (who === null || opinion === undefined) return [];
      const { due } = dueNow(one, calendar);
      const { days } = SUPERVISION_STATES[one.state];
      const entered = one.steps.findLast(({ step }) => SUPERVISION_STEPS[step].to !== null)?.on;
      const past = due === null ? null : Math.max(0, daysBetween(due, today));
      return [
        {
          id: one.id,
          authority: one.authority.code,
          instrument: opinion.instrument,
          state: one.state,
          who,
          age: daysBetween(opinion.served, today),
          due,
          late: who === 'authority' || one.state === 'submission-drafted' ? past : 0,
          turnUntil:
            days === null || entered === undefined ? due : dueOf(entered, days, calendar).due,
          openItems: one.items.flatMap(({ number, closed }) => (closed === null ? [number] : [])),
        },
      ];
    })
    .sort((a, b) => (b.late ?? 0) - (a.late ?? 0) || b.age - a.age || (a.id < b.id ? -1 : 1));
}

/** 清单: open items whose day has passed, the latest first. */
export const lateItems = (items: readonly ListItem[], today: string): ListItem[] =>
  items
    .filter(({ closed, due }) => closed === null && due < today)
    .sort((a, b) => (a.due < b.due ? -1 : a.due > b.due ? 1 : a.number - b.number));

/** Cases whose period for the authority is surely over: each is due for the step `overdue`. */
export const overdueCases = (
  cases: readonly SupervisionCase[],
  today: string,
  { calendar = stateCalendar() }: DueOptions = {},
): SupervisionCase[] =>
  cases.filter((one) => {
    if (one.state !== 'issued') return false;
    const { due } = dueNow(one, calendar);
    return due !== null && today > due;
  });
