import type { Cite, Label } from '../../deadlines/index.ts';
import type { CaseHistory, Happened } from '../events/case-history.ts';
import type { Place } from '../events/event.ts';
import type { RuleId, Thresholds } from './thresholds.ts';

export const LEVELS = ['low', 'medium', 'high'] as const;
/** 高, 中, 低. */
export type Level = (typeof LEVELS)[number];

/** One number of a calculation, as a person may check it. */
export interface Quantity {
  readonly label: Label;
  readonly value: number | string;
  readonly unit:
    | 'calendar-day'
    | 'working-day'
    | 'date'
    | 'fen'
    | 'basis-points'
    | 'count'
    | 'name';
}

/**
 * 预警: what a rule noticed in one case. It is a question to a person and no finding against anybody. Plain data; the same
 * case on the same day under the same thresholds gives the same alert.
 */
export interface Alert {
  /** Rule, case and what it is about: stays the same from the early warning on, and under every new run. */
  readonly id: string;
  readonly rule: RuleId;
  readonly level: Level;
  /** An early warning: nothing has been missed yet. */
  readonly warning: boolean;
  readonly authority: string;
  /** `CaseHistory.id`, or the clue's. */
  readonly case: string;
  readonly caseNumber: string | null;
  readonly codeId: string | null;
  /** What in the case: a period, a stage, a code. */
  readonly about: string;
  /** First day on which the entries gave rise to it. */
  readonly on: string;
  /** Last day of the period it is about. */
  readonly due: string | null;
  /** Calendar days until `due`; negative once it has passed. */
  readonly days: number | null;
  readonly evidence: readonly Place[];
  readonly calculation: {
    readonly quantities: readonly Quantity[];
    readonly cite: readonly Cite[];
  };
  readonly question: Label;
}

/** What a rule says of a case: `raise` makes the alert of it. */
export interface Notice {
  readonly about: string;
  readonly on: string;
  /** What the levels of the rule are counted in. */
  readonly measure: number;
  readonly warning?: boolean;
  readonly codeId?: string | null;
  readonly due?: { readonly day: string; readonly days: number };
  readonly evidence: readonly Happened[];
  readonly quantities: readonly Quantity[];
  readonly cite: readonly Cite[];
  readonly question: Label;
}

export function raise(
  rule: RuleId,
  { id, authority, caseNumber }: Pick<CaseHistory, 'id' | 'authority' | 'caseNumber'>,
  notice: Notice,
  thresholds: Thresholds,
): Alert {
  const { about, on, measure, warning = false, codeId = null, due, evidence, quantities } = notice;
  const { medium, high } = thresholds.rules[rule].levels;
  const reaches = (least: number | null) => least !== null && measure >= least;
  return {
    id: `${rule} ${id} ${about}`,
    rule,
    level: warning ? 'low' : reaches(high) ? 'high' : reaches(medium) ? 'medium' : 'low',
    warning,
    authority,
    case: id,
    caseNumber,
    codeId,
    about,
    on,
    due: due?.day ?? null,
    days: due?.days ?? null,
    evidence: evidence.map(({ place }) => place),
    calculation: { quantities, cite: notice.cite },
    question: notice.question,
  };
}
