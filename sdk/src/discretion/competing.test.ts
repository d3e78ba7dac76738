import { describe, expect, it } from 'vitest';
import type { FactValue } from '../rules/index.ts';
import { assessCompeting } from './competing.ts';
import { CASE } from './fixtures/food-122.ts';
import { rulesOf } from './fixtures/statute-book.ts';

const candidate = (violation: string, facts: Record<string, FactValue>) => {
  const rule = rulesOf(violation).find(({ statute }) => statute.to === null);
  if (!rule) throw new Error('no text in force');
  return { case: { ...CASE, violation, actDate: '2026-05-01', facts }, rule };
};

describe('one act under several texts', () => {
  it('takes the higher fine computed for these facts, not the higher article', () => {
    const food = (goodsValue: number) => candidate('food-unlicensed-operation', { goodsValue });
    const promotion = candidate('uc-false-promotion', { serious: false });
    // 50,000 to 100,000 against up to 1,000,000.
    expect(assessCompeting([food(500_000), promotion])).toMatchObject({
      result: 'chosen',
      chosen: 1,
    });
    // 10 to 20 times 100,000 against up to 1,000,000.
    expect(assessCompeting([food(10_000_000), promotion])).toMatchObject({
      result: 'chosen',
      chosen: 0,
    });
  });

  it('keeps the other kinds of the texts not chosen', () => {
    const { beside } = assessCompeting([
      candidate('uc-false-promotion', { serious: true }),
      candidate('food-unlicensed-operation', { goodsValue: 100_000_000 }),
    ]);
    expect(beside.map(({ kind, mode }) => `${kind} ${mode}`)).toEqual([
      'revoke-business-licence may',
    ]);
  });

  it('lets the fallback stand back behind the special law', () => {
    const consumer = candidate('con-false-promotion', {
      illegalGains: 100_000_000,
      serious: false,
    });
    const promotion = candidate('uc-false-promotion', { serious: false });
    const result = assessCompeting([consumer, promotion]);
    expect(result.assessments[0]?.range?.max).toBeGreaterThan(
      result.assessments[1]?.range?.max ?? 0,
    );
    expect(result).toMatchObject({ result: 'chosen', chosen: 1, yields: [{ index: 0, to: 1 }] });
  });

  it('sends false advertising to the advertising law, and companies from registration to company law', () => {
    const advertising = candidate('ad-false', {
      subject: 'advertiser',
      adFeeDeterminable: true,
      adFee: 100,
      violations2y: 0,
      otherSerious: false,
    });
    expect(
      assessCompeting([candidate('uc-false-promotion', { serious: false }), advertising]),
    ).toMatchObject({
      chosen: 1,
    });
    const company = candidate('company-false-registration', {
      falseCapital: false,
      falseMaterials: true,
      serious: false,
    });
    expect(
      assessCompeting([candidate('reg-false-materials', { serious: false }), company]),
    ).toMatchObject({
      chosen: 1,
      yields: [{ index: 0, to: 1 }],
    });
  });

  it('ranks the two consumer rules: the regulation before the departmental rule', () => {
    const old = candidate('con-unfair-terms', { illegalGains: 0, serious: false });
    const young = candidate('con-unfair-terms-2024', { illegalGains: 0, serious: false });
    expect(assessCompeting([old, young])).toMatchObject({
      chosen: 1,
      yields: [{ index: 0, to: 1 }],
    });
  });

  it('waits while a text that could be the highest has no range', () => {
    const open = candidate('food-unlicensed-operation', {});
    expect(
      assessCompeting([open, candidate('uc-false-promotion', { serious: false })]),
    ).toMatchObject({
      result: 'undecided',
      chosen: null,
    });
    const twice = candidate('uc-false-promotion', { serious: false });
    expect(assessCompeting([twice, twice]).result).toBe('needs-person');
  });
});
