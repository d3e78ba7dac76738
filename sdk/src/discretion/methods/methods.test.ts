import { describe, expect, it } from 'vitest';
import { place } from '../inside.ts';
import { examples as bandTable } from './band-table.examples.ts';
import { examples as baseAdjust } from './base-adjust.examples.ts';
import type { Examples } from './examples.ts';
import { examples as grid } from './grid.examples.ts';
import { examples as percentSum } from './percent-sum.examples.ts';
import { examples as pointsTiers } from './points-tiers.examples.ts';

const run = ({ benchmark }: Examples, example: Examples['cases'][number]) => {
  const options = benchmark.factors.map(({ options }, i) => {
    const option = options.find(({ id }) => id === example.options[i]);
    if (!option) throw new Error('the example names an option that does not exist');
    return option;
  });
  return place(example.range, example.fixed ?? null, options, benchmark, example.facts ?? {});
};

describe.each([pointsTiers, percentSum, baseAdjust, grid, bandTable])(
  '$benchmark.title.zh',
  (method) => {
    it.each(method.cases)('options $options on $range', (example) => {
      const { tier, band, suggestion, undecided } = run(method, example);
      if (example.expect) expect({ tier, band, suggestion }).toEqual(example.expect);
      else expect(undecided).toEqual([{ reason: 'fact-missing', at: 'facts.goodsValue' }]);
    });

    it('never leaves the band of a fixed tier', () => {
      for (const example of method.cases.filter(({ expect }) => expect !== null))
        for (const fixed of ['lighten', 'ordinary', 'aggravate'] as const) {
          const { tier, band, suggestion } = run(method, { ...example, fixed });
          expect(tier).toBe(fixed);
          expect(suggestion).toBeGreaterThanOrEqual(band?.min ?? Number.NaN);
          expect(suggestion).toBeLessThanOrEqual(band?.max ?? Number.NaN);
        }
    });
  },
);
