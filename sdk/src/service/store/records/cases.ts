import type { Sql, Value } from '../sql/database.ts';
import { table } from './table.ts';

/** What has been opened against a case: reconsideration (复议) or a suit (诉讼). */
export interface RemedyRow extends Readonly<Record<string, Value>> {
  readonly authority: string;
  readonly caseNumber: string;
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

  of: (sql: Sql, authority: string, caseNumber: string) =>
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
