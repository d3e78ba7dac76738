import type { CaseEvent, Stop, StopKind } from '../../deadlines/index.ts';
import { once } from '../../discretion/once.ts';
import type { CaseHistory, CodeHistory, Happened } from '../events/case-history.ts';

/** One day of a case and the entry that tells it. */
export interface Dated extends Happened {
  /** `YYYY-MM-DD`: when it happened, by the case system. `day` is when it was entered. */
  readonly on: string;
}

/** What the clocks and the order of `deadlines` need of a case. */
export interface Timeline {
  readonly events: Readonly<Partial<Record<CaseEvent, Dated>>>;
  readonly stops: readonly Stop[];
  /** Times that the period to decide was extended. */
  readonly extensions: number;
  readonly procedure: 'ordinary' | 'summary';
}

/** 办案环节 as the log names them → what they are to the clocks. */
export const EVENT_OF_STAGE: Readonly<Record<string, CaseEvent>> = {
  'clue-received': 'clue-received',
  'not-filed': 'filing-decided',
  filed: 'filed',
  evidence: 'investigation-ended',
  review: 'review-done',
  noticed: 'noticed',
  decided: 'decision-made',
  served: 'decision-served',
  executed: 'paid',
  closed: 'closed',
};

/** Stages between which a clock does not run (程序规定 18, 38, 64). */
const STOPS: readonly (readonly [kind: StopKind, from: string, to: string])[] = [
  ['suspension', 'suspended', 'resumed'],
  ['test', 'test-sent', 'test-returned'],
  ['hearing', 'hearing-requested', 'hearing-held'],
  ['public-notice', 'public-notice', 'public-notice-ended'],
  ['right-holder', 'right-holder-asked', 'right-holder-answered'],
  ['refund-order', 'refund-ordered', 'refund-ended'],
];

/** Days of a case. Of a stage that was entered more than once the last entry counts. Every rule asks, so it is worked out once. */
export const timelineOf = once(({ stages, codes }: CaseHistory): Timeline => {
  const events: Partial<Record<CaseEvent, Dated>> = {};
  for (const one of stages) {
    const event = EVENT_OF_STAGE[one.stage];
    if (event) events[event] = one;
  }
  const summary = codes.findLast(({ issued }) => issued?.documentKind === 4);
  if (summary) events['decision-made'] ??= { ...summary, on: summary.day };
  const decision = codes.findLast(({ decided }) => decided?.data);
  if (decision?.decided?.data)
    events['decision-made'] ??= { ...decision.decided, on: decision.decided.data.decided };
  const closable = closableOf(events, codes);
  if (closable) events.closable = closable;
  return {
    events,
    stops: STOPS.flatMap(([kind, from, to]) => stopsOf(stages, kind, from, to)),
    extensions: stages.filter(({ stage }) => stage === 'extended').length,
    procedure: summary && codes.every(({ issued }) => isSummary(issued)) ? 'summary' : 'ordinary',
  };
});

const isSummary = (issued: CodeHistory['issued']) => issued === null || issued.documentKind === 4;

/** 程序规定 77: carried out, or decided that nothing is to be carried out. */
function closableOf(
  events: Readonly<Partial<Record<CaseEvent, Dated>>>,
  codes: readonly CodeHistory[],
): Dated | undefined {
  const none = codes.findLast(({ decided }) => decided?.data?.outcome === 'none')?.decided;
  return events.paid ?? (none?.data ? { ...none, on: none.data.decided } : undefined);
}

function stopsOf(stages: CaseHistory['stages'], kind: StopKind, from: string, to: string): Stop[] {
  const begins = stages.filter(({ stage }) => stage === from).map(({ on }) => on);
  const ends = stages.filter(({ stage }) => stage === to).map(({ on }) => on);
  return begins.map((begin) => ({
    kind,
    from: begin,
    to: ends.filter((end) => end >= begin).sort()[0] ?? null,
  }));
}
