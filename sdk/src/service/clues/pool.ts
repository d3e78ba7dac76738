import type { ClueFile, CluePage } from '../../api/index.ts';
import { ChiduError } from '../../errors.ts';
import type { Caller } from '../caller.ts';
import { pageOf } from '../page-of.ts';
import type { Service } from '../service.ts';
import { type ClueRow, clues, contentOf } from '../store/records/clues.ts';

/** How many clues a page has at most. */
const MOST = 1000;

/**
 * A page of the pool, the oldest entry first. The supervision body sees all; an authority what was assigned to it.
 *
 * @throws {ChiduError} `not-found` where there is no clue `after`.
 */
export async function listClues(
  { database: { reader } }: Service,
  caller: Caller,
  query: {
    readonly authority: string;
    readonly state?: string | undefined;
    readonly after?: string | undefined;
    readonly limit?: string | undefined;
  },
): Promise<CluePage> {
  const { authority, state } = query;
  const limit = Number(query.limit ?? MOST);
  const after = query.after && (await clues.byId(reader, authority, query.after));
  if (after === null) throw new ChiduError('not-found', 'no such clue', { at: '/after' });
  const unit = caller.role === 'supervisor' ? undefined : authority;
  const found = await clues.list(reader, authority, {
    state,
    unit,
    after: after || undefined,
    limit: limit + 1,
  });
  const { rows, next } = pageOf(found, limit);
  return { clues: rows.map(clueFile), next };
}

/** @throws {ChiduError} `not-found`: also where there is one that the caller may not see. */
export async function visibleClue(
  { database }: Service,
  caller: Caller,
  authority: string,
  id: string,
): Promise<ClueRow> {
  const row = await clues.byId(database.reader, authority, id);
  if (row === null || !isOpenTo(row, caller)) throw new ChiduError('not-found', 'no such clue');
  return row;
}

const isOpenTo = (row: ClueRow, { role }: Caller): boolean =>
  role === 'supervisor' || row.unit === row.authority;

export const clueFile = (row: ClueRow): ClueFile => ({
  clue: contentOf(row).clue,
  place: { authority: row.authority, year: row.year, index: row.logIndex },
});
