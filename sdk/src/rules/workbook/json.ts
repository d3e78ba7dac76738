import type { Slot } from './grid.ts';

/** A part of a pack that is not yet checked. */
export type Json = Record<string, unknown>;

/** Chinese, which must be there, and English where it is. */
export function wording(zh: Slot | null, en: Slot | null): Json {
  return { zh: zh?.required(), ...given('en', en?.text()) };
}

/** The field, unless its cell is empty. */
export function given(key: string, value: unknown): Json {
  return value === null || value === undefined ? {} : { [key]: value };
}
