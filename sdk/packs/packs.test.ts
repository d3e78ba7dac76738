import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import {
  type BenchmarkPack,
  canonicalRule,
  type GroundPack,
  loadBenchmarkPack,
  loadGroundPack,
  loadRule,
  loadStatutePack,
  makeRule,
  ruleHash,
  type StatutePack,
} from '../src/rules/index.ts';
import type { Loaded } from '../src/rules/loaded.ts';

const read = (name: string): unknown =>
  JSON.parse(readFileSync(new URL(name, import.meta.url), 'utf8'));

function taken<T>(loaded: Loaded<T>): T {
  if (loaded.ok) return loaded.value;
  throw new Error(JSON.stringify(loaded.issues));
}

const statutes: StatutePack = taken(loadStatutePack(read('statutes.json')));
const grounds: GroundPack = taken(loadGroundPack(read('grounds.json')));
const sample: BenchmarkPack = taken(
  loadBenchmarkPack(read('sample-benchmark.json'), { allowSample: true }),
);

describe('the sample benchmark', () => {
  it('is refused wherever nobody asked for a sample', () => {
    expect(loadBenchmarkPack(read('sample-benchmark.json'))).toMatchObject({
      ok: false,
      issues: [{ code: 'unpublished', at: '/sample' }],
    });
  });

  it('says in every title and note that it is invented', () => {
    for (const { zh, en } of [sample.title, ...sample.benchmarks.map((one) => one.title)]) {
      expect(zh).toMatch(/示例.*虚构/);
      expect(en).toMatch(/sample.*invented/i);
    }
    for (const { note } of sample.benchmarks) expect(note?.zh).toContain('不得用于办案');
    expect([sample.sample, sample.publication]).toEqual([true, null]);
  });

  it('has one general and three special tables of 10 to 12 factors with 2 to 5 options that ask for evidence', () => {
    expect(sample.benchmarks.map((one) => one.violation)).toEqual([
      null,
      'food-unlicensed-operation',
      'ad-false',
      'tm-infringement',
    ]);
    for (const { factors } of sample.benchmarks) {
      expect(factors.length).toBeGreaterThanOrEqual(10);
      expect(factors.length).toBeLessThanOrEqual(12);
      for (const { options } of factors) {
        expect(options.length).toBeLessThanOrEqual(5);
        expect(options.every((one) => one.evidence.length > 0)).toBe(true);
        const points = options.map((one) => one.points);
        expect(points).toEqual(points.toSorted((a, b) => a - b));
      }
      const most = factors.map((one) => Math.max(...one.options.map((option) => option.points)));
      expect(most.reduce((sum, one) => sum + one)).toBe(100);
    }
  });
});

describe('a Rule', () => {
  it('can be made, hashed and read back for every entry', async () => {
    const hashes = new Set<string>();
    for (const statute of statutes.statutes) {
      const rule = taken(makeRule(statute, sample, grounds));
      expect(rule.benchmark.violation ?? statute.violation).toBe(statute.violation);
      const again = taken(loadRule(JSON.parse(canonicalRule(rule))));
      const hash = await ruleHash(again);
      expect(hash).toBe(await ruleHash(rule));
      expect(hash).toMatch(/^[0-9a-f]{64}$/);
      hashes.add(hash);
    }
    expect(hashes.size).toBe(statutes.statutes.length);
  });

  it('carries the grounds of general law and of its own text', () => {
    const of = (violation: string) => {
      const statute = statutes.statutes.find((one) => one.violation === violation);
      if (statute === undefined) throw new Error(violation);
      return taken(makeRule(statute, sample, grounds)).grounds.map((one) => one.id);
    };
    expect(of('price-fraud')).toContain('price-again-and-again');
    expect(of('food-expired-or-false-date')).toContain('food-innocent-dealer');
    expect(of('drug-counterfeit')).toContain('drug-innocent-dealer');
    expect(of('reg-no-filing')).toEqual(grounds.grounds.map((one) => one.id));
  });
});
