import { writeFileSync } from 'node:fs';
import type { Reporter } from '@web/test-runner';

interface Suite {
  readonly name: string;
  readonly suites: readonly Suite[];
  readonly tests: readonly { name: string; passed: boolean; skipped: boolean }[];
}

/** What the browser tests came to, as `tests/run.ts` reads it. */
export interface BrowserTally {
  passed: number;
  failed: number;
  skipped: string[];
}

/** Writes the sum of all browser tests to a file; a file that did not load counts as one failure. */
export function browserTally(file: string): Reporter {
  return {
    stop({ sessions }) {
      const tally: BrowserTally = { passed: 0, failed: 0, skipped: [] };
      for (const session of sessions) {
        const before = tally.failed;
        if (session.testResults) add(tally, session.testResults, session.testFile);
        if (!session.passed && tally.failed === before) tally.failed += 1;
      }
      writeFileSync(file, JSON.stringify(tally));
    },
  };
}

function add(tally: BrowserTally, suite: Suite, path: string): void {
  for (const test of suite.tests) {
    if (test.skipped) tally.skipped.push(`${path}: ${test.name}`);
    else if (test.passed) tally.passed += 1;
    else tally.failed += 1;
  }
  for (const inner of suite.suites) add(tally, inner, `${path}: ${inner.name}`);
}
