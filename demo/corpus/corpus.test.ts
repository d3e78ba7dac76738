import { loadRecord } from '@chidu/sdk/cases';
import { describe, expect, it } from 'vitest';
import { corpus } from './corpus.ts';
import { queries, relevance } from './relevance.ts';
import { shortRecords } from './short-records.ts';

/** As many as the library that Chidu is measured against: 58,700 cases, mean 案值 39,509 yuan. */
const SIZE = 58_700;
const MEAN_VALUE = 3_950_900;

describe('the corpus', () => {
  let [value, characters] = [0, 0];
  const fields = new Set<string>();
  const violations = new Set<string>();
  const texts = new Set<string>();
  let first = '';
  for (const { record, latent } of corpus({ seed: 1, count: SIZE })) {
    first ||= JSON.stringify(record);
    value += latent.value;
    const { title = '', facts, basis = '', decision = '' } = record;
    characters += title.length + facts.length + basis.length + decision.length;
    violations.add(latent.violation.id);
    fields.add(latent.violation.field);
    texts.add(facts.slice(0, 200));
  }

  it('has the mean value and the length of real ones', () => {
    expect(Math.abs(value / SIZE / MEAN_VALUE - 1)).toBeLessThan(0.01);
    expect(characters / SIZE).toBeGreaterThan(840);
    expect(characters / SIZE).toBeLessThan(880);
  });

  it.each([2, 3])('has that mean whatever the seed (%i)', (seed) => {
    let sum = 0;
    for (const { latent } of corpus({ seed, count: 20_000 })) sum += latent.value;
    expect(Math.abs(sum / 20_000 / MEAN_VALUE - 1)).toBeLessThan(0.02);
  });

  it('meets every entry of the statute book and every field of law', () => {
    expect(violations.size).toBe(263);
    expect(fields.size).toBe(22);
  });

  it('copies some cases from others, not most', () => {
    expect(1 - texts.size / SIZE).toBeGreaterThan(0.01);
    expect(1 - texts.size / SIZE).toBeLessThan(0.06);
  });

  it('makes records of the format, the same for the same seed', () => {
    for (const { record } of corpus({ seed: 7, count: 500 })) {
      const loaded = loadRecord(JSON.parse(JSON.stringify(record)));
      expect(loaded.ok || loaded.issues).toBe(true);
    }
    for (const record of shortRecords({ seed: 7, count: 500 })) {
      expect(loadRecord(JSON.parse(JSON.stringify(record)))).toMatchObject({ ok: true });
    }
    const [again] = corpus({ seed: 1, count: 1 });
    expect(JSON.stringify(again?.record)).toBe(first);
  });
});

describe('relevance', () => {
  it('finds like cases of every grade for most queries, and few of the highest', () => {
    const cases = [...corpus({ seed: 1, count: 20_000 })].map(({ latent }) => latent);
    const asked = queries({ seed: 1, count: 40 });
    const highest = asked.map(
      ({ latent }) => cases.filter((one) => relevance(latent, one) === 3).length,
    );
    expect(highest.filter((count) => count > 0).length).toBeGreaterThan(30);
    expect(Math.max(...highest)).toBeLessThan(200);
  });

  it('asks about cases that nobody has decided, without their outcome', () => {
    for (const { query } of queries({ seed: 1, count: 40 })) {
      expect(query.facts).not.toMatch(/决定处罚如下|没收违法所得.*罚款/);
      expect(Object.keys(query)).not.toContain('fine');
    }
  });
});
