export { type AssessOptions, assess } from './assess.ts';
export type {
  Assessment,
  Flag,
  PenaltyResult,
  PersonalPenalty,
  Range,
  Undecided,
  UndecidedReason,
} from './assessment.ts';
export type { Case, Origin } from './case.ts';
export { type HearingThresholds, NATIONAL_HEARING } from './hearing.ts';
export {
  caseOfNumbers,
  type FactNumbers,
  type FactorNumbers,
  type UnknownNumber,
} from './numbers.ts';
export type { FactRead, GroundFound, MultipleOf, Trace, TraceStep } from './trace.ts';
