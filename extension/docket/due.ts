import {
  AUTHORITY_PERIODS,
  type CaseEvent,
  type CaseKind,
  type Deadline,
  deadlines,
  PARTY_PERIODS,
  type Period,
} from '@chidu/sdk/deadlines';
import type { Docket } from './docket.ts';
import { STEPS } from './steps.ts';

export interface DueList {
  readonly deadlines: readonly Deadline[];
  /** Periods left out because what decides them was not seen. */
  readonly unsaid: 'remedies' | null;
}

/**
 * The days of a docket as events for the clocks. A step that was not seen has no event. The time bar is not among them: no
 * page says when the act was discovered, and the engine asks.
 */
export function eventsOf(docket: Docket): Partial<Record<CaseEvent, string>> {
  const events: Partial<Record<CaseEvent, string>> = {};
  for (const { id, event } of STEPS) {
    const day = docket.steps[id]?.day;
    if (day) events[event] = day;
  }
  return events;
}

/**
 * What is due when. The party's remedies run by what the decision says of them (复议法 20(3)), so without having seen the
 * decision they are not counted, and that is said.
 */
export function dueIn(docket: Docket, kind: Omit<CaseKind, 'told'>, today: string): DueList {
  const decision = Object.values(docket.papers).find(
    (paper) => paper.kind === 'decision' || paper.kind === 'summary-decision',
  );
  const all = [...AUTHORITY_PERIODS, ...PARTY_PERIODS];
  const periods = decision ? all : all.filter((period) => !hangsOnTold(period));
  return {
    deadlines: deadlines(
      {
        kind: { ...kind, told: decision?.says.remedies ?? false },
        events: eventsOf(docket),
        today,
      },
      periods,
    ),
    unsaid: !decision && docket.steps.served?.day ? 'remedies' : null,
  };
}

const hangsOnTold = ({ when, unless }: Period): boolean =>
  when?.told !== undefined || unless?.told !== undefined;
