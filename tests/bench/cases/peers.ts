import { DatabaseSync } from 'node:sqlite';
import { bigrams } from './bigrams.ts';
import { round, type Task, times } from './question.ts';

type Row = Record<string, string | number>;
type Load = (name: string) => Promise<Record<string, unknown>>;

export const PEERS = {
  minisearch: '7.2.0',
  flexsearch: '0.8.212',
  '@orama/orama': '3.1.18',
  lunr: '2.3.9',
} as const;

/** Another engine over the same tokens: `add` all, then `find` by tokens, any of which may match. */
interface Peer {
  readonly name: string;
  readonly questions: number;
  readonly build: (
    docs: readonly { id: string; text: string }[],
  ) => Promise<(tokens: string[]) => Promise<string[]>>;
}

const words = (text: string) => text.split(' ');

/** Each peer gets the tokens of each text joined by spaces; those that take seconds a query are asked a few questions only. */
export async function peerRows(
  load: Load,
  { records, asked, quality }: Task,
  own: { readonly p50: number; readonly rankings: readonly (readonly string[])[] },
): Promise<Row[]> {
  const docs = records.map(({ id, title = '', facts, basis = '', decision = '' }) => ({
    id,
    text: bigrams([title, facts, basis, decision].join('。')).join(' '),
  }));
  const rows: Row[] = [];
  for (const { name, questions, build } of peerList(load)) {
    const started = performance.now();
    const find = await build(docs);
    const built = performance.now() - started;
    const spent: number[] = [];
    const rankings: string[][] = [];
    for (const { facts } of asked.slice(0, questions)) {
      const tokens = [...new Set(bigrams(facts))];
      const before = performance.now();
      rankings.push(await find(tokens));
      spent.push(performance.now() - before);
    }
    const { p50, p95 } = times(spent);
    rows.push({
      what: `${name}, ${records.length} cases, ${questions} questions`,
      'build ms': Math.round(built),
      'p50 ms': round(p50),
      'p95 ms': round(p95),
      'times ours': round(p50 / own.p50),
      'ndcg@10': round(quality(rankings)),
      'ours on these': round(quality(own.rankings.slice(0, questions))),
    });
    console.error(`${name}: ${Math.round((performance.now() - started) / 1000)} s`);
  }
  return rows;
}

function peerList(load: Load): Peer[] {
  return [
    {
      name: 'flexsearch',
      questions: 20,
      build: async (docs) => flexsearch(await load('flexsearch'), docs),
    },
    { name: 'SQLite FTS5', questions: 20, build: async (docs) => fts5(docs) },
    {
      name: 'minisearch',
      questions: 20,
      build: async (docs) => minisearch(await load('minisearch'), docs),
    },
    { name: 'lunr', questions: 20, build: async (docs) => lunr(await load('lunr'), docs) },
    {
      name: 'orama',
      questions: 20,
      build: async (docs) => orama(await load('@orama/orama'), docs),
    },
  ];
}

type Docs = readonly { id: string; text: string }[];

function flexsearch(module: Record<string, unknown>, docs: Docs) {
  const { Index } = (module.default ?? module) as {
    Index: new (
      options: object,
    ) => {
      add(id: number, text: string): void;
      search(query: string, options: object): number[];
    };
  };
  const index = new Index({ tokenize: 'strict', encode: words });
  docs.forEach(({ text }, row) => {
    index.add(row, text);
  });
  return async (tokens: string[]) =>
    index.search(tokens.join(' '), { limit: 10, suggest: true }).map((row) => docs[row]?.id ?? '');
}

function fts5(docs: Docs) {
  const database = new DatabaseSync(':memory:');
  database.exec('CREATE VIRTUAL TABLE docs USING fts5(id UNINDEXED, text, content="")');
  database.exec('BEGIN');
  const insert = database.prepare('INSERT INTO docs (rowid, text) VALUES (?, ?)');
  docs.forEach(({ text }, row) => {
    insert.run(row + 1, text);
  });
  database.exec('COMMIT');
  const find = database.prepare(
    'SELECT rowid FROM docs WHERE docs MATCH ? ORDER BY bm25(docs) LIMIT 10',
  );
  return async (tokens: string[]) =>
    find
      .all(tokens.map((token) => `"${token}"`).join(' OR '))
      .map(({ rowid }) => docs[Number(rowid) - 1]?.id ?? '');
}

function minisearch(module: Record<string, unknown>, docs: Docs) {
  const MiniSearch = module.default as new (
    options: object,
  ) => {
    addAll(docs: Docs): void;
    search(query: string): { id: string }[];
  };
  const same = (term: string) => term;
  const index = new MiniSearch({ fields: ['text'], tokenize: words, processTerm: same });
  index.addAll(docs);
  return async (tokens: string[]) =>
    index
      .search(tokens.join(' '))
      .slice(0, 10)
      .map(({ id }) => id);
}

function lunr(module: Record<string, unknown>, docs: Docs) {
  interface Query {
    term(terms: string[], options: object): void;
  }
  interface Builder {
    pipeline: { reset(): void };
    searchPipeline: { reset(): void };
    ref(field: string): void;
    field(field: string): void;
    add(doc: object): void;
  }
  const make = module.default as (config: (this: Builder) => void) => {
    query(ask: (query: Query) => void): { ref: string }[];
  };
  const index = make(function () {
    this.pipeline.reset();
    this.searchPipeline.reset();
    this.ref('id');
    this.field('text');
    for (const doc of docs) this.add(doc);
  });
  return async (tokens: string[]) =>
    index
      .query((query) => query.term(tokens, {}))
      .slice(0, 10)
      .map(({ ref }) => ref);
}

async function orama(module: Record<string, unknown>, docs: Docs) {
  const { create, insertMultiple, search } = module as {
    create(options: object): object;
    insertMultiple(database: object, docs: Docs, batch?: number): Promise<unknown>;
    search(database: object, query: object): Promise<{ hits: { id: string }[] }>;
  };
  const tokenizer = { language: 'english', normalizationCache: new Map(), tokenize: words };
  const database = create({ schema: { text: 'string' }, components: { tokenizer } });
  await insertMultiple(database, docs, 500);
  return async (tokens: string[]) => {
    const query = { term: tokens.join(' '), properties: ['text'], limit: 10 };
    return (await search(database, query)).hits.map(({ id }) => id);
  };
}
