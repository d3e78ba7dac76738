import { type CaseIndex, idOf, termAt } from './case-index.ts';
import { Columns } from './column-parts.ts';
import type { Searchable } from './fields.ts';
import { type Hit, heaviest, type Part } from './hit.ts';
import { namedTerms } from './named.ts';
import { type QueryTerm, queryTerms } from './query-terms.ts';
import { QUERY, WEIGHTS, type Weights } from './weights.ts';

/** A record without an id; facts alone are enough. */
export interface CaseQuery extends Searchable {
  /** A record that must not be among the hits: the case itself. */
  readonly exclude?: string;
}

export interface SearchOptions {
  /** @default 10 */
  readonly limit?: number;
  /** @default WEIGHTS */
  readonly weights?: Weights;
  /** Telling terms that a long query keeps. @default 64 */
  readonly terms?: number;
}

export interface SearchResult {
  /** Best first; equal scores in the order of the indexes and rows. */
  readonly hits: readonly Hit[];
  /** The telling terms of the query, heaviest first. */
  readonly terms: readonly QueryTerm[];
  /** Share of the query's terms, telling or not, that any record carries: low for a matter the library does not hold. */
  readonly known: number;
}

/** A term's weight in the whole numbers that rows are summed in: all weights together stay far below 2³¹. */
const UNITS = 1 << 26;

interface Weighed {
  readonly kind: Part['kind'];
  readonly name: string;
  readonly at: readonly number[];
  /** Score at impact 255, in units. */
  readonly units: number;
}

/**
 * The records most like a case, over several shards at once: the share of the query's telling terms that a record
 * carries, plus a part for each thing of its structure that agrees. Synchronous and exact: the parts of a hit add up to
 * its score.
 */
export function search(
  indexes: readonly CaseIndex[],
  query: CaseQuery,
  options: SearchOptions = {},
): SearchResult {
  const { limit = 10, weights = WEIGHTS } = options;
  const { terms, known } = queryTerms(indexes, query, options.terms ?? QUERY.terms);
  const weighed = [
    ...terms.map(
      ({ text, at, share }): Weighed => ({
        kind: 'text',
        name: text,
        at,
        units: Math.round((share * weights.text * UNITS) / 255),
      }),
    ),
    ...structure(indexes, query, weights),
  ];
  const columns = new Columns(query, weights, UNITS);
  const wanted = limit + (query.exclude === undefined ? 0 : 1);
  const found = heaviest(wanted);
  indexes.forEach((index, i) => {
    const sums = sumsOf(index.documents);
    for (const { at, units } of weighed) addPostings(index, at[i] ?? -1, units, sums);
    columns.scan(index, sums, found, i);
  });
  const hits = found.sorted().map(
    ({ index, row, units }): Hit => ({
      index,
      row,
      id: idOf(indexes[index] as CaseIndex, row),
      score: units / UNITS,
      parts: [],
    }),
  );
  const kept = hits.filter(({ id }) => id !== query.exclude).slice(0, limit);
  return { hits: withParts(indexes, kept, weighed, columns), terms, known };
}

function structure(indexes: readonly CaseIndex[], query: CaseQuery, weights: Weights): Weighed[] {
  const named = namedTerms(query);
  const documents = indexes.reduce((sum, index) => sum + index.documents, 0);
  const all = named.map(({ kind, name, key }) => {
    const at = indexes.map((index) => termAt(index, key));
    const carried = indexes.reduce((sum, { counts }, i) => sum + (counts[at[i] ?? -1] ?? 0), 0);
    // An article that most cases cite (the general part of a law) joins nothing.
    const rarity = kind === 'article' ? Math.log(1 + documents / (carried + 1)) : 1;
    return { kind, name, at, rarity };
  });
  const total = (kind: string) =>
    all.reduce((sum, one) => sum + (one.kind === kind ? one.rarity : 0), 0);
  return all.map(({ kind, name, at, rarity }) => ({
    kind,
    name,
    at,
    units: Math.round((weights[kind] * UNITS * rarity) / total(kind) / 255),
  }));
}

let scratch = new Int32Array(0);

/** Zeroed sums, one a row; the memory is kept from search to search. */
function sumsOf(documents: number): Int32Array {
  if (scratch.length < documents) scratch = new Int32Array(documents);
  return scratch.subarray(0, documents).fill(0);
}

function addPostings(
  { postings, starts }: CaseIndex,
  term: number,
  units: number,
  sums: Int32Array,
): void {
  if (term < 0) return;
  const end = starts[term + 1] as number;
  let row = 0;
  for (let at = starts[term] as number; at < end; ) {
    let byte = postings[at++] as number;
    let step = byte & 127;
    for (let shift = 7; byte > 127; shift += 7) {
      byte = postings[at++] as number;
      step |= (byte & 127) << shift;
    }
    row += step;
    sums[row] = (sums[row] as number) + units * (postings[at++] as number);
  }
}

/** Reads the postings once more, for the rows that are shown only. */
function withParts(
  indexes: readonly CaseIndex[],
  hits: readonly Hit[],
  weighed: readonly Weighed[],
  columns: Columns,
): Hit[] {
  const parts = hits.map((): Part[] => []);
  indexes.forEach((index, i) => {
    const rows = hits.flatMap((hit, at) => (hit.index === i ? [{ row: hit.row, at }] : []));
    if (rows.length === 0) return;
    rows.sort((a, b) => a.row - b.row);
    for (const { kind, name, at, units } of weighed) {
      impactsOf(index, at[i] ?? -1, rows, (hit, impact) => {
        parts[hit]?.push({ kind, name, score: (units * impact) / UNITS });
      });
    }
    for (const { row, at } of rows) parts[at]?.push(...columns.parts(index, row));
  });
  return hits.map((hit, at) => ({
    ...hit,
    parts: (parts[at] ?? []).sort((a, b) => b.score - a.score),
  }));
}

function impactsOf(
  { postings, starts }: CaseIndex,
  term: number,
  rows: readonly { readonly row: number; readonly at: number }[],
  each: (at: number, impact: number) => void,
): void {
  if (term < 0) return;
  const end = starts[term + 1] as number;
  let next = 0;
  let wanted = rows[0]?.row ?? -1;
  let row = 0;
  for (let at = starts[term] as number; at < end; at += 1) {
    let byte = postings[at++] as number;
    let step = byte & 127;
    for (let shift = 7; byte > 127; shift += 7) {
      byte = postings[at++] as number;
      step |= (byte & 127) << shift;
    }
    row += step;
    while (row > wanted) {
      next += 1;
      if (next === rows.length) return;
      wanted = rows[next]?.row ?? -1;
    }
    if (row === wanted) each(rows[next]?.at ?? -1, postings[at] as number);
  }
}
