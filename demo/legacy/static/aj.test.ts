import { readFileSync } from 'node:fs';
import { runInNewContext } from 'node:vm';
import { formatFenCapital } from '@chidu/sdk/text';
import fc from 'fast-check';
import { expect, it } from 'vitest';

/** The old system writes amounts with its own function; on a notice they must be right all the same. */
const daxie: (yuan: number) => string = runInNewContext(
  `${readFileSync(new URL('aj.js', import.meta.url), 'utf8')}; daxie`,
  { window: {} },
);

it('writes the capital amount that the SDK writes, to the fen', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 10 ** 12 }), (fen) => {
      expect(daxie(fen / 100)).toBe(formatFenCapital(fen));
    }),
    { seed: 8734, numRuns: 2000 },
  );
});
