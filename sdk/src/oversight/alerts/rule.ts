import type { Cite, Label, Stop, WorkCalendar } from '../../deadlines/index.ts';
import type { Rule } from '../../rules/index.ts';
import type { CaseHistory } from '../events/case-history.ts';
import type { Alert } from './alert.ts';
import type { ClueTimeline } from './clue-timeline.ts';
import type { Pace } from './pace.ts';
import type { Shown } from './shown.ts';
import type { RuleId, Thresholds } from './thresholds.ts';

/** What rules look at beside the cases. Everything is handed in: no clock, no network, no storage. */
export interface At {
  /** `YYYY-MM-DD`: the day to judge by. Entries after it are the caller's to leave out (`knownOn`). */
  readonly today: string;
  readonly thresholds: Thresholds;
  /** Which stages each authority's case system shows: without it absence says nothing. */
  readonly shown: Shown;
  readonly calendar: WorkCalendar;
  /** Days on which a case's clocks stood still by the case system, beside those that its stages tell. */
  readonly stopsOf: (history: CaseHistory) => readonly Stop[];
  /** The Rule of a hash, where it is at hand: then fines are also held against the statute. */
  readonly ruleOf: (hash: string) => Rule | null;
  /** Clues whose 核查 is to be watched. */
  readonly clues: readonly ClueTimeline[];
  /** How long decisions usually take from each stage, learnt from earlier cases; null: not learnt. */
  readonly pace: Pace | null;
}

/** A rule of 预警: one file, one test. */
export interface AlertRule {
  readonly id: RuleId;
  readonly label: Label;
  readonly cite: readonly Cite[];
  /** `case`: each case by itself, at once when an entry comes in. `all`: only many cases together say it. */
  readonly needs: 'case' | 'all';
  find(histories: readonly CaseHistory[], at: At): readonly Alert[];
}

/** A rule that looks at one case at a time. */
export function caseRule(
  rule: Omit<AlertRule, 'needs' | 'find'>,
  look: (history: CaseHistory, at: At) => readonly Alert[],
): AlertRule {
  return {
    ...rule,
    needs: 'case',
    find: (histories, at) => histories.flatMap((history) => look(history, at)),
  };
}
