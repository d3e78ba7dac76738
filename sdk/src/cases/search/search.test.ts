import fc from 'fast-check';
import { expect, test } from 'vitest';
import { buildIndex, type Indexable } from './build.ts';
import { openIndex, toBytes } from './bytes.ts';
import type { CaseIndex } from './case-index.ts';
import { measureFields } from './fields.ts';
import { search } from './search.ts';

const records: Indexable[] = [
  {
    id: 'a',
    title: '经营超过保质期的食品案',
    facts: '当事人在货架上销售超过保质期的饼干12包，货值96元，未发现伤害后果。',
    violation: 'food-expired',
    statutes: [{ law: '食品安全法', article: 124, paragraph: 1, item: 5 }],
    factors: { fault: 'slight', harm: 'none' },
    value: 9_600,
    decisionDate: '2025-06-01',
    lawVersion: '2021-04-29',
    region: '420102',
    level: 'county',
  },
  {
    id: 'b',
    title: '销售侵犯注册商标专用权商品案',
    facts: '当事人销售假冒某品牌香水七瓶，标价每瓶320元，无法提供进货凭证。',
    violation: 'tm-infringing',
    statutes: [{ law: '商标法', article: 60, paragraph: 2 }],
    factors: { fault: 'knowing' },
    value: 224_000,
    decisionDate: '2024-03-10',
    region: '420502',
    level: 'county',
  },
  { id: 'c', facts: '当事人在网店页面宣称产品可以治疗糖尿病，属于虚假宣传。', statutes: [] },
];
const query = {
  facts: '检查发现货架上有超过保质期的饼干出售，货值110元，没有造成后果。',
  violation: 'food-expired',
  statutes: [{ law: '食品安全法', article: 124 }],
  factors: { fault: 'slight', harm: 'slight' },
  value: 11_000,
  decisionDate: '2026-06-01',
  lawVersion: '2021-04-29',
  region: '420111',
  level: 'county' as const,
};

const add = (parts: readonly { score: number }[]) =>
  parts.reduce((sum, { score }) => sum + score, 0);

test('the like case comes first and its parts add up to its score exactly', async () => {
  const { hits } = search([await buildIndex(records)], query);
  expect(hits[0]?.id).toBe('a');
  for (const { score, parts } of hits) expect(add(parts)).toBe(score);
  expect(new Set(hits[0]?.parts.map(({ kind }) => kind))).toEqual(
    new Set([
      'text',
      'violation',
      'article',
      'factor',
      'value',
      'level',
      'place',
      'date',
      'version',
    ]),
  );
});

/** The changed index with the document counts of the other: what a term is worth stays where it was. */
function hold(changed: CaseIndex, { keys, counts }: CaseIndex): CaseIndex {
  const before = new Map([...keys].map((key, i) => [key, counts[i] ?? 0]));
  return { ...changed, counts: changed.keys.map((key) => before.get(key) ?? 0) };
}

const without: Partial<Record<string, (record: Indexable, name: string) => Indexable>> = {
  text: (record, name) => ({
    ...record,
    title: (record.title ?? '').replaceAll(name, '，，'),
    facts: (record.facts ?? '').replaceAll(name, '，，'),
  }),
  violation: ({ violation: _, ...record }) => record,
  article: ({ statutes: _, ...record }) => record,
  factor: (record, name) => ({
    ...record,
    factors: Object.fromEntries(
      Object.entries(record.factors ?? {}).filter(([id, option]) => `${id}=${option}` !== name),
    ),
  }),
  value: ({ value: _, ...record }) => record,
  level: ({ level: _, ...record }) => record,
  place: ({ region: _, ...record }) => record,
  date: ({ decisionDate: _, ...record }) => record,
  version: ({ lawVersion: _, ...record }) => record,
};

test('a reason taken out of a record lowers its score by exactly the part that was shown', async () => {
  // Each record twice, so that what is taken out of one is still known.
  const twice = [...records, ...records.map((record) => ({ ...record, id: `${record.id}2` }))];
  const averages = measureFields(records);
  const index = await buildIndex(twice, { averages });
  const hit = search([index], query).hits[0];
  for (const { kind, name, score } of hit?.parts ?? []) {
    const changed = twice.map((record) =>
      record.id === hit?.id ? (without[kind]?.(record, name) ?? record) : record,
    );
    const index2 = hold(await buildIndex(changed, { averages }), index);
    const now = search([index2], query).hits.find(({ id }) => id === hit?.id);
    const after = new Map(now?.parts.map((part) => [part.kind + part.name, part.score]));
    const fell = (hit?.parts ?? []).flatMap((part) => {
      const less = part.score - (after.get(part.kind + part.name) ?? 0);
      return less === 0 ? [] : [{ ...part, score: less }];
    });
    expect(fell).toContainEqual({ kind, name, score });
    expect(now?.score).toBe((hit?.score ?? 0) - add(fell));
    // A word taken out of a text takes the bigrams with it that overlap it, and nothing else.
    for (const other of fell) {
      expect(other.kind).toBe(kind);
      if (kind === 'text') expect([...other.name].some((sign) => name.includes(sign))).toBe(true);
      else expect(other.name).toBe(name);
    }
  }
});

test('shards searched together give the scores of one index', async () => {
  const averages = measureFields(records);
  const whole = search([await buildIndex(records, { averages })], query).hits;
  const parts = await Promise.all(records.map((record) => buildIndex([record], { averages })));
  const shards = search(parts, query).hits;
  expect(shards.map(({ id, score }) => [id, score])).toEqual(
    whole.map(({ id, score }) => [id, score]),
  );
});

test('the case itself is left out, and nothing is found for a text of other things', async () => {
  const index = await buildIndex(records);
  expect(search([index], { ...query, exclude: 'a' }).hits.map(({ id }) => id)).not.toContain('a');
  expect(search([index], { facts: '轮渡码头潮汐时刻' }).hits).toEqual([]);
  expect(search([], query).hits).toEqual([]);
});

test('bytes open without a copy and give the same answer; others are refused by name', async () => {
  const index = await buildIndex(records);
  const bytes = toBytes(index);
  const opened = openIndex(bytes);
  expect(opened.postings.buffer).toBe(bytes.buffer);
  expect(search([opened], query)).toEqual(search([index], query));
  expect(toBytes(opened)).toEqual(bytes);
  const shifted = new Uint8Array(bytes.length + 1);
  shifted.set(bytes, 1);
  expect(search([openIndex(shifted.subarray(1))], query)).toEqual(search([index], query));
  const text = new TextDecoder('latin1').decode(bytes);
  const later = Uint8Array.from(text.replace('case-index/1', 'case-index/7'), (c) =>
    c.charCodeAt(0),
  );
  expect(() => openIndex(later)).toThrowError(
    expect.objectContaining({
      code: 'index-version',
      fields: { format: 'chidu-case-index/7', known: ['chidu-case-index/1'] },
    }),
  );
});

test('cut or damaged bytes open to an answer or a coded refusal, never to anything else', async () => {
  const bytes = toBytes(await buildIndex(records));
  fc.assert(
    fc.property(
      fc.nat(bytes.length - 1),
      fc.integer({ min: 1, max: 255 }),
      fc.boolean(),
      (at, flip, cut) => {
        const damaged = bytes.slice(0, cut ? at : bytes.length);
        if (!cut) damaged[at] = (damaged[at] ?? 0) ^ flip;
        try {
          search([openIndex(damaged)], query);
        } catch (error) {
          expect(error).toMatchObject({
            code: expect.stringMatching(/^index-(?:version|damaged)$/),
          });
        }
      },
    ),
    { seed: 6, numRuns: 400 },
  );
});

test('building gives way, tells how far it is, and stops when told', async () => {
  const many = Array.from({ length: 3000 }, (_, i) => ({ id: `n${i}`, facts: '销售过期食品' }));
  const told: number[] = [];
  await buildIndex(many, { onProgress: (done) => told.push(done) });
  expect(told).toEqual([1024, 2048, 3000]);
  const stop = new AbortController();
  const building = buildIndex(many, { signal: stop.signal, onProgress: () => stop.abort() });
  await expect(building).rejects.toMatchObject({ name: 'AbortError' });
});

test('traditional, full-width and half-width writing are one', async () => {
  const index = await buildIndex([{ id: 'w', facts: '當事人銷售過期食品ＡＢＣ牌' }]);
  const { hits } = search([index], { facts: '当事人销售过期食品abc牌' });
  expect(hits[0]?.parts.map(({ name }) => name)).toContain('过期');
  expect(hits[0]?.parts.map(({ name }) => name)).toContain('abc');
});
