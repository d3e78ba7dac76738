import { describe, expect, it } from 'vitest';
import { assess } from '../assess.ts';
import { CASE, RULE } from '../fixtures/food-122.ts';
import { whatWouldChange } from './index.ts';

describe('what would change the result', () => {
  const changes = whatWouldChange(CASE, RULE);
  const of = (kind: string, id: string) =>
    changes.filter((one) => one.kind === kind && one.id === id);

  it('gives the nearest option on either side', () => {
    const harm = of('factor', 'harm').map(({ to, tier }) => [to, tier]);
    expect(Object.fromEntries(harm)).toEqual({ none: 'lighten', grave: 'ordinary' });
    expect(of('factor', 'duration').map(({ to, tier }) => [to, tier])).toEqual([
      ['long', 'aggravate'],
    ]);
  });

  it('gives the nearest value on the other side of a constant, and no end that the law does not set', () => {
    expect(of('fact', 'goodsValue').map(({ to }) => to)).toEqual([1_000_000]);
  });

  it('gives what a ground would do', () => {
    expect(of('ground', 'harm-removed')[0]).toMatchObject({
      from: false,
      to: true,
      tier: 'lighten',
    });
    expect(of('ground', 'minor-corrected-no-harm')[0]).toMatchObject({ outcome: 'waived' });
  });

  it('is what assess says of the changed case', () => {
    for (const change of changes) {
      const part =
        change.kind === 'ground'
          ? { grounds: [change.id] }
          : change.kind === 'fact'
            ? { facts: { ...CASE.facts, [change.id]: change.to } }
            : { factors: { ...CASE.factors, [change.id]: String(change.to) } };
      const then = assess({ ...CASE, ...part }, RULE);
      expect(then).toMatchObject({
        tier: change.tier,
        suggestion: change.suggestion,
        outcome: change.outcome,
      });
    }
  });

  it('comes with the smallest difference first', () => {
    const sizes = changes.flatMap(({ difference }) =>
      difference === null ? [] : [Math.abs(difference)],
    );
    expect(sizes).toEqual(sizes.toSorted((a, b) => a - b));
  });
});
