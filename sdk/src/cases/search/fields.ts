import type { CaseRecord } from '../record.ts';

export const FIELDS = ['title', 'facts', 'basis', 'decision'] as const;
export type Field = (typeof FIELDS)[number];

/** What the engine reads of a record; a query is the same without an id. */
export type Searchable = Partial<
  Pick<
    CaseRecord,
    | Field
    | 'violation'
    | 'statutes'
    | 'value'
    | 'factors'
    | 'decisionDate'
    | 'lawVersion'
    | 'region'
    | 'level'
  >
>;

/** Mean length of each field in UTF-16 units over the records that have it. */
export type Averages = Readonly<Record<Field, number>>;

/** The averages of a whole library, so that the scores of its shards are on one scale. */
export function measureFields(records: Iterable<Searchable>): Averages {
  const sums = FIELDS.map(() => ({ units: 0, records: 0 }));
  for (const record of records) {
    FIELDS.forEach((field, i) => {
      const sum = sums[i];
      const units = record[field]?.length ?? 0;
      if (!sum || units === 0) return;
      sum.units += units;
      sum.records += 1;
    });
  }
  const [title, facts, basis, decision] = sums.map(({ units, records: n }) =>
    n === 0 ? 1 : units / n,
  );
  return { title: title ?? 1, facts: facts ?? 1, basis: basis ?? 1, decision: decision ?? 1 };
}
