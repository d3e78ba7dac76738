import { EVIDENCE, type Evidence } from '../read/evidence.ts';
import { type Candidate, reread } from '../read/reread.ts';
import { buildIndex } from '../search/build.ts';
import { type CaseIndex, termAt } from '../search/case-index.ts';
import type { Searchable } from '../search/fields.ts';
import { namedTerms } from '../search/named.ts';
import { queryText } from '../search/query-terms.ts';
import { search } from '../search/search.ts';
import { WEIGHTS, type Weights } from '../search/weights.ts';
import { sectionsOf } from '../text/sections.ts';
import { MEASURES, type Measure, measures, summary } from './measures.ts';

/** A document or query of a data set: a text, or the fields of a record, and whatever structure it has. */
export interface Entry extends Searchable {
  readonly id: string;
  readonly text?: string;
}

export interface DataSet {
  readonly docs: Iterable<Entry> | AsyncIterable<Entry>;
  readonly queries: readonly Entry[];
  /** Query → document → label. */
  readonly labels: ReadonlyMap<string, ReadonlyMap<string, number>>;
  /** Query → the documents that are to be ranked for it. */
  readonly pools?: ReadonlyMap<string, readonly string[]>;
}

export interface EvaluateOptions {
  /** Labels from here on are relevant. @default the highest label present */
  readonly relevant?: number;
  /** How the engine ranks. @default 'close' */
  readonly by?: Ranking;
  readonly weights?: Weights;
  readonly evidence?: Evidence;
  /** Structure taken from the queries, so that text counts alone. @default false */
  readonly textOnly?: boolean;
  readonly signal?: AbortSignal;
  readonly onProgress?: (done: number, of: number) => void;
}

/** `close`: search, then read the nearest closely. `index`: the search alone. `bm25`: plain BM25 over whole texts. */
export type Ranking = 'close' | 'index' | 'bm25';

export type Report = Record<Measure, { mean: number; se: number; queries: number }>;

/** Documents read closely where no pool says which. */
const CLOSE = 200;
const DEPTH = 1000;

/**
 * Ranks the documents of a data set for each of its queries and measures the rankings. Equal scores are ordered by id,
 * the query's own id is never returned, and queries without labels are left out.
 */
export async function evaluate(set: DataSet, options: EvaluateOptions = {}): Promise<Report> {
  const library = await open(set, options);
  const asked = set.queries.filter(({ id }) => set.labels.has(id));
  const highest = Math.max(...[...set.labels.values()].flatMap((labels) => [...labels.values()]));
  const results: Record<Measure, number | null>[] = [];
  for (const [done, query] of asked.entries()) {
    options.signal?.throwIfAborted();
    const pool = set.pools?.get(query.id);
    const inPool = pool && new Set(pool);
    const labels = new Map(set.labels.get(query.id));
    if (inPool) for (const id of labels.keys()) if (!inPool.has(id)) labels.delete(id);
    labels.delete(query.id);
    const ranking = rank(library, query, pool, options);
    results.push(measures({ ranking, labels, relevant: options.relevant ?? highest }));
    options.onProgress?.(done + 1, asked.length);
    if (done % 8 === 7) await new Promise((resolve) => setTimeout(resolve));
  }
  return Object.fromEntries(
    MEASURES.map((measure) => [measure, summary(results.map((one) => one[measure]))]),
  ) as Report;
}

interface Library {
  readonly index: CaseIndex;
  readonly docs: ReadonlyMap<string, Candidate>;
  readonly rows: ReadonlyMap<string, number>;
}

async function open(set: DataSet, options: EvaluateOptions): Promise<Library> {
  const docs = new Map<string, Candidate>();
  const rows = new Map<string, number>();
  async function* indexed() {
    for await (const doc of set.docs) {
      const { text: _, ...record } = doc;
      const sections = candidate(doc);
      docs.set(doc.id, sections);
      rows.set(doc.id, rows.size);
      const { title, facts, basis, decision } = sections;
      yield options.by === 'bm25'
        ? {
            ...record,
            title: '',
            facts: [title, facts, basis, decision].join(''),
            basis: '',
            decision: '',
          }
        : { ...record, title, facts, basis, decision };
    }
  }
  const index = await buildIndex(indexed(), {
    ...(options.signal ? { signal: options.signal } : {}),
  });
  return { index, docs, rows };
}

function candidate(doc: Entry): Candidate {
  const { id, text, title = '', facts = '', basis = '', decision = '' } = doc;
  if (text === undefined || facts !== '') return { id, title, facts, basis, decision };
  const sections = sectionsOf(text);
  return { id, ...sections, title: `${title}。${sections.title}` };
}

function rank(
  library: Library,
  entry: Entry,
  pool: readonly string[] | undefined,
  options: EvaluateOptions,
): string[] {
  const { text, ...structure } = entry;
  const words = { facts: queryText(entry) || (text ?? '') };
  const query: Searchable = options.textOnly ? words : { ...structure, ...words };
  const { index, docs } = library;
  const limit = pool ? index.documents : Math.max(DEPTH, CLOSE);
  const closely = options.by === undefined || options.by === 'close';
  // Of a pool that is read closely the search tells nothing but what the structure is worth.
  const needed = !(pool && closely) || namedTerms(query).length > 0 || query.value !== undefined;
  const { hits } = search(
    needed ? [index] : [],
    { ...query, exclude: entry.id },
    {
      limit,
      weights: options.weights ?? WEIGHTS,
      ...(options.by === 'index' ? {} : { terms: 1e6 }),
    },
  );
  const scores = new Map(hits.map(({ id, score }) => [id, score]));
  const members = (pool ?? [...scores.keys()]).filter((id) => id !== entry.id && docs.has(id));
  if (!closely) return byScore(members, scores);
  const near = pool ? members : members.slice(0, CLOSE);
  const collection = {
    documents: index.documents,
    carrying: (key: number) => index.counts[termAt(index, key)] ?? 0,
    length: index.averages.facts,
  };
  const structural = new Map(
    hits.map(({ id, parts }) => [
      id,
      parts.reduce((sum, { kind, score }) => sum + (kind === 'text' ? 0 : score), 0),
    ]),
  );
  const read = reread(
    words.facts,
    near.map((id) => docs.get(id) as Candidate),
    collection,
    options.evidence ?? EVIDENCE,
  );
  const whole = new Map(read.map(({ id, score }) => [id, score + (structural.get(id) ?? 0)]));
  return [...byScore(near, whole), ...members.slice(near.length)];
}

function byScore(ids: readonly string[], scores: ReadonlyMap<string, number>): string[] {
  return [...ids].sort(
    (a, b) => (scores.get(b) ?? 0) - (scores.get(a) ?? 0) || (a < b ? -1 : a > b ? 1 : 0),
  );
}
