import type { ClueFile } from '../../api/index.ts';
import { ChiduError } from '../../errors.ts';
import type { Caller } from '../caller.ts';
import type { Service } from '../service.ts';
import { type ClueRow, clues, contentOf } from '../store/records/clues.ts';

/** How many clues a list answers at most. */
const MOST = 1000;

/** The pool, the oldest first. The supervision body sees all; an authority what was assigned to it. */
export async function listClues(
  { database }: Service,
  caller: Caller,
  query: {
    readonly authority: string;
    readonly state?: string | undefined;
    readonly limit?: string | undefined;
  },
): Promise<{ clues: ClueFile[] }> {
  const { authority, state, limit } = query;
  const rows = await clues.list(database.reader, authority, state, MOST);
  const shown = rows.filter((row) => isOpenTo(row, caller)).slice(0, Number(limit ?? MOST));
  return { clues: shown.map(clueFile) };
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
  role === 'supervisor' || contentOf(row).clue.unit === row.authority;

export const clueFile = (row: ClueRow): ClueFile => ({
  clue: contentOf(row).clue,
  place: { authority: row.authority, year: row.year, index: row.logIndex },
});
