import * as z from 'zod/mini';
import type { Issue } from '../../errors.ts';
import type { Loaded } from '../../rules/index.ts';
import { schemaIssues } from '../../rules/schema-issues.ts';
import { Citation, Day, Id, Numbered, Wording } from '../../rules/words.ts';
import { pointer, within } from '../../text/index.ts';

/**
 * Whose word weighs how much, the weightiest first: 立法解释, 司法解释, 国务院主管部门答复, 省级, 市级, 县级机关的意见, 研究意见. An officer
 * is bound by what binds the authority; a note of lower rank never overrules one of higher rank.
 */
export const RANKS = [
  'legislature',
  'court',
  'ministry',
  'province',
  'prefecture',
  'county',
  'study',
] as const;

/** 法律适用说明: what somebody with a name and a rank says a clause means, from a day on. It changes no Rule and no figure. */
export const Note = z.strictObject({
  format: z.literal('chidu-note/1'),
  /** Given once and never used again. */
  number: Numbered,
  /** 标准, 违则适用, 裁量运用. */
  about: z.enum(['standard', 'application', 'discretion']),
  /** The clause; `violation` narrows it to one violation of the statute book. */
  clause: Citation,
  violation: z.nullable(Id),
  /** The body that says so, and the number under which it did; no natural person. */
  author: z.string().check(z.minLength(1)),
  reference: z.nullable(z.string()),
  rank: z.enum(RANKS),
  /** In force on [from, to). */
  from: Day,
  to: z.nullable(Day),
  text: Wording,
  /** The note that this one takes the place of. */
  replaces: z.nullable(Numbered),
});
export type Note = z.infer<typeof Note>;

/**
 * Notes from a parsed value, or all faults by JSON pointer: `given-twice` for a number, `inverted` for a period, `unknown-reference`
 * where a replaced note is not there, `contradiction` where a note replaces one of a higher rank, or one whose period goes on.
 */
export function loadNotes(value: unknown): Loaded<Note[]> {
  const parsed = z.array(Note).safeParse(value);
  if (!parsed.success) return { ok: false, issues: schemaIssues(value, parsed.error) };
  const notes = parsed.data;
  const issues: Issue[] = [];
  for (const [i, { number, from, to, replaces, rank }] of notes.entries()) {
    const fault = (code: Issue['code'], field: string, message: string) =>
      issues.push({ code, at: pointer([i, field]), message });
    if (notes.findIndex((one) => one.number === number) !== i) {
      fault('given-twice', 'number', `${number} is another note's`);
    }
    if (to !== null && to <= from) fault('inverted', 'to', 'ends before it begins');
    if (replaces === null) continue;
    const before = notes.find((one) => one.number === replaces);
    if (before === undefined) fault('unknown-reference', 'replaces', `no note ${replaces}`);
    else if (RANKS.indexOf(before.rank) < RANKS.indexOf(rank)) {
      fault('contradiction', 'replaces', 'a note does not replace one of a higher rank');
    } else if (before.to === null || before.to > from) {
      fault('contradiction', 'replaces', 'the note that it replaces has not ended');
    }
  }
  return issues.length === 0 ? { ok: true, value: notes } : { ok: false, issues };
}

/** Where a case stands: the clause that is applied, of which violation. */
export interface Applied {
  readonly law: string;
  readonly article: number;
  readonly paragraph?: number | undefined;
  readonly item?: number | undefined;
  readonly violation: string | null;
}

/**
 * Notes that speak of a clause on a day, the weightiest first, then the newest. A note on an article speaks of its paragraphs and
 * items too; one on an item does not speak of the others. Where two of the same rank say different things, both are given.
 */
export function notesOn(notes: readonly Note[], applied: Applied, day: string): Note[] {
  return notes
    .filter(({ from, to }) => within(day, from, to))
    .filter(({ violation }) => violation === null || violation === applied.violation)
    .filter(
      ({ clause }) =>
        clause.law === applied.law &&
        clause.article === applied.article &&
        (clause.paragraph === undefined || clause.paragraph === applied.paragraph) &&
        (clause.item === undefined || clause.item === applied.item),
    )
    .sort(
      (a, b) =>
        RANKS.indexOf(a.rank) - RANKS.indexOf(b.rank) ||
        (a.from > b.from ? -1 : a.from < b.from ? 1 : a.number - b.number),
    );
}
