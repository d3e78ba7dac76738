import { describe, expect, it } from 'vitest';
import { fuzz } from './fixtures/fuzz.ts';
import { random } from './fixtures/random.ts';
import { ruleOf, STATUTES } from './fixtures/statute-book.ts';

/** A smoke of `npm run drill -- rules-fuzz`, which does a million. */
describe('mutated rules and cases', () => {
  it('are refused with issues or answered by name, never with a bare throw', () => {
    const { tried, rulesRefused, casesRefused, outcomes } = fuzz(
      STATUTES.map(ruleOf),
      1_500,
      9,
      random(41),
    );
    expect(tried).toBe(15_000);
    // Some pass and some are refused, or nothing was tried at all.
    expect(rulesRefused).toBeGreaterThan(100);
    expect(rulesRefused).toBeLessThan(1_500);
    expect(casesRefused).toBeGreaterThan(500);
    for (const outcome of ['fine', 'no-fine', 'waived', 'undecided'])
      expect(outcomes[outcome], outcome).toBeGreaterThan(20);
  });
});
