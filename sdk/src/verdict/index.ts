export type { Finding, Step, StepId, Verdict, VerdictCode } from './verdict.ts';
