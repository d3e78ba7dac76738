import { buildIndex, type CaseIndex, measureFields, search } from '@chidu/sdk/cases/search';
import { VIOLATIONS } from '../../../demo/corpus/latent.ts';
import { shortRecords } from '../../../demo/corpus/short-records.ts';
import { round, times } from './question.ts';

const RECORDS = 1_554_400;
/** Records of one shard at most. */
const SHARD = 100_000;

/** Short records in shards by field of law; a query opens those of its own field. */
export async function short(): Promise<Record<string, string | number>[]> {
  const fieldOf = new Map(VIOLATIONS.map(({ id, field }) => [id, field]));
  const waiting = new Map<string, ReturnType<typeof first>>();
  const shards = new Map<string, CaseIndex[]>();
  const averages = measureFields(first(2000));
  const asked: { facts: string; violation: string; field: string }[] = [];
  let bytes = 0;
  let spent = 0;
  const close = async (field: string) => {
    const started = performance.now();
    const index = await buildIndex(waiting.get(field) ?? [], { averages });
    spent += performance.now() - started;
    bytes += index.postings.length + index.keys.length * 12 + index.documents * 14;
    shards.set(field, [...(shards.get(field) ?? []), index]);
    waiting.set(field, []);
  };
  let row = 0;
  for (const record of shortRecords({ seed: 20, count: RECORDS })) {
    const { violation = '', facts } = record;
    const field = fieldOf.get(violation) ?? '';
    const list = waiting.get(field) ?? [];
    list.push(record);
    waiting.set(field, list);
    if (list.length === SHARD) await close(field);
    if (row % 15_000 === 7) asked.push({ facts, violation, field });
    row += 1;
  }
  for (const [field, list] of waiting) if (list.length > 0) await close(field);
  const largest = Math.max(
    ...[...shards.values()].map((list) => list.reduce((sum, one) => sum + one.documents, 0)),
  );
  const ask = ({ field, facts, violation }: (typeof asked)[number]) => {
    const started = performance.now();
    search(shards.get(field) ?? [], { facts, violation });
    return performance.now() - started;
  };
  for (const one of asked.slice(0, 20)) ask(one);
  const { p50, p95 } = times(asked.map(ask));
  const count = [...shards.values()].reduce((sum, list) => sum + list.length, 0);
  return [
    {
      what: `${RECORDS} short records, ${count} shards, build`,
      ms: Math.round(spent),
      MB: round(bytes / 1e6),
    },
    {
      what: `a question to its field's shards (the largest field has ${largest} records)`,
      'p50 ms': round(p50),
      'p95 ms': round(p95),
      goal: 'p95 ≤ 60',
    },
  ];
}

const first = (count: number) => [...shortRecords({ seed: 20, count })];
