export { type AssessOptions, assess } from './assess.ts';
export type {
  Assessment,
  Confiscation,
  Flag,
  PenaltyResult,
  PersonalPenalty,
  Range,
  Undecided,
  UndecidedReason,
} from './assessment.ts';
export { assessBetween, type Comparison, type Difference } from './between.ts';
export type { Case, Origin } from './case.ts';
export { assessCompeting, type Candidate, type Competition } from './competing.ts';
export { type HearingThresholds, NATIONAL_HEARING } from './hearing.ts';
export { type Gains, illegalGains, type Receipts } from './illegal-gains.ts';
export { loadCase } from './load-case.ts';
export {
  caseOfNumbers,
  type FactNumbers,
  type FactorNumbers,
  type UnknownNumber,
} from './numbers.ts';
export { SERIOUS_DEFINITIONS, type SeriousDefinition } from './serious.ts';
export type { FactRead, GroundFound, MultipleOf, Trace, TraceStep } from './trace.ts';
