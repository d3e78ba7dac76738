import type { Assessment } from '@chidu/sdk/discretion';
import type { Verdict } from '@chidu/sdk/verdict';
import type { Issuer } from './trust.ts';

/** What the views tell: a verdict, and what only the page around it knows. */
export interface Reading {
  readonly verdict: Verdict;
  readonly issuer: Issuer | null;
  /** The steps of an assessment as sentences; null where the arithmetic could not be had. */
  readonly explain: ((assessment: Assessment, lang: 'zh' | 'en') => readonly string[]) | null;
}

export type Rights = typeof import('./chunks/rights.ts');

export type NoticeState =
  | { readonly kind: 'empty' }
  | { readonly kind: 'checking' }
  | { readonly kind: 'read'; readonly reading: Reading };
