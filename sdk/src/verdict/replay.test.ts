import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { CodePayload } from '../codes/index.ts';
import { anyCase, cutsOf } from '../discretion/fixtures/any-case.ts';
import { CASE, RULE } from '../discretion/fixtures/food-122.ts';
import { type Random, random } from '../discretion/fixtures/random.ts';
import { assess, type Case } from '../discretion/index.ts';
import type { Rule, StatutePack } from '../rules/index.ts';
import { type DocumentMeta, payloadFor } from './payload-for.ts';
import { replay } from './replay.ts';

const PACK: StatutePack = JSON.parse(
  readFileSync(new URL('../../packs/statutes.json', import.meta.url), 'utf8'),
);
const META: DocumentMeta = {
  document: '示监罚告〔2026〕12号',
  issued: '2026-11-21',
  ruleHash: new Uint8Array(32),
  fine: 50_000_000,
};

/** A payload that a person could sign: the fine anywhere in the band, now and then none where it is optional. */
function bound(case_: Case, rule: Rule, rnd: Random): CodePayload | null {
  const assessment = assess(case_, rule);
  const { band, outcome, fineMode } = assessment;
  const fined = outcome === 'fine' && band !== null && (fineMode !== 'may' || rnd.chance(0.7));
  const fine = fined ? band.min + rnd.below(band.max - band.min + 1) : undefined;
  const { payload } = payloadFor(case_, rule, assessment, {
    document: META.document,
    issued: case_.decisionDate,
    ruleHash: META.ruleHash,
    ...(fine !== undefined && { fine }),
  });
  return payload;
}

describe('what payloadFor binds', () => {
  it('is what replay accepts, for every entry of the statute book', () => {
    const rnd = random(20261121);
    const tiers = new Set<number>();
    let count = 0;
    for (const statute of PACK.statutes) {
      const rule: Rule = {
        ...RULE,
        pack: { ...RULE.pack, from: '1980-01-01' },
        statute,
        grounds: [...RULE.grounds, ...statute.grounds],
      };
      for (let i = 0; i < 20; i += 1) {
        const case_ = anyCase(rule, cutsOf(statute), rnd, { missing: 0 });
        const payload = bound(case_, rule, rnd);
        if (payload === null) continue;
        count += 1;
        tiers.add(payload.tier);
        const { finding, ruleFinding } = replay(payload, rule);
        expect([ruleFinding, finding], JSON.stringify({ case_, payload })).toEqual([
          { state: 'pass' },
          { state: 'pass' },
        ]);
      }
    }
    expect(count).toBeGreaterThan(2_000);
    expect([...tiers].sort()).toEqual([1, 2, 3, 4, 5]);
  });

  it('is caught when a number is changed', () => {
    const rnd = random(7);
    const seen = new Map<string, number>();
    for (let i = 0; i < 400; i += 1) {
      const case_ = anyCase(RULE, cutsOf(RULE.statute), rnd, { missing: 0 });
      const payload = bound({ ...case_, decisionDate: '2026-11-21' }, RULE, rnd);
      if (payload === null) continue;
      for (const [what, changed] of Object.entries(changes(payload, rnd))) {
        const { finding } = replay(changed, RULE);
        expect(finding.state, `${what} ${JSON.stringify(changed)}`).not.toBe('pass');
        seen.set(what, (seen.get(what) ?? 0) + 1);
      }
    }
    for (const what of [
      'tier',
      'points',
      'option',
      'factor',
      'min',
      'max',
      'above',
      'below',
      'kind',
    ])
      expect(seen.get(what), what).toBeGreaterThan(20);
  });
});

/** One number changed at a time. A fine moved inside its band is lawful arithmetic: the signature guards that one. */
function changes(payload: CodePayload, rnd: Random): Record<string, CodePayload> {
  const changed: Record<string, CodePayload> = {
    tier: { ...payload, tier: (payload.tier % 5) + 1 },
    kind: { ...payload, kinds: [...(payload.kinds ?? []), 13] },
  };
  const { range, fine, factors, points } = payload;
  const by = 1 + rnd.below(1_000_000);
  if (points !== undefined) changed.points = { ...payload, points: points + by };
  if (factors?.[0]) {
    const [[factor, option, worth], ...rest] = [factors[0], ...factors.slice(1)];
    changed.option = { ...payload, factors: [[factor, option, worth + by], ...rest] };
    changed.factor = { ...payload, factors: [[factor + 90, option, worth], ...rest] };
  }
  if (range && fine !== undefined) {
    changed.min = { ...payload, range: { ...range, min: range.min + by } };
    changed.max = { ...payload, range: { ...range, max: range.max + by } };
    changed.above = { ...payload, fine: range.max + by };
    if (range.min > by) changed.below = { ...payload, fine: range.min - by };
  }
  return changed;
}

describe('replay', () => {
  const payload = payloadFor(CASE, RULE, assess(CASE, RULE), META).payload as CodePayload;

  it('names what differs, with both amounts', () => {
    const range = { min: 1, max: 100_000_000 };
    expect(replay({ ...payload, range }, RULE).finding).toMatchObject({
      code: 'replay-range',
      fields: { signed: range, replayed: { min: 48_750_000, max: 63_750_000 } },
    });
  });

  it('catches a fact that was changed to reach another range', () => {
    const { finding } = replay({ ...payload, facts: [[1, 900_000]] }, RULE);
    expect(finding).toMatchObject({ state: 'fail', code: 'replay-fine' });
  });

  it('does not decide what the code leaves open', () => {
    const { facts: _, ...without } = payload;
    expect(replay(without, RULE).finding).toMatchObject({
      state: 'unknown',
      code: 'replay-undecided',
    });
  });

  it('refuses a Rule of another name, version or violation', () => {
    for (const other of [
      { ...payload, rule: { ...payload.rule, version: '2' } },
      { ...payload, rule: { ...payload.rule, pack: 'other' } },
      { ...payload, violation: 'food-no-licence-shown' },
    ])
      expect(replay(other, RULE).ruleFinding).toEqual({ state: 'fail', code: 'rule-mismatch' });
  });

  it('refuses a law or a benchmark of after the day of issue', () => {
    expect(replay({ ...payload, issued: 20251231 }, RULE).ruleFinding).toMatchObject({
      code: 'rule-not-yet',
    });
  });

  it('does not judge by a Rule that it cannot read', () => {
    const { ruleFinding, finding } = replay(payload, { ...RULE, format: 'chidu-rule/2' });
    expect(ruleFinding).toMatchObject({ state: 'unknown', code: 'rule-unreadable' });
    expect(finding).toEqual({ state: 'unknown', code: 'not-checked' });
  });
});

describe('payloadFor', () => {
  const codesOf = (meta: Partial<DocumentMeta>, subject: Case = CASE) =>
    payloadFor(subject, RULE, assess(subject, RULE), { ...META, ...meta }).issues.map(
      ({ code, at }) => `${code} ${at}`,
    );

  it('binds the fine and what the law orders', () => {
    const { payload } = payloadFor(CASE, RULE, assess(CASE, RULE), META);
    expect(payload).toMatchObject({
      violation: 'food-unlicensed-operation',
      issued: 20261121,
      points: 30,
      tier: 4,
      range: { min: 48_750_000, max: 63_750_000 },
      fine: 50_000_000,
      kinds: [3, 4, 5],
      facts: [[1, 3_750_000]],
      factors: [
        [1, 2, 30],
        [2, 1, 0],
      ],
    });
  });

  it('binds only the penalties that were chosen', () => {
    const kinds = payloadFor(CASE, RULE, assess(CASE, RULE), { ...META, kinds: ['fine'] }).payload;
    expect(kinds?.kinds).toEqual([3]);
  });

  it('refuses what must not be signed, each by its place', () => {
    expect(codesOf({ fine: 48_749_999 })).toEqual(['bind-fine meta.fine']);
    expect(codesOf({ fine: 63_750_001 })).toEqual(['bind-fine meta.fine']);
    expect(codesOf({ kinds: ['revoke-permit'] })).toEqual(['bind-kind meta.kinds']);
    expect(codesOf({ issued: '2026-02-30' })).toEqual(['date-text meta.issued']);
    expect(codesOf({ issued: '2025-12-31' })).toEqual(['bind-not-yet meta.issued']);
    expect(codesOf({}, { ...CASE, facts: {} })).toContain('bind-undecided assessment');
    expect(codesOf({}, { ...CASE, grounds: ['minor-corrected-no-harm'] })).toEqual([
      'bind-fine meta.fine',
    ]);
  });
});
