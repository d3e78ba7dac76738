import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { type FirstProof, firstState, loadFirstProof } from './index.ts';

const value = JSON.parse(
  readFileSync(new URL('fixtures/first-proof-1.json', import.meta.url), 'utf8'),
);
const loaded = loadFirstProof(value);
const proof = loaded.ok ? loaded.value : expect.fail('the fixture, kept for ever, is read');
const rule = { registers: ['行政处罚案件库', '国家企业信用信息公示系统'], days: 730 };
const ACT = '2026-10-08';
const query = (i: number, more: Partial<FirstProof['queries'][number]>): FirstProof => ({
  ...proof,
  queries: proof.queries.map((one, j) => (i === j ? { ...one, ...more } : one)),
});

describe('that an offence was the first', () => {
  it('is proved by every register over the whole window before the act', () => {
    expect(firstState(proof, rule, ACT)).toEqual({ state: 'first' });
    // 730 days before 8 October 2026 is 8 October 2024: a day later is too late.
    const short = query(1, { from: '2024-10-09' });
    expect(firstState(short, rule, ACT)).toMatchObject({
      why: 'window-short',
      at: rule.registers[1],
    });
    expect(firstState(short, { ...rule, days: 729 }, ACT)).toEqual({ state: 'first' });
  });

  it('is not proved by nothing, by some of the registers, or before the act', () => {
    expect(firstState(null, rule, ACT)).toMatchObject({ state: 'unproven', why: 'no-proof' });
    const one = { ...proof, queries: proof.queries.slice(0, 1) };
    expect(firstState(one, rule, ACT)).toMatchObject({ why: 'register-not-asked' });
    const early = query(0, { on: '2026-10-07' });
    expect(firstState(early, rule, ACT)).toMatchObject({ why: 'asked-too-early' });
    const open = query(0, { to: '2026-10-07' });
    expect(firstState(open, rule, ACT)).toMatchObject({ why: 'window-short' });
  });

  it('is refuted by one register, whatever the others say', () => {
    const again = query(1, { found: 2 });
    expect(firstState(again, rule, ACT)).toEqual({
      state: 'not-first',
      register: rule.registers[1],
      found: 2,
    });
  });

  it('names nobody, and no window that runs backwards', () => {
    expect(loadFirstProof({ ...value, party: '某某' }).ok).toBe(false);
    const backwards = loadFirstProof(query(0, { to: '2024-10-08' }));
    expect(!backwards.ok && backwards.issues).toMatchObject([
      { code: 'inverted', at: '/queries/0/to' },
    ]);
  });
});
