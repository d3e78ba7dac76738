import type { Sql, Value } from '../sql/database.ts';
import { table } from './table.ts';

/** An objection as it stands: what changes is counted in `version`. */
export interface ObjectionRow extends Readonly<Record<string, Value>> {
  readonly authority: string;
  readonly number: string;
  readonly codeId: string;
  readonly caseNumber: string;
  /** Hash of the content: the same objection sent again is the same. */
  readonly contentKey: string;
  readonly state: string;
  /** JSON: the factor or clause disputed. */
  readonly subject: string;
  /** Null once it has been erased. */
  readonly text: string | null;
  /** JSON: hashes and types. */
  readonly attachments: string;
  /** Sealed for the supervision body. */
  readonly contact: Uint8Array | null;
  readonly receivedAt: number;
  readonly receivedOn: string;
  readonly year: number;
  readonly logIndex: number;
  readonly routed: 0 | 1;
  readonly routedTo: string | null;
  /** Key id of the officer whose code is disputed. */
  readonly handler: string;
  /** JSON. */
  readonly answer: string | null;
  readonly dueOn: string | null;
  /** Id of the period that `dueOn` ends. */
  readonly period: string | null;
  readonly escalatedAt: number | null;
  readonly remedy: string | null;
  readonly version: number;
}

const rows = table<ObjectionRow>('objection', [
  'authority',
  'number',
  'codeId',
  'caseNumber',
  'contentKey',
  'state',
  'subject',
  'text',
  'attachments',
  'contact',
  'receivedAt',
  'receivedOn',
  'year',
  'logIndex',
  'routed',
  'routedTo',
  'handler',
  'answer',
  'dueOn',
  'period',
  'escalatedAt',
  'remedy',
  'version',
]);

/** Which objections a list holds. */
export interface ObjectionQuery {
  readonly state?: string;
  /** Due before this day. */
  readonly dueBefore?: string;
  /** Of those with a day that is surely theirs, and nobody has been told that it is over. */
  readonly toEscalate?: true;
  /** Those that were routed, and to whom. */
  readonly routed?: 1;
  readonly routedTo?: string;
  /** The nearest day first, and what nobody has to act on last; otherwise the oldest first. */
  readonly urgentFirst?: true;
  /** Behind the last of the page before, by time and number. */
  readonly after?: { readonly receivedAt: number; readonly number: string };
  readonly limit: number;
}

/** Objections (`objection_content`: the same content once). */
export const objections = {
  insert: rows.insert,

  byNumber: (sql: Sql, authority: string, number: string) => rows.one(sql, { authority, number }),

  byContent: (sql: Sql, authority: string, contentKey: string) =>
    rows.one(sql, { authority, contentKey }),

  ofCode: (sql: Sql, authority: string, codeId: string) =>
    rows.many(sql, { authority, codeId }, 'order by received_at, number'),

  list: (sql: Sql, authority: string, query: ObjectionQuery) => {
    const values: Value[] = [];
    const { state, routed, routedTo } = query;
    const where = {
      authority,
      ...(state !== undefined && { state }),
      ...(routed !== undefined && { routed }),
      ...(routedTo !== undefined && { routedTo }),
    };
    // What a row has to equal comes first.
    const place = (value: Value) => {
      values.push(value);
      return `$${values.length + Object.keys(where).length}`;
    };
    const parts: string[] = [];
    if (query.dueBefore !== undefined) parts.push(`and due_on < ${place(query.dueBefore)}`);
    if (query.toEscalate) parts.push("and period = 'day' and escalated_at is null");
    if (query.after !== undefined) {
      const { receivedAt, number } = query.after;
      parts.push(`and (received_at, number) > (${place(receivedAt)}, ${place(number)})`);
    }
    const urgency = query.urgentFirst ? '(due_on is null), due_on, ' : '';
    parts.push(`order by ${urgency}received_at, number limit ${place(query.limit)}`);
    return rows.many(sql, where, parts.join(' '), values);
  },

  /** Forget what was said in the entry at a place. */
  erase: (sql: Sql, authority: string, year: number, logIndex: number) =>
    rows.change(
      sql,
      { authority, year, logIndex },
      // The hash of a content is a way to try contents out.
      { text: null, contact: null, attachments: '[]', contentKey: `erased ${year} ${logIndex}` },
    ),

  setAnswer: (sql: Sql, authority: string, number: string, answer: string) =>
    rows.change(sql, { authority, number }, { answer }),

  /** Change it if it still has that version; whether it had. */
  update: async (
    sql: Sql,
    authority: string,
    number: string,
    version: number,
    to: Partial<ObjectionRow>,
  ): Promise<boolean> =>
    (await rows.change(sql, { authority, number, version }, { ...to, version: version + 1 })) === 1,
};

/** What was done about an objection, one after the other. */
export interface StepRow extends Readonly<Record<string, Value>> {
  readonly authority: string;
  readonly number: string;
  readonly seq: number;
  readonly step: string;
  readonly at: number;
  readonly role: string;
  readonly kid: string | null;
  /** Of the objection, behind the step. */
  readonly state: string;
  readonly text: string | null;
  /** JSON. */
  readonly data: string;
  readonly year: number;
  readonly logIndex: number;
}

const stepRows = table<StepRow>('objection_step', [
  'authority',
  'number',
  'seq',
  'step',
  'at',
  'role',
  'kid',
  'state',
  'text',
  'data',
  'year',
  'logIndex',
]);

export const steps = {
  insert: stepRows.insert,

  /** Forget what was said in the entry at a place. */
  erase: (sql: Sql, authority: string, year: number, logIndex: number) =>
    stepRows.change(sql, { authority, year, logIndex }, { text: null }),

  /** The steps that were entered in the log at a place. */
  atPlace: (sql: Sql, authority: string, year: number, logIndex: number) =>
    stepRows.many(sql, { authority, year, logIndex }),

  of: (sql: Sql, authority: string, number: string) =>
    stepRows.many(sql, { authority, number }, 'order by seq'),
};

/** A file of an objection, by its SHA-256. */
export interface AttachmentRow extends Readonly<Record<string, Value>> {
  readonly authority: string;
  readonly hash: string;
  readonly number: string;
  readonly type: string;
  readonly content: Uint8Array;
  readonly at: number;
}

const attachmentRows = table<AttachmentRow>('attachment', [
  'authority',
  'hash',
  'number',
  'type',
  'content',
  'at',
]);

export const attachments = {
  insert: attachmentRows.insert,

  byHash: (sql: Sql, authority: string, hash: string, number: string) =>
    attachmentRows.one(sql, { authority, hash, number }),
};
