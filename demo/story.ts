import { fileURLToPath } from 'node:url';
import { CASES, type LegacyCase } from './legacy/cases.ts';
import type { Judgement } from './loop.ts';

/** The case that start and tour carry through the loop: goods worth exactly 10,000 yuan, where the range changes. */
export const STORY: LegacyCase = storied('20260138');

/** What the officer found in it, factor by factor of the sample benchmark. */
export const JUDGEMENT: Judgement = {
  grounds: [],
  factors: {
    fault: 'gross',
    'food-risk': 'prepackaged',
    duration: 'from-3m',
    premises: 'from-50',
    conditions: 'partly',
    'licence-history': 'never',
    harm: 'none',
    recidivism: 'none',
    correction: 'in-time',
    cooperation: 'ordinary',
  },
};

/** The extension as built for the demo: `wxt build --mode demo`. */
export const EXTENSION = fileURLToPath(
  new URL('../extension/.output/chrome-mv3-demo', import.meta.url),
);

function storied(ajid: string): LegacyCase {
  const found = CASES.find((row) => row.ajid === ajid);
  if (found === undefined) throw new Error(`no case ${ajid}`);
  return found;
}
