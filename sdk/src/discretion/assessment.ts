import type { Citation, Mode, PenaltyKind, Tier, Wording } from '../rules/index.ts';
import type { Trace } from './trace.ts';

/** Whole fen, both ends included. */
export interface Range {
  readonly min: number;
  readonly max: number;
}

export type UndecidedReason =
  /** A fact that can still change the result is unknown, or is not of its declared type or domain. */
  | 'fact-missing'
  | 'fact-invalid'
  /** A statement that the article's own definition contradicts. */
  | 'facts-conflict'
  | 'factor-missing'
  | 'factor-unknown'
  | 'option-unknown'
  | 'ground-unknown'
  | 'grounds-not-examined'
  /** Grounds that point both ways: a person weighs them and elects. */
  | 'grounds-conflict'
  /** An election that no found ground allows, or that gives no reason. */
  | 'election-unfounded'
  | 'no-tier-applies'
  | 'tiers-compete'
  | 'punished-as-other'
  | 'range-empty'
  | 'range-inverted'
  /** No tier of the benchmark holds this score, or the tier would need a ground (减轻 never by arithmetic). */
  | 'no-benchmark-tier'
  | 'benchmark-unpublished'
  | 'benchmark-of-other-violation'
  | 'rule-of-other-violation'
  | 'not-in-force'
  /** Heavier than the party was told, on the same facts (行政处罚法 45). */
  | 'heavier-after-notice'
  | 'needs-person';

/** A reason why there is no number: named, with the place and what would resolve it. */
export interface Undecided {
  readonly reason: UndecidedReason;
  /** `facts.goodsValue`, `factors.harm`, `grounds`. */
  readonly at: string;
  readonly fields?: Readonly<Record<string, unknown>>;
}

export interface PenaltyResult {
  readonly kind: PenaltyKind;
  readonly mode: Mode;
  readonly label: Wording;
  readonly cite: Citation;
}

export interface Confiscation extends PenaltyResult {
  /** Fen, where the case says: gains less what was refunded, or the value of the goods. Null: not known. */
  readonly amount: number | null;
}

/** Penalties on persons in addition to the party (双罚): never merged into the party's range. */
export interface PersonalPenalty {
  readonly subject: Wording;
  readonly range: Range | null;
  readonly fineMode: Mode | null;
  readonly penalties: readonly PenaltyResult[];
  readonly undecided: readonly Undecided[];
}

/** What a person must mind beside the amount. Its words are made by `flagText` of the sentences. */
export interface Flag {
  readonly id:
    | 'criminal-suspicion'
    | 'law-changed'
    | 'hearing'
    | 'hearing-unknown'
    | 'legal-review'
    | 'collective-discussion'
    | 'level'
    | 'reconsideration-first'
    | 'still-confiscated'
    | 'beyond-maximum'
    | 'publicity'
    | 'not-published'
    | 'new-notice';
  readonly cite?: Citation;
  readonly fields?: Readonly<Record<string, unknown>>;
}

/** 裁量意见. Advice: a person decides and signs. */
export interface Assessment {
  readonly format: 'chidu-assessment/1';
  /**
   * `fine`: range, tier and band stand; the suggestion too, except under 减轻, where a person sets the amount.
   * `no-fine`: the law sets no fine here. `waived`: 不予. `undecided`: see the reasons; what could be
   * established (range, bands) is still given.
   */
  readonly outcome: 'fine' | 'no-fine' | 'waived' | 'undecided';
  readonly undecided: readonly Undecided[];
  /** Numbers of the statute's tiers that apply to the party, the chosen one first. */
  readonly statuteTiers: readonly number[];
  /** What the law allows for the fine before discretion. An only-maximum range starts at zero. */
  readonly range: Range | null;
  /** `may`, 可以并处: the law also allows no fine at all, without 减轻. */
  readonly fineMode: Mode | null;
  readonly points: number | null;
  readonly tier: Tier | null;
  /** The part of the range that the tier leaves, or under 减轻 what lies below it: labels 10 and 11 of a code. */
  readonly band: Range | null;
  /** All bands of the benchmark on this range, lightest first, for drawing. */
  readonly bands: readonly { readonly tier: Tier; readonly range: Range }[];
  /** Fen. Null under 减轻: below the minimum nothing is computed. */
  readonly suggestion: number | null;
  /** Penalties other than the fine and confiscation. */
  readonly penalties: readonly PenaltyResult[];
  /** Outside the range and outside discretion (行政处罚法 28); empty when 不予. */
  readonly confiscations: readonly Confiscation[];
  readonly measures: readonly { readonly kind: string; readonly label: Wording }[];
  readonly persons: readonly PersonalPenalty[];
  /** Suspicion of a crime first: it comes before any number. */
  readonly flags: readonly Flag[];
  /** Label 24 of a code: the facts that the range depends on and the grounds found, as `[number, integer]`, ascending. */
  readonly facts: readonly (readonly [fact: number, value: number])[];
  /** Label 7 of a code: `[factor, option, points]`, ascending. */
  readonly factors: readonly (readonly [factor: number, option: number, points: number])[];
  readonly sample: boolean;
  readonly trace: Trace;
}
