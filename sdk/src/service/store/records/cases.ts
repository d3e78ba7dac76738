import type { Sql, Value } from '../sql/database.ts';
import { table } from './table.ts';

/**
 * What has been opened against a case: reconsideration (复议) or a suit (诉讼). Only the supervision body's word counts; what an
 * authority says of its own case is kept beside it as `reported-…` and steers nothing.
 */
export interface RemedyRow extends Readonly<Record<string, Value>> {
  readonly authority: string;
  readonly caseNumber: string;
  /** `reconsideration`, `suit`, or one of these behind `reported-`. */
  readonly kind: string;
  readonly openedOn: string;
  readonly endedOn: string | null;
  readonly year: number;
  readonly logIndex: number;
}

const remedyRows = table<RemedyRow>('remedy', [
  'authority',
  'caseNumber',
  'kind',
  'openedOn',
  'endedOn',
  'year',
  'logIndex',
]);

export const remedies = {
  insert: remedyRows.insert,

  /** The one that runs by the word of the supervision body; null where none does. */
  running: async (sql: Sql, authority: string, caseNumber: string): Promise<RemedyRow | null> =>
    (await remedies.of(sql, authority, caseNumber)).find(
      ({ kind, endedOn }) => endedOn === null && !kind.startsWith('reported-'),
    ) ?? null,

  /** What runs by the word of the authority alone. */
  reported: (sql: Sql, authority: string) =>
    remedyRows.many(sql, { authority }, "and ended_on is null and kind like 'reported-%'"),

  of: (sql: Sql, authority: string, caseNumber: string): Promise<RemedyRow[]> =>
    remedyRows.many(sql, { authority, caseNumber }, 'order by opened_on, kind'),

  end: (sql: Sql, remedy: RemedyRow, endedOn: string) => {
    const { authority, caseNumber, kind, openedOn } = remedy;
    return remedyRows.change(sql, { authority, caseNumber, kind, openedOn }, { endedOn });
  },
};

/** A stage that a case has reached (立案, 调查终结 …). */
export interface StageRow extends Readonly<Record<string, Value>> {
  readonly authority: string;
  readonly caseNumber: string;
  readonly seq: number;
  readonly stage: string;
  readonly happenedOn: string;
  readonly at: number;
  readonly kid: string;
  readonly year: number;
  readonly logIndex: number;
  /** JSON. */
  readonly data: string;
}

const stageRows = table<StageRow>('stage', [
  'authority',
  'caseNumber',
  'seq',
  'stage',
  'happenedOn',
  'at',
  'kid',
  'year',
  'logIndex',
  'data',
]);

export const stages = {
  insert: stageRows.insert,

  of: (sql: Sql, authority: string, caseNumber: string) =>
    stageRows.many(sql, { authority, caseNumber }, 'order by seq'),
};
