import type { ChiduError } from '../../errors.ts';
import type { Assessment } from '../assessment.ts';
import type { Case } from '../case.ts';

/** The checks that prove something about one Rule, by their number in the list of checks. */
export const CHECKS = {
  structure: 1,
  'statute-cells': 2,
  scores: 3,
  'score-tiers': 4,
  containment: 5,
  'option-order': 6,
  'fact-order': 7,
  joints: 8,
  idle: 9,
  grounds: 10,
  rounding: 11,
  sensitivity: 12,
} as const;
export type Check = keyof typeof CHECKS;

export type FindingCode =
  | 'duplicate'
  | 'unknown-name'
  | 'empty-domain'
  | 'inexact'
  | 'never-in-force'
  | 'unpublished'
  | 'other-violation'
  | 'too-many-cells'
  | 'too-many-scores'
  | 'cells-without-tier'
  | 'tiers-compete'
  | 'range-empty'
  | 'range-inverted'
  | 'score-gap'
  | 'score-overlap'
  | 'score-needs-ground'
  | 'score-inexact'
  | 'tier-unreachable'
  | 'tier-absent'
  | 'outside-statute'
  | 'nothing-suggested'
  | 'band-inverted'
  | 'option-order'
  | 'score-order'
  | 'fact-drop'
  | 'fact-cliff'
  | 'bands-untiled'
  | 'joint-gap'
  | 'joint-overlap'
  | 'options-same'
  | 'factor-idle'
  | 'factor-never-moves-tier'
  | 'rows-same'
  | 'ground-idle'
  | 'ground-never'
  | 'ground-always'
  | 'grounds-bind-both-ways'
  | 'nothing-below-minimum'
  | 'unit-exceeds-band'
  | 'option-jumps-tiers'
  | 'factor-outweighs'
  | 'proof-disagrees';

/**
 * `error`: the Rule can give a wrong result or none. `warning`: lawful, but somebody should look at it.
 * `note`: a property worth knowing.
 */
export type Level = 'error' | 'warning' | 'note';

/** What a check found, with the cases that show it. */
export interface Finding {
  readonly check: Check;
  readonly code: FindingCode;
  readonly level: Level;
  /** JSON pointer into the Rule. */
  readonly at: string;
  /** The figures of the message; part of the finding's identity. */
  readonly fields: Readonly<Record<string, unknown>>;
  /**
   * Cases that show it, each replayed through `assess` before it is reported: one, or two to compare. Empty where
   * the finding is that something never happens: that is proved over all reachable scores and cells.
   */
  readonly witness: readonly Case[];
}

/** What a replayed witness gave: an assessment, or the coded error that `assess` threw on the Rule. */
export type Replayed = Assessment | ChiduError;

/** A finding and what the replay of its witness must show. */
export interface Draft extends Finding {
  readonly shows?: (replayed: readonly Replayed[]) => boolean;
}
