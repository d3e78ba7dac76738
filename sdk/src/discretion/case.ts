import type { FactValue, PenaltyKind, Tier } from '../rules/index.ts';

/** Where a value came from: shown to the officer, kept in the record. */
export type Origin =
  | { kind: 'page'; field: string; raw: string; locator: string; frame: string; at: string }
  | { kind: 'typed'; at: string; by?: string }
  | { kind: 'derived'; from: string };

/** 案件: what was read or typed. An absent fact is unknown; nothing is ever filled in for it. */
export interface Case {
  readonly format: 'chidu-case/1';
  readonly violation: string;
  /** End of the act and day of the decision, `YYYY-MM-DD`: they choose the law (行政处罚法 37). */
  readonly actDate: string;
  readonly decisionDate: string;
  /** Day the act was discovered, from which the time bar is counted back (行政处罚法 36). Asked for only where it matters. */
  readonly discovered?: string;
  /** Life, health or financial safety is concerned and there is harm: five years instead of two. */
  readonly graveHarm?: boolean;
  readonly party: {
    /** Answers the fact `partyType` where the text tells persons and entities apart. */
    readonly kind: 'individual' | 'entity';
    /** Age at the act, full years (行政处罚法 30). */
    readonly age?: number;
  };
  readonly facts: Readonly<Record<string, FactValue>>;
  /** Ids of the statutory grounds found: a complete statement. Absent: not yet examined, so undecided. */
  readonly grounds?: readonly string[];
  /** Factor id → option id. */
  readonly factors: Readonly<Record<string, string>>;
  /**
   * What a person elects where the law leaves a choice: use of a 可以 ground, 减轻 instead of 从轻, or how
   * opposing grounds weigh (`ordinary`: neither way). Needs a ground that allows it and a reason.
   */
  readonly elect?: { readonly tier: Tier; readonly reason: string };
  /** Refunded to those harmed, fen: counts as illegal gains but is not confiscated (order 118, 11). */
  readonly refunded?: number;
  /** What the party was told in the 告知书, once it has been served: nothing heavier follows on the same facts. */
  readonly noticed?: {
    readonly fine: number | null;
    readonly kinds: readonly PenaltyKind[];
    readonly facts: readonly (readonly [fact: number, value: number])[];
    readonly factors: readonly (readonly [factor: number, option: number, points: number])[];
  };
  readonly origins?: Readonly<Record<string, Origin>>;
}
