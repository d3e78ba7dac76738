import { measures } from '@chidu/sdk/cases/evaluate';
import { corpus } from '../../../demo/corpus/corpus.ts';
import { queries, relevance } from '../../../demo/corpus/relevance.ts';

/** What the bench asks: facts paragraphs over the generated library, with labels known by construction. */
export interface Task {
  readonly records: ReturnType<typeof made>['records'];
  readonly asked: readonly ReturnType<typeof queries>[number]['query'][];
  /** Mean nDCG@10 of rankings given as ids, for the first queries. */
  readonly quality: (rankings: readonly (readonly string[])[]) => number;
}

const SEED = 58_700;

function made(count: number) {
  const all = [...corpus({ seed: SEED, count })];
  return { records: all.map(({ record }) => record), latents: all.map(({ latent }) => latent) };
}

export function task(count: number, questions: number): Task {
  const { records, latents } = made(count);
  const asked = queries({ seed: SEED, count: questions });
  const labels = asked.map(({ latent }) => {
    const found = new Map<string, number>();
    records.forEach(({ id }, row) => {
      const label = relevance(latent, latents[row] as (typeof latents)[number]);
      if (label > 0) found.set(id, label);
    });
    return found;
  });
  return {
    records,
    asked: asked.map(({ query }) => query),
    quality: (rankings) => {
      const values = rankings.flatMap((ranking, i) => {
        const value = measures({ ranking, labels: labels[i] ?? new Map(), relevant: 3 })['ndcg@10'];
        return value === null ? [] : [value];
      });
      return values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
    },
  };
}

export interface Times {
  readonly p50: number;
  readonly p95: number;
}

export function times(list: readonly number[]): Times {
  const sorted = [...list].sort((a, b) => a - b);
  const at = (share: number) =>
    sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))];
  return { p50: at(0.5) ?? Number.NaN, p95: at(0.95) ?? Number.NaN };
}

export const round = (number: number): number => Number(number.toPrecision(3));
