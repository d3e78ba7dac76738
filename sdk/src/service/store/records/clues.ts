import type { Clue } from '../../../oversight/clues/index.ts';
import type { Sql, Value } from '../sql/database.ts';
import { inOrder, type PageQuery } from './in-order.ts';
import { table } from './table.ts';

/** A clue as it stands. */
export interface ClueRow extends Readonly<Record<string, Value>> {
  readonly authority: string;
  readonly id: string;
  readonly state: string;
  readonly unit: string | null;
  readonly violation: string | null;
  readonly receivedOn: string;
  /** JSON of `ClueContent`. */
  readonly data: string;
  readonly year: number;
  readonly logIndex: number;
  readonly version: number;
}

/** What the level hangs on beside the reports: fen, how many are affected, like matters when the report came in. */
export interface ClueMeasures {
  readonly amount?: number;
  readonly people?: number;
  readonly alike?: number;
}

/** What a row holds: the clue, and what its level hangs on beside the reports. */
export interface ClueContent {
  readonly clue: Clue;
  /** The report that the entry of the row brought in; all others were merged in. */
  readonly own: { readonly name: string; readonly number: string };
  readonly measures: ClueMeasures;
  /** By the id of each clue that is merged into this one: what goes again when it is taken out. */
  readonly merged: Readonly<Record<string, ClueMeasures>>;
}

export const contentOf = ({ data }: ClueRow): ClueContent => JSON.parse(data) as ClueContent;

const rows = table<ClueRow>('clue', [
  'authority',
  'id',
  'state',
  'unit',
  'violation',
  'receivedOn',
  'data',
  'year',
  'logIndex',
  'version',
]);

/** What to list, in the order of entry. */
export interface ClueQuery extends PageQuery {
  readonly state?: string | undefined;
  /** Those that this unit has. */
  readonly unit?: string | undefined;
}

const ERASED = '（已依法删除）';

/** Clues (primary key: the same report comes in once). */
export const clues = {
  insert: rows.insert,

  byId: (sql: Sql, authority: string, id: string) => rows.one(sql, { authority, id }),

  list: (sql: Sql, authority: string, { state, unit, ...page }: ClueQuery) => {
    const where = {
      authority,
      ...(state !== undefined && { state }),
      ...(unit !== undefined && { unit }),
    };
    return inOrder(rows, sql, where, page);
  },

  /**
   * Matters about the same authority and violation since a day, however they ended; one that was merged is the same matter
   * as another. No more than `most` are looked at.
   */
  alike: async (sql: Sql, authority: string, violation: string, since: string, most = 100) =>
    (
      await rows.many(
        sql,
        { authority, violation },
        "and received_on >= $3 and state <> 'merged' limit $4",
        [since, most],
      )
    ).length,

  /** Change it if it still has the version before this one; whether it had. */
  update: async (sql: Sql, authority: string, content: ClueContent): Promise<boolean> => {
    const { id, state, unit, version, about } = content.clue;
    const to = {
      state,
      unit,
      violation: about.violation ?? null,
      data: JSON.stringify(content),
      version,
    };
    return (await rows.change(sql, { authority, id, version: version - 1 }, to)) === 1;
  },

  /**
   * Forget what the report in the entry at a place said, wherever it was merged into. Every row counts its version up, so
   * that a step which has read the words cannot write them back.
   */
  erase: async (sql: Sql, authority: string, year: number, logIndex: number): Promise<void> => {
    const row = await rows.one(sql, { authority, year, logIndex });
    if (row === null) return;
    const { own } = contentOf(row);
    for (let at: ClueRow | null = row; at !== null; ) {
      const { clue, ...rest }: ClueContent = contentOf(at);
      const sources = clue.sources.map((source) =>
        source.name === own.name && source.number === own.number
          ? { ...source, text: ERASED }
          : source,
      );
      const version = clue.version + 1;
      const data = JSON.stringify({ clue: { ...clue, sources, version }, ...rest });
      await rows.change(sql, { authority, id: at.id }, { data, version });
      at = clue.into === null ? null : await rows.one(sql, { authority, id: clue.into });
    }
  },
};
