import type { Issue } from '../errors.ts';

/** Data from outside: taken whole, or refused with every fault by its JSON pointer. */
export type Loaded<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly issues: readonly Issue[] };
