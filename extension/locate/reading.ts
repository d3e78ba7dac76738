import type { FieldId, Locator } from '../adapters/adapter.ts';

/** One text that one locator points at. This is all that page-side code says; what it means is judged outside the page. */
export interface Found {
  readonly by: Locator['by'];
  /** The label as printed, the name, the path or the pattern. */
  readonly where: string;
  /** The text as it stands on the page. */
  readonly raw: string;
  /** The unit that the label prints: `元`, `万元` or ''. */
  readonly unit: string;
  /** Not shown by the page: a hidden twin or a closed tab. */
  readonly hidden: boolean;
}

/** What one frame shows, as texts. `found` has one list for each locator of the field, in their order. */
export interface PageTexts {
  readonly adapter: string;
  readonly version: string;
  readonly page: string;
  readonly kind: 'case' | 'notice';
  /** The frame's name, or its path where it has none. */
  readonly frame: string;
  readonly at: string;
  /** Of a notice alone, without white space: a fingerprint is taken of it, and it is kept nowhere. */
  readonly text?: string;
  readonly fields: readonly {
    readonly field: FieldId;
    readonly found: readonly (readonly Found[])[];
  }[];
}

/** fen and counts as integers, days as `YYYY-MM-DD`, choices by our name for them. */
export type FieldValue = string | number | boolean;

/** A field is read, or it is not and says why. There is no best guess. */
export type FieldReading = { readonly field: FieldId } & (
  | {
      readonly state: 'read';
      readonly value: FieldValue;
      readonly found: Found;
      /** The first locator did not find it: the page has changed since the adapter was made. */
      readonly healed: boolean;
    }
  | { readonly state: 'missing' }
  /** The place is there and nothing stands in it. Not the same as 0. */
  | { readonly state: 'empty'; readonly found: Found }
  | { readonly state: 'ambiguous'; readonly found: readonly Found[] }
  | { readonly state: 'refused'; readonly code: Refusal; readonly found: Found }
  | { readonly state: 'conflict'; readonly found: readonly Found[] }
);

/** Why a text that stands in the right place is not taken as a value. */
export type Refusal =
  | 'amount-text'
  | 'amount-vague'
  | 'amount-range'
  | 'amount-empty'
  | 'date-text'
  | 'count-text'
  | 'choice-unknown'
  | 'pattern'
  | 'label-instead';

/** What one frame shows, judged field by field. */
export interface PageReading extends Omit<PageTexts, 'fields' | 'text'> {
  readonly fields: readonly FieldReading[];
}
