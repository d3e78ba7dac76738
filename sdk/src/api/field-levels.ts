import type { Role } from './roles.ts';

/** How far a member may go, the most open first. */
export type FieldLevel = 'open' | 'case' | 'staff' | 'words' | 'sealed';

const names = (text: string): readonly string[] => text.trim().split(/\s+/);

/**
 * 分级保护: every member that an answer of the service or the open part of an entry may have, by how far it may go. A member that
 * stands in no level is in no answer: whoever adds one says here who may see it.
 */
export const FIELD_LEVELS: Readonly<Record<FieldLevel, readonly string[]>> = {
  /** Says nothing of a person or of a file: what the log shows to everybody, and what this service is. */
  open: names(`
    alg answerDays article at audience authorities authority benchmark body bodyCode bodyHash
    bound bp code codeId counts day days decided definition denominator differs direction disputed
    due en entries escalated events fact factor factors facts fields figures fine firstViewedAt
    flags format formula from gone hash index instrument issued item kid kind kinds label law lead
    listItems live max min next notAfter notBefore numerator on outcome overdue pack paragraph
    part place points proof proofs range read receiptDays recipient refersTo refersToYear remedy
    repeated replaced replaces result revokedAt role rule scope seen sent served sha256 situation
    size source stage state status statusIndex step steps stopsNoClock suggestion supervisor
    support tier trustList type unread version violation who witnesses year zh
  `),
  /** Leads to one file, or opens one code. `name` and `sources` are those of the feed that a clue came in by. */
  case: names(`
    about bodies byPerson byRule case caseNumber channel checkCode closed clue clues codes
    confirmed data decision document documentKind evidence id ids into items level levelBy name
    number objections obtained opinions reason receipt receivedAt region remedyReported sources
    supervision supervisions task tasks unit work
  `),
  /** Of those who work here, by their keys and certificates. */
  staff: names(`
    certificate keys officer request requests routedTo spki
  `),
  /** What somebody wrote, or a paper that a party handed in or was handed. */
  words: names(`
    answer attachments by content custody finding owner reasoning text what
  `),
  /** Who somebody is, sealed for the supervision body. */
  sealed: names(`
    ciphertext contact contactOfOtherKey encapsulated
  `),
};

/** Which levels a role may see. A party sees these of its own code alone, an officer of the own authority. */
export const CLEARANCE: Readonly<Record<Role | 'everyone', readonly FieldLevel[]>> = {
  everyone: ['open'],
  witness: ['open'],
  party: ['open', 'case', 'words'],
  auditor: ['open', 'case', 'staff'],
  officer: ['open', 'case', 'staff', 'words'],
  head: ['open', 'case', 'staff', 'words'],
  supervisor: ['open', 'case', 'staff', 'words', 'sealed'],
};

/** The level of a member; null for one that has none. */
export function levelOf(name: string): FieldLevel | null {
  const levels = Object.entries(FIELD_LEVELS) as [FieldLevel, readonly string[]][];
  return levels.find(([, names]) => names.includes(name))?.[0] ?? null;
}
