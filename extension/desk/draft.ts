import type { Tier } from '@chidu/sdk/rules';
import type { FieldId } from '../adapters/adapter.ts';

/** What the officer has put in for one case. Kept for the browser session, so that closing the panel loses nothing. */
export interface Draft {
  /** Texts typed or chosen in place of what the page gave, by field. They are marked as such wherever they show. */
  readonly typed: Readonly<Partial<Record<FieldId, string>>>;
  /** Ids of the statutory grounds found. */
  readonly grounds: readonly string[];
  /** The officer says that every ground of the list was looked at; until then nothing is decided. */
  readonly groundsExamined: boolean;
  /** Factor id → option id. */
  readonly factors: Readonly<Record<string, string>>;
  readonly elect: { readonly tier: Tier | ''; readonly reason: string };
  /** Penalties chosen where the law leaves a choice. */
  readonly kinds: readonly string[];
  readonly documentKind: 1 | 2 | 3 | 4;
  /** The fine as typed; empty means: as suggested. */
  readonly fine: string;
  readonly departure: string;
  /** 可以并处 and the officer imposes no fine. */
  readonly noFine: boolean;
  /** Requirements of the four lists that the officer has found to be met, as `number of the item/index`. */
  readonly confirmed: readonly string[];
  /** The reasons as the officer changed them, and what they were made from; null: as they come from the trace. */
  readonly paragraph: { readonly text: string; readonly made: string } | null;
}

export const EMPTY_DRAFT: Draft = {
  typed: {},
  grounds: [],
  groundsExamined: false,
  factors: {},
  elect: { tier: '', reason: '' },
  kinds: [],
  documentKind: 1,
  fine: '',
  departure: '',
  noFine: false,
  confirmed: [],
  paragraph: null,
};

/** Empty text takes a typed value back: the page speaks again. */
export function withTyped(draft: Draft, field: FieldId, text: string): Draft {
  const { [field]: _, ...others } = draft.typed;
  return { ...draft, typed: text === '' ? others : { ...others, [field]: text } };
}

/** Facts, grounds and factors belong to a violation; another one starts without them. */
export function withViolation(draft: Draft, violation: string): Draft {
  return { ...EMPTY_DRAFT, typed: { ...draft.typed, violation }, documentKind: draft.documentKind };
}

export const withGround = (draft: Draft, id: string, found: boolean): Draft => ({
  ...draft,
  grounds: found ? [...draft.grounds, id] : draft.grounds.filter((other) => other !== id),
  elect: EMPTY_DRAFT.elect,
});
