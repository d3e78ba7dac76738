import { describe, expect, it } from 'vitest';
import type { FactValue } from '../rules/index.ts';
import { assessBetween } from './between.ts';
import { CASE } from './fixtures/food-122.ts';
import { rulesOf } from './fixtures/statute-book.ts';

const compare = (
  violation: string,
  actDate: string,
  facts: Record<string, FactValue>,
  decisionDate = '2026-11-21',
) =>
  assessBetween(
    { ...CASE, violation, actDate, decisionDate, discovered: actDate, facts },
    rulesOf(violation),
  );

describe('the lighter of two laws', () => {
  it.each([
    ['false promotion', 'uc-false-promotion', '2025-05-01', { serious: false }, 'decision'],
    ['bribery by an entity', 'uc-bribery-entity', '2025-05-01', { serious: false }, 'decision'],
    ['serious bribery', 'uc-bribery-entity', '2025-05-01', { serious: true }, 'needs-person'],
    ['a serious trade secret case', 'uc-trade-secret', '2025-05-01', { serious: true }, 'act'],
    ['disparagement', 'uc-commercial-disparagement', '2025-05-01', { serious: false }, 'act'],
    [
      'serious disparagement',
      'uc-commercial-disparagement',
      '2025-05-01',
      { serious: true },
      'act',
    ],
    ['network competition', 'uc-network', '2025-05-01', { serious: false }, 'act'],
    ['obstruction by an entity', 'uc-obstruct', '2025-05-01', {}, 'act'],
    [
      'CCC goods under 10,000',
      'cert-ccc-uncertified',
      '2023-05-01',
      { goodsValue: 500_000 },
      'decision',
    ],
  ] as const)('%s', (_, violation, actDate, facts, expected) => {
    const { result, chosen, atAct, atDecision } = compare(violation, actDate, facts);
    expect(result).toBe(expected);
    expect(chosen).toBe({ act: atAct, decision: atDecision, 'needs-person': null }[expected]);
    expect(atAct?.trace).not.toEqual(atDecision?.trace);
  });

  it('驰名商标: the text of 2027 is lighter from 2027 on and does not exist before', () => {
    const later = compare('tm-well-known-wording', '2026-10-01', {}, '2027-01-01');
    expect(later).toMatchObject({
      result: 'decision',
      chosen: { range: { min: 0, max: 10_000_000 } },
    });
    const now = compare('tm-well-known-wording', '2026-10-01', {}, '2026-12-31');
    expect(now).toMatchObject({
      result: 'act',
      chosen: { range: { min: 10_000_000, max: 10_000_000 } },
    });
    expect(now.atDecision).toBe(now.atAct);
  });

  it('an act that ended under the new law knows only the new law', () => {
    const { atAct, atDecision, result } = compare('uc-false-promotion', '2025-10-15', {
      serious: false,
    });
    expect(result).toBe('act');
    expect(atDecision).toBe(atAct);
    expect(atAct?.range?.min).toBe(0);
  });

  it('the same threat under both texts leaves the old one', () => {
    expect(compare('uc-false-promotion', '2025-05-01', { serious: true }).result).toBe('act');
  });

  it('names what is missing rather than compare without it', () => {
    expect(compare('uc-false-promotion', '2025-05-01', {})).toMatchObject({
      result: 'undecided',
      chosen: null,
      undecided: [{ reason: 'fact-missing', at: 'facts.serious' }, {}],
    });
    expect(compare('uc-false-promotion', '1995-01-01', { serious: false }).undecided).toMatchObject(
      [{ reason: 'not-in-force', at: 'actDate', fields: { found: 0 } }],
    );
  });
});
