/** Documents of one query, best first, and what each is worth: labels from 0, what is not judged is 0. */
export interface Judged {
  readonly ranking: readonly string[];
  readonly labels: ReadonlyMap<string, number>;
  /** Labels from here on are relevant. */
  readonly relevant: number;
}

export const MEASURES = ['ndcg@10', 'ndcg@20', 'ndcg@30', 'p@5', 'p@10', 'map', 'r@100'] as const;
export type Measure = (typeof MEASURES)[number];

/**
 * The measures of one query, as TREC defines them, with linear gains; `null` where one has no meaning because nothing is
 * worth anything (ndcg) or nothing is relevant (map, r@100).
 */
export function measures(judged: Judged): Record<Measure, number | null> {
  return {
    'ndcg@10': ndcg(judged, 10),
    'ndcg@20': ndcg(judged, 20),
    'ndcg@30': ndcg(judged, 30),
    'p@5': precision(judged, 5),
    'p@10': precision(judged, 10),
    map: averagePrecision(judged),
    'r@100': recall(judged, 100),
  };
}

const gain = (labels: Judged['labels'], id: string) => Math.max(0, labels.get(id) ?? 0);

function ndcg({ ranking, labels }: Judged, depth: number): number | null {
  const ideal = [...labels.values()].map((label) => Math.max(0, label)).sort((a, b) => b - a);
  const best = discounted(ideal.slice(0, depth));
  if (best === 0) return null;
  return discounted(ranking.slice(0, depth).map((id) => gain(labels, id))) / best;
}

const discounted = (gains: readonly number[]) =>
  gains.reduce((sum, each, rank) => sum + each / Math.log2(rank + 2), 0);

const isRelevant = ({ labels, relevant }: Judged, id: string) => gain(labels, id) >= relevant;

const relevantIn = (judged: Judged) =>
  [...judged.labels.values()].filter((label) => label >= judged.relevant).length;

function precision(judged: Judged, depth: number): number {
  return judged.ranking.slice(0, depth).filter((id) => isRelevant(judged, id)).length / depth;
}

function recall(judged: Judged, depth: number): number | null {
  const all = relevantIn(judged);
  if (all === 0) return null;
  return judged.ranking.slice(0, depth).filter((id) => isRelevant(judged, id)).length / all;
}

function averagePrecision(judged: Judged): number | null {
  const all = relevantIn(judged);
  if (all === 0) return null;
  let found = 0;
  let sum = 0;
  judged.ranking.forEach((id, rank) => {
    if (!isRelevant(judged, id)) return;
    found += 1;
    sum += found / (rank + 1);
  });
  return sum / all;
}

/** Mean over the queries for which the measure has a meaning, and its standard error. */
export function summary(values: readonly (number | null)[]): {
  mean: number;
  se: number;
  queries: number;
} {
  const known = values.filter((value) => value !== null);
  const queries = known.length;
  const mean = known.reduce((sum, value) => sum + value, 0) / Math.max(1, queries);
  const variance =
    known.reduce((sum, value) => sum + (value - mean) ** 2, 0) / Math.max(1, queries - 1);
  return { mean, se: Math.sqrt(variance / Math.max(1, queries)), queries };
}
