import type { CodePayload } from '../codes/index.ts';
import type { Assessment } from '../discretion/index.ts';
import type { ErrorCode } from '../errors.ts';
import type { Rule } from '../rules/index.ts';

/** What one check found. No boolean anywhere: "could not check" must never be mistaken for either answer. */
export type Finding =
  | { readonly state: 'pass' }
  | { readonly state: 'fail'; readonly code: ErrorCode | VerdictCode }
  | { readonly state: 'unknown'; readonly code: ErrorCode | VerdictCode };

export type VerdictCode =
  | 'rule-not-found'
  | 'rule-hash'
  | 'rule-unreadable'
  | 'replay-tier'
  | 'replay-range'
  | 'replay-fine'
  | 'replay-points'
  | 'replay-undecided'
  | 'no-log'
  | 'no-status'
  | 'trust-stale'
  | 'not-checked';

export type StepId = 'code' | 'signature' | 'key' | 'rule' | 'replay' | 'log' | 'status' | 'trust';

export interface Step {
  readonly id: StepId;
  readonly finding: Finding;
  /** When it was checked, RFC 3339, and against what: a list version, a host, a hash. */
  readonly at: string;
  readonly against: string;
}

/** 核验结果: what a party or an auditor is told, step by step. */
export interface Verdict {
  readonly format: 'chidu-verdict/1';
  readonly steps: readonly Step[];
  /** Only when the first group of checks passed. */
  readonly payload: CodePayload | null;
  readonly codeId: string | null;
  /** `dddd-dddd-dddd`, given as soon as the header can be read. */
  readonly checkCode: string | null;
  readonly rule: Rule | null;
  /** The arithmetic replayed from the signed facts and factors. */
  readonly replayed: Assessment | null;
}
