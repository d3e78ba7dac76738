import type * as z from 'zod/mini';
import { type DueDay, OBJECTION_STATES, type ObjectionState } from '../../api/index.ts';
import { countPeriod, stateCalendar } from '../../deadlines/index.ts';
import type { ServiceConfig } from '../config.ts';
import type { ObjectionRow } from '../store/records/objections.ts';

/** Columns `dueOn` and `period`: the last day of the state's period, or the day it is surely not before. */
export interface Due {
  readonly dueOn: string | null;
  /** `day`: it is that day. `bound`: the holidays of the year are not published, and it is not before that day. */
  readonly period: 'day' | 'bound' | null;
}

/** When a state that was entered on a day runs out: working days, counted by 程序规定 80. */
export function dueFor(
  state: ObjectionState,
  enteredOn: string,
  { periods }: Pick<ServiceConfig, 'periods'>,
  days: number | null = OBJECTION_STATES[state].days,
): Due {
  if (days === null) return { dueOn: null, period: null };
  const length = periods[state] ?? days;
  const due = countPeriod(
    { unit: 'working-day', length, rolls: true },
    enteredOn,
    [],
    stateCalendar(),
  );
  if (due.state === 'day') return { dueOn: due.day, period: 'day' };
  // Nothing here stops the clock, so what is left is a year without a calendar.
  return { dueOn: 'bound' in due ? due.bound : null, period: 'bound' };
}

/** The same for whoever reads an objection: whose turn it is, until when, and whether that has passed. */
export function dueOf(
  { state, dueOn, period }: Pick<ObjectionRow, 'state' | 'dueOn' | 'period'>,
  today: string,
): z.infer<typeof DueDay> | null {
  const { who } = OBJECTION_STATES[state as ObjectionState];
  if (who === null || dueOn === null) return null;
  return {
    who,
    day: period === 'day' ? dueOn : null,
    bound: dueOn,
    overdue: period === 'day' && today > dueOn,
  };
}
