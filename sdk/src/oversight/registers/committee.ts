import * as z from 'zod/mini';
import type { Issue } from '../../errors.ts';
import type { Loaded } from '../../rules/index.ts';
import { schemaIssues } from '../../rules/schema-issues.ts';
import { Day } from '../../rules/words.ts';
import { pointer } from '../../text/index.ts';
import { type Figure, type FigureDefinition, share } from '../figure.ts';
import { CreditCode } from '../organisation.ts';
import type { Exercise } from '../use/index.ts';
import { twice } from './register-faults.ts';

const Count = z.int().check(z.minimum(0), z.maximum(99));

/** What a member is there as. Nobody is named. */
export const COMMITTEE_ROLES = [
  'chair',
  'leader',
  'legal',
  'enforcement',
  'expert',
  'other',
] as const;

/** 案审会记录: one collective discussion (行政处罚法 57, 程序规定 60), by counts and roles. The minutes stay in the file. */
export const Discussion = z.strictObject({
  authority: CreditCode,
  /** 案件编号, as the log has it. */
  case: z.string().check(z.minLength(1), z.maxLength(80)),
  on: Day,
  /** Members of the committee, by role, and how many of each were there. */
  members: z
    .array(z.strictObject({ role: z.enum(COMMITTEE_ROLES), of: Count, present: Count }))
    .check(z.minLength(1)),
  votes: z.strictObject({ for: Count, against: Count, abstained: Count }),
  /** Dissent is in the minutes with its reasons; null: the minutes do not say. */
  dissentRecorded: z.nullable(z.boolean()),
  /** The authority's own reference to the minutes. */
  minutes: z.string().check(z.minLength(1), z.maxLength(120)),
});
export type Discussion = z.infer<typeof Discussion>;

export const CommitteeRecords = z.strictObject({
  format: z.literal('chidu-committee/1'),
  /** The day it says how things stand. */
  on: Day,
  discussions: z.array(Discussion),
});
export type CommitteeRecords = z.infer<typeof CommitteeRecords>;

const sum = (of: readonly number[]): number => of.reduce((a, b) => a + b, 0);
const presentAt = ({ members }: Discussion): number => sum(members.map(({ present }) => present));
const votesOf = ({ votes }: Discussion): number => votes.for + votes.against + votes.abstained;

/** Records from a parsed value, or their faults: a role or a discussion `given-twice`; more there than are members, more votes than members there (`contradiction`). */
export function loadCommittee(value: unknown): Loaded<CommitteeRecords> {
  const parsed = CommitteeRecords.safeParse(value);
  if (!parsed.success) return { ok: false, issues: schemaIssues(value, parsed.error) };
  const { discussions } = parsed.data;
  const issues = [
    ...twice(discussions, 'discussions', 'case', (one) => `${caseOf(one)} ${one.on}`),
    ...discussions.flatMap((one, i): Issue[] => [
      ...one.members.flatMap(({ role, of, present }, j): Issue[] => {
        const at = pointer(['discussions', i, 'members', j]);
        if (one.members.findIndex((other) => other.role === role) < j)
          return [{ code: 'given-twice', at, message: `${role} stands there already` }];
        if (present <= of) return [];
        return [{ code: 'contradiction', at, message: 'more are there than are members' }];
      }),
      ...(votesOf(one) <= presentAt(one)
        ? []
        : [
            {
              code: 'contradiction' as const,
              at: pointer(['discussions', i, 'votes']),
              message: 'more votes than members there',
            },
          ]),
    ]),
  ];
  return issues.length === 0 ? { ok: true, value: parsed.data } : { ok: false, issues };
}

export const COMMITTEE_FIGURE = {
  id: 'committee.discussed',
  label: { zh: '重大案件集体讨论率', en: 'Major cases discussed' },
  formula: {
    zh: '决定当日或者之前有集体讨论记录的重大案件÷期内作出决定的重大案件',
    en: 'major cases with a discussion on or before the day of the decision ÷ major cases decided in the period',
  },
  counts: 'case',
} as const satisfies FigureDefinition;

/** What about a discussion is to be asked. */
export type CommitteeFlag =
  /** No discussion by the day of the decision. */
  | 'not-discussed'
  /** Half of the members or fewer were there. */
  | 'no-majority-present'
  /** Decided although more than half of those there did not vote for it. */
  | 'not-carried'
  /** Votes against, and no dissent in the minutes. */
  | 'dissent-missing'
  /** Nobody of the legal unit among those there. */
  | 'no-legal-member';

export interface Committee {
  readonly figure: Figure;
  /** Questions by case; a case without one is in order. */
  readonly flags: readonly { readonly case: string; readonly flag: CommitteeFlag }[];
}

/** 案审会: of the major cases that were decided, which were discussed before, and what the record of the last discussion leaves to ask. */
export function committeeOf(
  { discussions }: CommitteeRecords,
  major: readonly Exercise[],
): Committee {
  const byCase = Map.groupBy(discussions, caseOf);
  const decided = major.filter(({ state }) => state === 'decided');
  const flags: { case: string; flag: CommitteeFlag }[] = [];
  const part = decided.flatMap(({ case: id, day }) => {
    const before = (byCase.get(id) ?? []).filter(({ on }) => on <= day);
    const last = before.toSorted((a, b) => (a.on < b.on ? -1 : 1)).at(-1);
    for (const flag of last === undefined ? ['not-discussed' as const] : flagsOf(last))
      flags.push({ case: id, flag });
    return last === undefined ? [] : [id];
  });
  const of = decided.map((one) => one.case);
  return { figure: share(COMMITTEE_FIGURE, { part, of }), flags };
}

function flagsOf(one: Discussion): CommitteeFlag[] {
  const there = presentAt(one);
  const members = sum(one.members.map(({ of }) => of));
  const legal = one.members.some(({ role, present }) => role === 'legal' && present > 0);
  return [
    ...(2 * there > members ? [] : ['no-majority-present' as const]),
    ...(2 * one.votes.for > there ? [] : ['not-carried' as const]),
    ...(one.votes.against > 0 && one.dissentRecorded !== true ? ['dissent-missing' as const] : []),
    ...(legal ? [] : ['no-legal-member' as const]),
  ];
}

function caseOf({ authority, case: number }: Discussion): string {
  return `${authority}/${number}`;
}
