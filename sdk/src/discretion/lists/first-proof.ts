import * as z from 'zod/mini';
import type { Issue } from '../../errors.ts';
import type { Loaded } from '../../rules/index.ts';
import { schemaIssues } from '../../rules/schema-issues.ts';
import { Day, Id } from '../../rules/words.ts';
import { addDays, pointer } from '../../text/index.ts';

const Line = z.string().check(z.minLength(1), z.maxLength(120));

/** 首次核查: which registers were asked for earlier violations of the party, over which days, and what they held. Nobody is named. */
export const FirstProof = z.strictObject({
  format: z.literal('chidu-first-proof/1'),
  /** 案件编号 of the authority's own system. */
  case: Line,
  violation: Id,
  queries: z
    .array(
      z.strictObject({
        /** Which register, as the rule names it. */
        register: Line,
        on: Day,
        /** Days that the register was asked about, [from, to). */
        from: Day,
        to: Day,
        /** Earlier violations of the kind that the rule asks about. */
        found: z.int().check(z.minimum(0)),
      }),
    )
    .check(z.minLength(1)),
});
export type FirstProof = z.infer<typeof FirstProof>;

/** 首次 as one place defines it: the Law gives neither a period nor a register (行政处罚法 33). */
export interface FirstRule {
  /** Registers that all have to be asked. */
  readonly registers: readonly string[];
  /** Calendar days before the act that have to be free of violations. */
  readonly days: number;
}

export type FirstState =
  | { readonly state: 'first' }
  | { readonly state: 'not-first'; readonly register: string; readonly found: number }
  /** Not proved: 首次不罚 may not rest on it. `at` names the register. */
  | {
      readonly state: 'unproven';
      readonly why: 'no-proof' | 'register-not-asked' | 'window-short' | 'asked-too-early';
      readonly at: string | null;
    };

/** A proof from a parsed value, or its faults: a window that ends before it begins is `inverted`. */
export function loadFirstProof(value: unknown): Loaded<FirstProof> {
  const parsed = FirstProof.safeParse(value);
  if (!parsed.success) return { ok: false, issues: schemaIssues(value, parsed.error) };
  const issues = parsed.data.queries.flatMap(({ from, to }, i): Issue[] =>
    from < to
      ? []
      : [
          {
            code: 'inverted',
            at: pointer(['queries', i, 'to']),
            message: 'it ends before it begins',
          },
        ],
  );
  return issues.length === 0 ? { ok: true, value: parsed.data } : { ok: false, issues };
}

/**
 * Whether an act is proved to be the first. Every register of the rule has to have been asked, not before the act, about the whole
 * window up to it; one that holds a violation decides, whatever the others say. Where nothing is proved it is said, and
 * never taken for the first.
 */
export function firstState(
  proof: FirstProof | null,
  { registers, days }: FirstRule,
  /** `YYYY-MM-DD`: the day before which the window ends. */
  actDate: string,
): FirstState {
  const unproven = (
    why: Extract<FirstState, { state: 'unproven' }>['why'],
    at: string | null = null,
  ): FirstState => ({ state: 'unproven', why, at });
  if (proof === null) return unproven('no-proof');
  const held = proof.queries.find(({ found }) => found > 0);
  if (held) return { state: 'not-first', register: held.register, found: held.found };
  const first = addDays(actDate, -days);
  for (const register of registers) {
    const asked = proof.queries.filter((one) => one.register === register);
    if (asked.length === 0) return unproven('register-not-asked', register);
    const later = asked.filter(({ on }) => on >= actDate);
    if (later.length === 0) return unproven('asked-too-early', register);
    if (!later.some(({ from, to }) => from <= first && to >= actDate))
      return unproven('window-short', register);
  }
  return { state: 'first' };
}
