import type { KeyRing } from '@chidu/sdk/codes';
import type { Citation } from '@chidu/sdk/rules';
import type { Evidence, StepId, Verdict } from '@chidu/sdk/verdict';
import type { LogShown } from './log-reading.ts';
import type { Issuer } from './trust.ts';

/** The words of a clause, and where they are published. */
export interface ClauseText {
  readonly words: string;
  readonly source: string;
}

/**
 * Has the words of a clause in the version of which `from` is the first day (`YYYY-MM-DD`); null where it has not.
 * A Rule carries numbers of articles and none of their words.
 */
export type ClauseWords = (clause: Citation, from: string) => Promise<ClauseText | null>;

/** What the views tell: a verdict, and what only the page around it knows. */
export interface Reading {
  readonly verdict: Verdict;
  readonly issuer: Issuer | null;
  /** The signature stands; the steps behind it are under way. */
  readonly pending: boolean;
  /** What the log showed, where one was asked. */
  readonly log: LogShown | null;
  /** The portal's property `clauseWords`. */
  readonly clauseWords: ClauseWords | null;
  /** Checked again from an evidence file: when that was made, and the steps that came out otherwise then. */
  readonly evidence: { readonly made: string; readonly changed: readonly StepId[] } | null;
}

/** A code in the reader's hand, and the service that takes what is said about it. */
export interface Held {
  /** `1<digits>`. */
  readonly code: string;
  /** Base address of the service. */
  readonly service: string;
  readonly load: typeof fetch;
  readonly now: () => Date;
  /** Keys of the trust list. */
  readonly keys: KeyRing | null;
}

/** What the reader entered, or what a file held. */
export interface Opened {
  readonly text: string;
  readonly evidence: Evidence | null;
}

/** Why a file that was chosen or dropped is of no use. */
export type Trouble = 'noCode' | 'noEvidence' | 'noReader' | 'notFound';

export type NoticeState =
  | { readonly kind: 'empty' }
  | { readonly kind: 'checking' }
  | { readonly kind: 'read'; readonly reading: Reading };
