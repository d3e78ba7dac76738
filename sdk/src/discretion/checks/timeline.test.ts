import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkTimeline, type Version } from './timeline.ts';

const day = (n: number) => `2026-01-${String(n).padStart(2, '0')}`;
const version = (from: number, to: number | null): Version => ({
  of: 'a',
  from: day(from),
  to: to === null ? null : day(to),
});

describe('versions over time', () => {
  it.each([
    [[version(1, 5), version(5, null)], []],
    [[version(1, 5), version(6, null)], ['timeline-gap 2026-01-05 2026-01-06']],
    [[version(1, 6), version(5, null)], ['timeline-overlap 2026-01-05 2026-01-06']],
    [[version(1, null), version(5, 9)], ['timeline-overlap 2026-01-05 2026-01-09']],
    [[version(1, 9), version(3, 4), version(9, null)], ['timeline-overlap 2026-01-03 2026-01-04']],
    [[version(1, 5), { ...version(3, null), of: 'b' }], []],
  ])('%j', (versions, expected) => {
    const found = checkTimeline(versions.toReversed());
    expect(found.map(({ code, from, to }) => `${code} ${from} ${to}`)).toEqual(expected);
  });

  it('agree with a count of every day', () => {
    const span = fc
      .tuple(fc.integer({ min: 1, max: 26 }), fc.integer({ min: 1, max: 4 }))
      .map(([from, length]) => version(from, from + length));
    fc.assert(
      fc.property(fc.array(span, { minLength: 1, maxLength: 5 }), (versions) => {
        const found = checkTimeline(versions);
        const ends = versions.map(({ to }) => to ?? '').sort();
        const starts = versions.map(({ from }) => from).sort();
        for (let n = 1; n <= 31; n++) {
          const count = versions.filter(
            ({ from, to }) => from <= day(n) && day(n) < (to ?? ''),
          ).length;
          const inside = (starts[0] ?? '') <= day(n) && day(n) < (ends.at(-1) ?? '');
          const told = (code: string) =>
            found.some((one) => one.code === code && one.from <= day(n) && day(n) < (one.to ?? ''));
          expect(told('timeline-gap')).toBe(inside && count === 0);
          expect(told('timeline-overlap')).toBe(count > 1);
        }
      }),
      { seed: 20261121, numRuns: 300 },
    );
  });
});
