export type {
  Assessment,
  Flag,
  PenaltyResult,
  PersonalPenalty,
  Range,
  Undecided,
} from './assessment.ts';
export type { Case, Origin } from './case.ts';
export type { Trace, TraceStep } from './trace.ts';
