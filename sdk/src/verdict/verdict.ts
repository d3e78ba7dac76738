import type { CodePayload } from '../codes/index.ts';
import type { Assessment } from '../discretion/index.ts';
import type { CodeRefusal } from '../errors.ts';
import type { Rule } from '../rules/index.ts';

/** What one check found. No boolean anywhere: "could not check" must never be mistaken for either answer. */
export type Finding =
  | { readonly state: 'pass' }
  | {
      readonly state: 'fail' | 'unknown';
      readonly code: FindingCode;
      /** What a message needs, for instance the signed and the replayed amounts in fen. */
      readonly fields?: Readonly<Record<string, unknown>>;
    };

export type FindingCode = CodeRefusal | VerdictCode;

export type VerdictCode =
  /** No trust list could be had, or the one at hand was refused: no key can be trusted or refused. */
  | 'trust-missing'
  | 'trust-refused'
  /** The list's next update is overdue: what it says may be out of date. */
  | 'trust-stale'
  | 'rule-not-found'
  | 'rule-unreachable'
  | 'rule-hash'
  | 'rule-unreadable'
  /** The Rule is not the one that the code names: its pack, version or violation. */
  | 'rule-mismatch'
  /** Law or benchmark came into force only after the day of issue. */
  | 'rule-not-yet'
  | 'replay-unavailable'
  | 'replay-undecided'
  | 'replay-facts'
  | 'replay-factors'
  | 'replay-points'
  | 'replay-tier'
  | 'replay-range'
  | 'replay-fine'
  | 'replay-kinds'
  | 'no-log'
  | 'log-unreachable'
  /** The log answers that it has no entry of this code. */
  | 'log-absent'
  /** What was sent as a receipt is none. */
  | 'log-unreadable'
  /** The trust list does not name the log. */
  | 'log-unlisted'
  | 'log-signature'
  /** The entry is about something else. */
  | 'log-entry'
  /** The proof leads to another root than the log signed. */
  | 'log-root'
  /** Too few witnesses of different chains of command cosigned the checkpoint. */
  | 'log-unwitnessed'
  /** The log is not the one that the code saw when it was issued (label 22). */
  | 'log-head'
  /** The log is not the one that this reader saw before. */
  | 'log-fork'
  /** Nothing shows how the log grew out of what was seen before. */
  | 'log-growth'
  | 'no-status'
  | 'status-unreachable'
  | 'status-refused'
  | 'status-stale'
  | 'status-withdrawn'
  | 'status-superseded'
  | 'status-decided-differently'
  /** Without an earlier check this one would mean nothing. */
  | 'not-checked';

/** In the order in which they are told. */
export const STEP_IDS = [
  'trust',
  'code',
  'key',
  'signature',
  'rule',
  'replay',
  'log',
  'status',
] as const;
export type StepId = (typeof STEP_IDS)[number];

export interface Step {
  readonly id: StepId;
  readonly finding: Finding;
  /** When it was checked, RFC 3339. */
  readonly at: string;
  /** Against what: a list and its version, a key, a hash and its host. Empty where nothing was at hand. */
  readonly against: string;
}

/** 核验结果: what a party or an auditor is told, step by step. */
export interface Verdict {
  readonly format: 'chidu-verdict/1';
  /** One for each of `STEP_IDS`, in that order. */
  readonly steps: readonly Step[];
  /** Only when the first group of checks passed. */
  readonly payload: CodePayload | null;
  /** The key that signed, given when it was accepted: a trust list tells whose it is. */
  readonly kid: string | null;
  readonly codeId: string | null;
  /** `dddd-dddd-dddd`, given as soon as the header can be read. */
  readonly checkCode: string | null;
  readonly rule: Rule | null;
  /** The arithmetic replayed from the signed facts and factors. */
  readonly replayed: Assessment | null;
}
