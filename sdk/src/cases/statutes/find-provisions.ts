import { within } from '../../text/index.ts';
import { buildIndex, type CaseIndex, search } from '../search/index.ts';
import type { LawText, Provision } from './law-text.ts';

/** Laws that a user imported, searchable. */
export interface LawShelf {
  readonly index: CaseIndex;
  readonly rows: readonly { readonly provision: Provision; readonly law: LawText }[];
}

export interface ProvisionFound {
  readonly provision: Provision;
  /** First day of the text that was searched, and the day it ended. */
  readonly from: string;
  readonly to: string | null;
  readonly score: number;
  /** The words of the facts that it answers to, heaviest first. */
  readonly words: readonly string[];
}

/** Puts laws on a shelf; several texts of one law may stand there, each with its own days. */
export async function shelve(laws: readonly LawText[], signal?: AbortSignal): Promise<LawShelf> {
  const rows = laws.flatMap((law) => law.provisions.map((provision) => ({ provision, law })));
  const records = rows.map(({ provision: { text } }, row) => ({ id: String(row), facts: text }));
  return { index: await buildIndex(records, signal ? { signal } : {}), rows };
}

/**
 * Which provisions fit facts, among the texts in force on the day of the act (`YYYY-MM-DD`). A text whose days are not
 * known is not searched: `undated` names it, so that nobody takes silence for an answer.
 */
export function findProvisions(
  { index, rows }: LawShelf,
  facts: string,
  day: string,
  limit = 5,
): { found: ProvisionFound[]; undated: string[] } {
  const { hits } = search([index], { facts }, { limit: index.documents, terms: 200 });
  const found = hits.flatMap(({ row, score, parts }): ProvisionFound[] => {
    const at = rows[row];
    if (!at || at.law.from === null || !within(day, at.law.from, at.law.to)) return [];
    const { provision, law } = at;
    const words = parts.map(({ name }) => name);
    return [{ provision, from: at.law.from, to: law.to, score, words }];
  });
  const undated = new Set(rows.flatMap(({ law }) => (law.from === null ? [law.law] : [])));
  return { found: found.slice(0, limit), undated: [...undated] };
}
