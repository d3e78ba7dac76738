import type { Citation, Mode, PenaltyKind, Tier, Wording } from '../rules/index.ts';
import type { Trace } from './trace.ts';

/** Whole fen, both ends included. */
export interface Range {
  readonly min: number;
  readonly max: number;
}

/** A reason why there is no number: named, with the place and what would resolve it. */
export interface Undecided {
  readonly reason:
    | 'fact-missing'
    | 'fact-invalid'
    | 'factor-missing'
    | 'option-unknown'
    | 'grounds-not-examined'
    | 'grounds-conflict'
    | 'no-tier-applies'
    | 'tiers-compete'
    | 'punished-as-other'
    | 'not-in-force'
    | 'needs-person';
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

/** Penalties on persons in addition to the party (双罚): never merged into the party's range. */
export interface PersonalPenalty {
  readonly subject: Wording;
  readonly range: Range | null;
  readonly fineMode: Mode | null;
  readonly penalties: readonly PenaltyResult[];
  readonly undecided: readonly Undecided[];
}

export interface Flag {
  readonly id: string;
  readonly label: Wording;
  readonly cite?: Citation;
  readonly fields?: Readonly<Record<string, unknown>>;
}

/** 裁量意见. Advice: a person decides and signs. */
export interface Assessment {
  readonly format: 'chidu-assessment/1';
  /** `fine`: range, tier and suggestion stand. `no-fine`: the law sets no fine here. `waived`: 不予. `undecided`: see reasons. */
  readonly outcome: 'fine' | 'no-fine' | 'waived' | 'undecided';
  readonly undecided: readonly Undecided[];
  /** Numbers of the statute's tiers that apply to the party. */
  readonly statuteTiers: readonly number[];
  /** What the law allows for the fine before discretion. */
  readonly range: Range | null;
  /** 可以并处: the law also allows no fine at all. */
  readonly fineMode: Mode | null;
  readonly points: number | null;
  readonly tier: Tier | null;
  /** The part of the range that the tier leaves: labels 10 and 11 of a code. */
  readonly band: Range | null;
  /** All bands of the benchmark on this range, lightest first, for drawing. */
  readonly bands: readonly { readonly tier: Tier; readonly range: Range }[];
  /** Fen. */
  readonly suggestion: number | null;
  readonly penalties: readonly PenaltyResult[];
  readonly measures: readonly { readonly kind: string; readonly label: Wording }[];
  readonly persons: readonly PersonalPenalty[];
  readonly flags: readonly Flag[];
  readonly sample: boolean;
  readonly trace: Trace;
}
