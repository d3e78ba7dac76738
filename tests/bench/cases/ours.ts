import {
  buildIndex,
  type CaseIndex,
  openIndex,
  search,
  toBytes,
  WEIGHTS,
  type Weights,
} from '@chidu/sdk/cases/search';
import { round, type Task, times } from './question.ts';

type Row = Record<string, string | number>;

/** Build, bytes, queries and the limit that the memory sets: a bare pass over the postings that a query touches. */
export async function ours({
  records,
  asked,
  quality,
}: Task): Promise<{ rows: Row[]; p50: number; rankings: readonly (readonly string[])[] }> {
  let built: CaseIndex | undefined;
  const builds: number[] = [];
  for (let i = 0; i < 2; i += 1) {
    const started = performance.now();
    built = await buildIndex(records);
    builds.push(performance.now() - started);
  }
  const bytes = toBytes(built as CaseIndex);
  const opening = performance.now();
  const index = openIndex(bytes);
  const opened = performance.now() - opening;
  const facts = asked.map((query) => ({ facts: query.facts }));
  const found = measure(index, facts);
  const whole = measure(index, asked);
  const uncut = measure(index, facts, 1e6);
  const label = `${records.length} cases`;
  const row = (
    what: string,
    { p50, p95, rankings }: ReturnType<typeof measure>,
    goal = '',
  ): Row => ({
    what,
    'p50 ms': round(p50),
    'p95 ms': round(p95),
    'ndcg@10': round(quality(rankings)),
    goal,
  });
  const rows = [
    {
      what: `chidu, build, ${label}`,
      ms: round(Math.min(...builds)),
      goal: '≤ 6,000 ms (browser)',
    },
    {
      what: 'chidu, bytes of index (memory is the same plus 4 bytes a case)',
      MB: round(bytes.length / 1e6),
      goal: '≤ 80 MB',
    },
    { what: 'chidu, open from bytes', ms: round(opened), goal: '≤ 200 ms (browser)' },
    row('chidu, facts alone', found, 'p50 ≤ 4, p95 ≤ 8'),
    row('chidu, facts and structure', whole, 'p50 ≤ 4, p95 ≤ 8'),
    row('chidu, facts alone, query not cut: what the cut costs', uncut),
    {
      ...row('bare scan of the postings touched', { ...scan(index, facts), rankings: [] }),
      'ndcg@10': '',
    },
    ...ablation(index, asked, quality),
  ];
  return { rows, p50: found.p50, rankings: found.rankings };
}

function measure(index: CaseIndex, asked: readonly object[], terms?: number) {
  const spent: number[] = [];
  const once = (query: object) => search([index], query, terms === undefined ? {} : { terms });
  for (const query of asked.slice(0, 30)) once(query);
  const rankings = asked.map((query) => {
    const started = performance.now();
    const { hits } = once(query);
    spent.push(performance.now() - started);
    return hits.map(({ id }) => id);
  });
  return { ...times(spent), rankings };
}

let sink = 0;

function scan(index: CaseIndex, asked: readonly { facts: string }[]) {
  const spent = asked.map((query) => {
    const spans = search([index], query, { limit: 1 }).terms.map(({ at: [term = -1] }) => [
      index.starts[term] ?? 0,
      index.starts[term + 1] ?? 0,
    ]);
    const started = performance.now();
    let sum = 0;
    for (const [from = 0, to = 0] of spans)
      for (let i = from; i < to; i += 1) sum += index.postings[i] as number;
    sink += sum;
    return performance.now() - started;
  });
  if (sink < 0) throw new Error('a sum of bytes is never negative');
  return times(spent);
}

/** The same queries with one weight at a time taken away. */
function ablation(index: CaseIndex, asked: Task['asked'], quality: Task['quality']): Row[] {
  const none = Object.fromEntries(Object.keys(WEIGHTS).map((name) => [name, 0]));
  const variants: [string, Weights][] = [
    ['text and structure', WEIGHTS],
    ['text alone', { ...none, text: 1 } as unknown as Weights],
    ['structure alone', { ...WEIGHTS, text: 0 }],
    ...Object.keys(WEIGHTS)
      .filter((name) => name !== 'text')
      .map((name): [string, Weights] => [`without ${name}`, { ...WEIGHTS, [name]: 0 }]),
  ];
  return variants.map(([name, weights]) => ({
    what: `ablation: ${name}`,
    'ndcg@10': round(
      quality(asked.map((query) => search([index], query, { weights }).hits.map(({ id }) => id))),
    ),
  }));
}
