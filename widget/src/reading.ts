import type { Verdict } from '@chidu/sdk/verdict';
import type { Issuer } from './trust.ts';

/** What the views tell: a verdict, and what only the page around it knows. */
export interface Reading {
  readonly verdict: Verdict;
  readonly issuer: Issuer | null;
}

/** What comes after the verdict, in parts of its own; null where a part could not be had. */
export type Arriving<Part> = Part | 'loading' | null;
export type Words = typeof import('./chunks/decision.ts');
export type Rights = typeof import('./chunks/rights.ts');

export type NoticeState =
  | { readonly kind: 'empty' }
  | { readonly kind: 'checking' }
  | { readonly kind: 'read'; readonly reading: Reading };
