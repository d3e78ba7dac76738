import { describe, expect, it } from 'vitest';
import { loadBenchmarkPack, loadStatutePack } from './load.ts';

type Json = Record<string, unknown>;

const statute = (change: Json = {}): Json => ({
  violation: 'x',
  name: { zh: '甲' },
  field: 'food',
  from: '2025-12-01',
  to: null,
  basis: { law: '食品安全法', article: 1 },
  prohibition: [],
  doubts: [],
  facts: [{ number: 1, id: 'goodsValue', type: 'fen', label: { zh: '货值金额' } }],
  grounds: [],
  tiers: [
    {
      number: 1,
      level: 'basic',
      when: [{ op: 'lt', fact: 'goodsValue', value: 100 }],
      additive: false,
      insteadOf: [],
      penalties: [{ kind: 'fine', mode: 'shall', label: { zh: '罚款' } }],
      fine: {
        basis: 'amount',
        min: 1,
        max: 2,
        minInclusive: true,
        maxInclusive: true,
        mode: 'shall',
      },
      measures: [],
    },
  ],
  factors: [],
  notes: [],
  source: { repository: 'a/b', path: 'c', commit: 'd', verified: true },
  ...change,
});

const pack = (...statutes: Json[]): Json => ({
  format: 'chidu-statutes/1',
  id: 'test',
  version: '1',
  title: { zh: '甲' },
  origin: {
    sha256: '0'.repeat(64),
    records: 1,
    otherVersions: 0,
    tiers: 1,
    fines: 1,
    otherVersionTiers: 0,
    otherVersionFines: 0,
  },
  notes: [],
  statutes,
});

const tier = (change: Json) => {
  const [first] = statute().tiers as Json[];
  return statute({ tiers: [{ ...first, ...change }] });
};

const found = (value: unknown) => {
  const loaded = loadStatutePack(value);
  return loaded.ok ? [] : loaded.issues.map(({ code, at }) => `${code} ${at}`);
};

describe('a statute pack', () => {
  it('is taken whole', () => {
    expect(found(pack(statute()))).toEqual([]);
  });

  it.each([
    ['nothing', undefined, 'schema '],
    ['a list', [], 'schema '],
    ['another format', { ...pack(), format: 'chidu-statutes/2' }, 'schema /format'],
    ['an unknown field', pack(statute({ colour: 'red' })), 'unknown-field /statutes/0/colour'],
    ['a missing field', { ...pack(), version: undefined }, 'schema /version'],
    ['a day that does not exist', pack(statute({ from: '2025-02-30' })), 'schema /statutes/0/from'],
    ['a period without a day', pack(statute({ to: '2025-12-01' })), 'inverted /statutes/0/to'],
    [
      'a fraction of a fen',
      pack(tier({ fine: { ...fineOf(), max: 1.5 } })),
      'schema /statutes/0/tiers/0/fine/max',
    ],
    [
      'a range upside down',
      pack(tier({ fine: { ...fineOf(), min: 3 } })),
      'inverted /statutes/0/tiers/0/fine',
    ],
    [
      'a fact that is not there',
      pack(tier({ when: [{ op: 'eq', fact: 'serious', value: true }] })),
      'unknown-reference /statutes/0/tiers/0/when/0/fact',
    ],
    [
      'a value of another type',
      pack(tier({ when: [{ op: 'eq', fact: 'goodsValue', value: true }] })),
      'contradiction /statutes/0/tiers/0/when/0',
    ],
    [
      'an unknown operator',
      pack(tier({ when: [{ op: 'near', fact: 'goodsValue', value: 1 }] })),
      'schema /statutes/0/tiers/0/when/0/op',
    ],
    [
      'a tier that displaces itself',
      pack(tier({ insteadOf: [1] })),
      'unknown-reference /statutes/0/tiers/0/insteadOf/0',
    ],
    [
      'a fine that no kind names',
      pack(tier({ penalties: [] })),
      'contradiction /statutes/0/tiers/0/fine',
    ],
    [
      'a multiple of nothing',
      pack(
        tier({
          fine: {
            basis: 'multiple',
            of: 'weight',
            min: null,
            max: [1, 1],
            minInclusive: false,
            maxInclusive: true,
            mode: 'shall',
          },
        }),
      ),
      'unknown-reference /statutes/0/tiers/0/fine/of',
    ],
    [
      'two entries on one day',
      pack(statute({ to: '2026-06-01' }), statute({ from: '2026-05-31' })),
      'version-overlap /statutes/1/from',
    ],
  ])('is refused for %s', (_, value, issue) => {
    expect(found(value)).toContain(issue);
  });

  it('may change on one day from one text to the next', () => {
    expect(found(pack(statute({ to: '2026-06-01' }), statute({ from: '2026-06-01' })))).toEqual([]);
  });

  it('names a field that is not there as missing', () => {
    const { version: _, ...rest } = pack();
    expect(found(rest)).toEqual(['missing-field /version']);
  });
});

describe('a benchmark pack', () => {
  const option = (number: number, points: number) => ({
    number,
    id: `o${number}`,
    label: { zh: '甲' },
    points,
    evidence: [],
  });
  const benchmark = (change: Json = {}): Json => ({
    violation: null,
    title: { zh: '甲' },
    place: '表一',
    factors: [
      {
        number: 1,
        id: 'a',
        label: { zh: '甲' },
        ordered: true,
        options: [option(1, 0), option(2, 5)],
      },
    ],
    method: {
      kind: 'points-tiers',
      tiers: [{ tier: 'ordinary', from: 0, to: null, band: { of: 'span', bp: [0, 10_000] } }],
      within: 'linear',
    },
    rounding: { unit: 100 },
    ...change,
  });
  const publication = { number: '甲〔2026〕1号', date: '2026-01-01' };
  const benchmarks = (change: Json, ...list: Json[]): Json => ({
    format: 'chidu-benchmark/1',
    id: 'test',
    version: '1',
    title: { zh: '甲' },
    sample: false,
    publisher: { name: '甲' },
    publication,
    from: '2026-01-01',
    to: null,
    benchmarks: list,
    ...change,
  });
  const issues = (value: unknown, allowSample = false) => {
    const loaded = loadBenchmarkPack(value, { allowSample });
    return loaded.ok ? [] : loaded.issues.map(({ code, at }) => `${code} ${at}`);
  };

  it('needs a publication, or to be a sample where samples are wanted', () => {
    expect(issues(benchmarks({}, benchmark()))).toEqual([]);
    expect(issues(benchmarks({ publication: null }))).toEqual(['unpublished /publication']);
    expect(issues(benchmarks({ publication: null }), true)).toEqual(['unpublished /publication']);
    expect(issues(benchmarks({ sample: true, publication: null }))).toEqual([
      'unpublished /sample',
    ]);
    expect(issues(benchmarks({ sample: true, publication: null }), true)).toEqual([]);
  });

  it.each([
    [
      'two tables for one violation',
      benchmarks({}, benchmark(), benchmark()),
      'given-twice /benchmarks/1/violation',
    ],
    [
      'a factor number taken',
      benchmarks(
        {},
        benchmark({
          factors: [1, 1].map((number, i) => ({
            number,
            id: `f${i}`,
            label: { zh: '甲' },
            ordered: true,
            options: [option(1, 0), option(2, 1)],
          })),
        }),
      ),
      'given-twice /benchmarks/0/factors/1/number',
    ],
    [
      'an option number taken',
      benchmarks(
        {},
        benchmark({
          factors: [
            {
              number: 1,
              id: 'a',
              label: { zh: '甲' },
              ordered: true,
              options: [option(1, 0), { ...option(1, 1), id: 'b' }],
            },
          ],
        }),
      ),
      'given-twice /benchmarks/0/factors/0/options/1/number',
    ],
    [
      'an empty interval',
      benchmarks(
        {},
        benchmark({
          method: {
            kind: 'points-tiers',
            tiers: [{ tier: 'ordinary', from: 5, to: 5, band: { of: 'span', bp: [0, 1] } }],
            within: 'low',
          },
        }),
      ),
      'inverted /benchmarks/0/method/tiers/0/to',
    ],
    [
      'a band above the span',
      benchmarks(
        {},
        benchmark({
          method: {
            kind: 'points-tiers',
            tiers: [{ tier: 'ordinary', from: 0, to: 5, band: { of: 'span', bp: [0, 10_001] } }],
            within: 'low',
          },
        }),
      ),
      'schema /benchmarks/0/method/tiers/0/band/bp/1',
    ],
    [
      'a band upside down',
      benchmarks(
        {},
        benchmark({
          method: {
            kind: 'points-tiers',
            tiers: [{ tier: 'ordinary', from: 0, to: 5, band: { of: 'span', bp: [2, 1] } }],
            within: 'low',
          },
        }),
      ),
      'inverted /benchmarks/0/method/tiers/0/band/bp',
    ],
    [
      'a grid of the wrong size',
      benchmarks(
        {},
        benchmark({
          method: {
            kind: 'grid',
            rows: { factors: ['a'], grades: [{ from: 0, to: null, label: { zh: '甲' } }] },
            columns: { factors: ['b'], grades: [{ from: 0, to: null, label: { zh: '甲' } }] },
            shares: [[1, 2]],
            tiers: [{ tier: 'ordinary', band: { of: 'span', bp: [0, 10_000] } }],
            edge: 'lighter',
          },
        }),
      ),
      'contradiction /benchmarks/0/method/shares',
    ],
    [
      'points with a fraction',
      benchmarks(
        {},
        benchmark({
          factors: [
            {
              number: 1,
              id: 'a',
              label: { zh: '甲' },
              ordered: true,
              options: [option(1, 0), option(2, 0.5)],
            },
          ],
        }),
      ),
      'schema /benchmarks/0/factors/0/options/1/points',
    ],
  ])('is refused for %s', (_, value, issue) => {
    expect(issues(value)).toContain(issue);
  });
});

function fineOf() {
  const [first] = statute().tiers as { fine: Json }[];
  return first?.fine;
}
