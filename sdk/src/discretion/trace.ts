import type { Citation, Condition, FactValue, Mode, Ratio, Tier, Wording } from '../rules/index.ts';
import type { Confiscation, Flag, PenaltyResult, Range, Undecided } from './assessment.ts';

/**
 * 推演: the steps of an assessment in the order they were taken. A format of its own with a version:
 * the engine may change underneath. Sentences are made from it on demand and need nothing else.
 */
export interface Trace {
  readonly format: 'chidu-trace/1';
  readonly steps: readonly TraceStep[];
}

/** A fact as the case states it. `value` is absent where it is unknown. */
export interface FactRead {
  readonly id: string;
  readonly label: Wording;
  readonly type: 'fen' | 'count' | 'bool' | 'enum';
  readonly value?: FactValue;
  /** The label of an enum value. */
  readonly text?: Wording;
  /** The text that defines it, where the value follows from other facts. */
  readonly by?: Citation;
}

export interface GroundFound {
  readonly id: string;
  readonly label: Wording;
  readonly force: 'must' | 'may';
  readonly effect: readonly ('waive' | 'mitigate' | 'lighten' | 'aggravate')[];
  /** Found by a person, or established by facts or by the case's own days and ages. */
  readonly by: 'person' | 'facts' | 'case';
  readonly cite: Citation;
}

/** How a multiple was computed. `base` is the stated value, `counted` what the law counts (不足…按…计算). */
export interface MultipleOf {
  readonly fact: Wording;
  readonly base: number;
  readonly counted: number;
  readonly min: Ratio | null;
  readonly max: Ratio;
  readonly cap?: number;
}

export type TraceStep =
  | {
      /** The text of law that was used and why its dates allow it. */
      readonly step: 'law';
      readonly name: Wording;
      readonly from: string;
      readonly to: string | null;
      /** Null in a replay: a code carries neither day. */
      readonly actDate: string | null;
      readonly decisionDate: string | null;
      readonly doubts: readonly string[];
      readonly cite: readonly Citation[];
    }
  | {
      readonly step: 'benchmark';
      readonly title: Wording;
      readonly place: string;
      readonly publisher: string;
      readonly publication: { readonly number: string; readonly date: string } | null;
      readonly sample: boolean;
    }
  | { readonly step: 'facts'; readonly facts: readonly FactRead[] }
  | {
      /** One tier of the statute tried on the facts. */
      readonly step: 'statute-tier';
      readonly number: number;
      readonly level: string;
      readonly subject?: Wording;
      readonly additive: boolean;
      readonly holds: 'yes' | 'no' | 'unknown';
      readonly when: readonly Condition[];
      readonly chosen: boolean;
      readonly cite: readonly Citation[];
    }
  | {
      /** What the law allows. `whom` is given for persons punished in addition. */
      readonly step: 'range';
      readonly whom?: Wording;
      readonly range: Range;
      readonly mode: Mode;
      readonly onlyMaximum: boolean;
      readonly multiple?: MultipleOf;
      readonly cite: readonly Citation[];
    }
  | { readonly step: 'grounds'; readonly found: readonly GroundFound[] }
  | {
      /** What the grounds do to the frame. `tier` null: the points decide. */
      readonly step: 'frame';
      readonly tier: Tier | null;
      readonly by: 'must' | 'elected' | 'none';
      readonly grounds: readonly string[];
      /** Also open to a person by these grounds: 从轻或者减轻 does not choose; a 可以 ground need not be used. */
      readonly open: readonly Tier[];
      readonly reason?: string;
    }
  | {
      readonly step: 'factor';
      readonly number: number;
      readonly label: Wording;
      readonly option: Wording;
      readonly points: number;
      /** What the points are: added points, added basis points, a factor over 10,000, or nothing by themselves. */
      readonly means: 'points' | 'percent' | 'times' | 'answer';
    }
  | {
      readonly step: 'points-tier';
      readonly points: number;
      readonly tier: Tier;
      readonly from: number;
      readonly to: number | null;
      /** The frame fixed the tier; the points only place the case inside it. The same in every method's step. */
      readonly fixed: boolean;
    }
  | {
      /** Basis points of the span. `total` may pass 0 or 10,000; the place does not. */
      readonly step: 'percent-sum';
      readonly start: number;
      readonly total: number;
      readonly tier: Tier;
      readonly fixed: boolean;
    }
  | {
      readonly step: 'base-adjust';
      readonly start: number;
      readonly product: Ratio;
      readonly limits: readonly [number, number];
      readonly tier: Tier;
      readonly fixed: boolean;
    }
  | {
      readonly step: 'grid';
      readonly row: { readonly points: number; readonly label: Wording };
      readonly column: { readonly points: number; readonly label: Wording };
      readonly cell: number;
      readonly shift: number;
      readonly tier: Tier;
      readonly fixed: boolean;
    }
  | {
      readonly step: 'band-row';
      readonly label: Wording;
      readonly when: readonly Condition[];
      readonly tier: Tier;
      readonly fixed: boolean;
    }
  | {
      readonly step: 'band';
      readonly tier: Tier;
      /** Basis points of (max − min); null for 减轻, which lies below the range. */
      readonly bp: readonly [number, number] | null;
      readonly band: Range;
    }
  | {
      readonly step: 'suggestion';
      /** The exact place in the band as a share of the lawful span, numerator over denominator. */
      readonly share: Ratio;
      readonly unit: number;
      readonly suggestion: number;
    }
  | {
      readonly step: 'penalties';
      readonly whom?: Wording;
      readonly penalties: readonly PenaltyResult[];
    }
  | {
      readonly step: 'confiscations';
      readonly penalties: readonly Confiscation[];
    }
  | {
      readonly step: 'measures';
      readonly measures: readonly { readonly kind: string; readonly label: Wording }[];
    }
  | { readonly step: 'flag'; readonly flag: Flag }
  | { readonly step: 'undecided'; readonly whom?: Wording; readonly undecided: Undecided };
