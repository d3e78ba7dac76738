import { maskAccidents } from '../text/masking.ts';
import { bigramOf } from '../text/term-key.ts';
import { emptyTerms, readTerms } from '../text/terms.ts';
import { type CaseIndex, termAt } from './case-index.ts';
import type { Searchable } from './fields.ts';
import { QUERY } from './weights.ts';

/** A term of the query that tells records apart. */
export interface QueryTerm {
  readonly key: number;
  /** As the query writes it. */
  readonly text: string;
  /** Its share of the text part, of all telling terms together 1. */
  readonly share: number;
  /** The place of the term in each index, -1 where it is missing. */
  readonly at: readonly number[];
}

/** What of a query is compared as text: the facts and the title, else whatever text there is. */
export function queryText({ title, facts, basis, decision }: Searchable): string {
  const asked = [title, facts].filter((part) => part);
  return (asked.length > 0 ? asked : [basis, decision]).filter((part) => part).join('。');
}

/**
 * The telling terms of a query: seldom in the indexes together (inverse document frequency after Robertson and Spärck
 * Jones, never below zero, made steeper), a term that the query repeats counting little more; the heaviest `limit` of them. `known` is
 * the share of all its terms that any record carries.
 */
export function queryTerms(
  indexes: readonly CaseIndex[],
  query: Searchable,
  limit: number = QUERY.terms,
): { terms: QueryTerm[]; known: number } {
  const text = maskAccidents(queryText(query));
  const { keys, from, to, count } = readTerms(text, emptyTerms());
  const found = new Map<number, { times: number; from: number; to: number }>();
  for (let i = 0; i < count; i += 1) {
    const key = keys[i] as number;
    const seen = found.get(key);
    if (seen) seen.times += 1;
    else found.set(key, { times: 1, from: from[i] as number, to: to[i] as number });
  }
  const documents = indexes.reduce((sum, index) => sum + index.documents, 0);
  let known = 0;
  const weighed: { key: number; text: string; weight: number; at: number[] }[] = [];
  for (const [key, { times, from, to }] of found) {
    const at = indexes.map((index) => termAt(index, key));
    const carried = indexes.reduce((sum, { counts }, i) => sum + (counts[at[i] ?? -1] ?? 0), 0);
    const kept = indexes.some(
      ({ starts }, i) => (starts[at[i] ?? -1] ?? 0) < (starts[(at[i] ?? -1) + 1] ?? 0),
    );
    if (carried > 0) known += 1;
    if (carried === 0 || !kept) continue;
    const rarity = Math.log(1 + (documents - carried + 0.5) / (carried + 0.5)) ** QUERY.steepness;
    const repeated = (times * (1 + QUERY.saturation)) / (times + QUERY.saturation);
    weighed.push({
      key,
      text: bigramOf(key) ?? text.slice(from, to),
      weight: rarity * repeated,
      at,
    });
  }
  weighed.sort((a, b) => b.weight - a.weight || a.key - b.key);
  weighed.length = Math.min(weighed.length, limit);
  const all = weighed.reduce((sum, { weight }) => sum + weight, 0);
  return {
    terms: weighed.map(({ key, text, weight, at }) => ({ key, text, at, share: weight / all })),
    known: found.size === 0 ? 0 : known / found.size,
  };
}
