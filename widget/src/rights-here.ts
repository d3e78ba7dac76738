import type { CodePayload } from '@chidu/sdk/codes';
import {
  countPeriod,
  type Due,
  PARTY_PERIODS,
  type Period,
  rightsOf,
  stateCalendar,
} from '@chidu/sdk/deadlines';
import type { Rule } from '@chidu/sdk/rules';

/** One thing the party may do, and how long. */
export interface Right {
  readonly period: Period;
  /** What starts its clock: service of the document in hand, or something that is still to come. */
  readonly starts: 'service' | 'decision' | 'reconsideration';
  /** Kind of channel in a trust list that serves it. */
  readonly channel: string;
}

const CHANNELS: Readonly<Record<string, string>> = {
  statement: 'statement',
  'hearing-request': 'hearing',
  reconsider: 'reconsideration',
  sue: 'suit',
  'sue-metering': 'suit',
};

/** What can be done about the document in hand, and later about the decision. */
export interface RightsHere {
  readonly now: readonly Right[];
  readonly remedies: readonly Right[];
  /** How the decision may be contested, one sentence each; null where the Rule or the kind of case does not tell. */
  readonly ways: readonly { readonly zh: string; readonly en: string }[] | null;
}

/** Rights by kind of document and field of law. A notice (1, 2) comes before the decision. */
export function rightsHere(payload: CodePayload, rule: Rule | null): RightsHere {
  const document = payload.documentKind ?? 1;
  const proposed = document <= 2;
  const ids = proposed
    ? ['statement', 'hearing-request']
    : payload.fine === undefined
      ? []
      : ['pay'];
  const now = ids.map((id) => right(id, () => 'service'));
  const rights =
    rule &&
    rightsOf(
      {
        procedure: document === 4 ? 'summary' : 'ordinary',
        field: rule.statute.field,
        told: true,
      },
      'local',
    );
  if (!rights) return { now, remedies: [], ways: null };
  const remedies = rights.periods.map((id) =>
    right(id, ({ from }) => {
      if (!from.includes('decision-served')) return 'reconsideration';
      return proposed ? 'decision' : 'service';
    }),
  );
  return { now, remedies, ways: rights.sentences };
}

/** The last day of a period whose clock was started by service on this day. */
export const lastDay = (period: Period, served: string): Due =>
  countPeriod(period, served, [], stateCalendar());

function right(id: string, starts: (period: Period) => Right['starts']): Right {
  const period = PARTY_PERIODS.find((each) => each.id === id);
  if (period === undefined) throw new RangeError(`no period ${id}`);
  return { period, starts: starts(period), channel: CHANNELS[id] ?? '' };
}
