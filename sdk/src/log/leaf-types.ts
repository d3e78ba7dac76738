/** Members of a leaf that a type may ask for. */
type Needed = 'codeId' | 'bodyHash' | 'refersTo' | 'actor';

interface TypeEntry {
  /** Label 1. A number is never used again; 0 and those not listed are free. */
  readonly number: number;
  /** Without these the entry would say nothing. */
  readonly needs: readonly Needed[];
}

/** What can happen, by name. `bodyHash` is salted except where a public file is entered, which is said. */
export const LEAF_TYPES = {
  /** A code was issued; the body is the officer's request. */
  issued: { number: 1, needs: ['codeId', 'bodyHash', 'actor'] },
  /** Somebody who holds the code opened it for the first time: once for each code, without who or from where. */
  'first-viewed': { number: 2, needs: ['codeId'] },
  /** 异议. */
  objected: { number: 3, needs: ['codeId', 'bodyHash'] },
  answered: { number: 4, needs: ['codeId', 'bodyHash', 'refersTo'] },
  withdrawn: { number: 5, needs: ['codeId', 'actor'] },
  /** `codeId` is the code that no longer counts; the new one has an entry of its own. */
  corrected: { number: 6, needs: ['codeId', 'actor'] },
  decided: { number: 7, needs: ['codeId', 'actor'] },
  /** Unsalted, of the approval: a signed text. */
  'key-added': { number: 8, needs: ['bodyHash'] },
  'key-revoked': { number: 9, needs: ['bodyHash'] },
  /** Unsalted, of the body of the signed text. */
  'trust-list': { number: 10, needs: ['bodyHash'] },
  /** Unsalted: the canonical hash of the pack. */
  'pack-published': { number: 11, needs: ['bodyHash'] },
  /** Unsalted, of the body of the signed text. */
  'status-list': { number: 12, needs: ['bodyHash'] },
  /** Unsalted, of the note keys of the witnesses from now on, a line for each. */
  'witness-changed': { number: 13, needs: ['bodyHash'] },
  /** Body and salt of the entry referred to were deleted, as the law asked. The entry itself stays. */
  erasure: { number: 14, needs: ['refersTo', 'actor'] },
  /** Entry 0 of every log. */
  opened: { number: 15, needs: [] },
  /** The last entry of a log: its checkpoint is what the next log opens with. */
  closed: { number: 16, needs: [] },
  /** An objection was handed to those who are to answer it. */
  routed: { number: 17, needs: ['codeId', 'refersTo', 'actor'] },
  /** 监督意见. */
  opinion: { number: 18, needs: ['codeId', 'bodyHash', 'actor'] },
  /** A period ran out; the next in line was told. */
  escalated: { number: 19, needs: ['codeId', 'refersTo'] },
  /** 预警. */
  alert: { number: 20, needs: ['bodyHash'] },
  /** Unsalted: what a portal served on the day. */
  'page-fingerprint': { number: 21, needs: ['bodyHash'] },
  /** A step on an objection that has no type of its own; it refers to the objection. */
  step: { number: 22, needs: ['codeId', 'bodyHash', 'refersTo', 'actor'] },
  /** A case reached a stage, as the officer's desk saw it. */
  stage: { number: 23, needs: ['bodyHash', 'actor'] },
  /** A document in the case system is another one than it was: hashes, salted. */
  'document-changed': { number: 24, needs: ['bodyHash', 'actor'] },
  /** Reconsideration or a suit was opened against a case, or has ended. */
  remedy: { number: 25, needs: ['bodyHash', 'actor'] },
  /** What the register says about a key, its certificate for instance, is another thing now. */
  register: { number: 26, needs: ['bodyHash', 'actor'] },
  /** 线索: a matter came into the pool of the supervision body. */
  clue: { number: 27, needs: ['bodyHash', 'actor'] },
  /** It was claimed, assigned, transferred, worked on, ended; it refers to the clue. */
  'clue-step': { number: 28, needs: ['bodyHash', 'refersTo', 'actor'] },
  /** 监督案件: the supervision body opened a case of its own (行政执法监督条例 26 to 29). */
  supervision: { number: 29, needs: ['bodyHash', 'actor'] },
  /** A step of it: it refers to the case. */
  'supervision-step': { number: 30, needs: ['bodyHash', 'refersTo', 'actor'] },
  /** 联动任务: one body asked another for something. */
  task: { number: 31, needs: ['bodyHash', 'actor'] },
  /** A step of it, the receipt for instance: it refers to the task. */
  'task-step': { number: 32, needs: ['bodyHash', 'refersTo', 'actor'] },
} as const satisfies Readonly<Record<string, TypeEntry>>;

export type LeafType = keyof typeof LEAF_TYPES;

/** Who acted, by name: label 7 writes the number. */
export const ACTOR_ROLES = {
  party: 1,
  officer: 2,
  head: 3,
  supervision: 4,
  auditor: 5,
  witness: 6,
  service: 7,
  authority: 8,
  approver: 9,
  publisher: 10,
} as const;

export type ActorRole = keyof typeof ACTOR_ROLES;
