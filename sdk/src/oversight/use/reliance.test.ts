import { describe, expect, it } from 'vitest';
import { random } from '../../discretion/fixtures/random.ts';
import type { CaseHistory, ObjectionHistory } from '../events/case-history.ts';
import { code, history } from './fixtures/history.ts';
import { relianceOf } from './reliance.ts';

const happened = code(1);
const objection = (result: ObjectionHistory['result']): ObjectionHistory => ({
  at: happened.at,
  day: happened.day,
  place: happened.place,
  kid: null,
  codeId: happened.codeId,
  disputed: null,
  steps: [],
  escalations: [],
  state: 'answered',
  result,
});
const remedy = (result: 'kept' | 'changed'): CaseHistory['remedies'][number] => ({
  at: happened.at,
  day: happened.day,
  place: happened.place,
  kid: null,
  kind: 'reconsideration',
  state: 'ended',
  on: happened.day,
  confirmed: true,
  result,
});
const departed = { issued: { fine: 6_900_000, flags: ['departure'] } };
const counted = (cases: CaseHistory[]) =>
  relianceOf(cases).map((figure) => [figure.in.map((id) => id.split('/')[1]), figure.of.length]);

describe('reliance on suggestions', () => {
  it('counts what was taken and mended: by objection, by review, by the authority itself', () => {
    const told = code(1, { issued: { documentKind: 1 } });
    const lighter = code(9, { issued: { documentKind: 3, fine: 6_500_000, flags: ['departure'] } });
    expect(
      counted([
        history('1', {}, { objections: [objection('upheld')] }),
        history('2', {}, { objections: [objection('not-upheld'), objection('partly-upheld')] }),
        history('3', {}, { remedies: [remedy('changed')] }),
        history('4', {}, { codes: [told, lighter] }),
        history('5'),
        history('6', {}, { objections: [objection('not-upheld')], remedies: [remedy('kept')] }),
        history('7', {}, { objections: [objection(null)] }),
      ]),
    ).toEqual([
      [['1', '2', '3', '4'], 7],
      [[], 0],
    ]);
  });

  it('holds departures apart, and leaves out what had no suggestion or cannot be read', () => {
    expect(
      counted([
        history('1', departed, { objections: [objection('upheld')] }),
        history('2', departed),
        history('3', { issued: { suggestion: null } }, { objections: [objection('upheld')] }),
        history('4', { issued: { suggestion: 0, fine: 0 } }),
        history('5', { issued: null }, { objections: [objection('upheld')] }),
        history('6', {}, { codes: [] }),
      ]),
    ).toEqual([
      [[], 0],
      [['1'], 2],
    ]);
  });

  it('finds planted over-reliance, no more than was disputed, and shows it beside departures', () => {
    const dice = random(20_261_122);
    const accepted = new Set<string>();
    const disputed = new Set<string>();
    const cases = Array.from({ length: 3_000 }, (_, i) => {
      const id = String(i + 1);
      const [wrong, follows] = [dice.chance(0.06), dice.chance(0.85)];
      // A party wins on a wrong suggestion twice in five, and once in a hundred on something else.
      const wins = dice.chance(wrong && follows ? 0.4 : 0.01);
      if (wrong && follows) accepted.add(id);
      if (wrong && follows && wins) disputed.add(id);
      return history(
        id,
        follows ? {} : departed,
        wins ? { objections: [objection('upheld')] } : {},
      );
    });
    const [followed, apart] = relianceOf(cases);
    const found = new Set(followed?.in.map((id) => id.split('/')[1] ?? ''));
    expect([...disputed].filter((id) => !found.has(id))).toEqual([]);
    expect(disputed.size).toBeGreaterThan(40);
    expect(found.size).toBeLessThan(accepted.size);
    expect(disputed.size / found.size).toBeGreaterThan(0.6);
    expect(followed?.bp).toBeGreaterThan(2 * (apart?.bp ?? 0));
  });
});
