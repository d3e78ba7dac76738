/**
 * `npm test`: builds what the tests need, runs them under Node and in the browser, and ends with
 * the sum, `N passed, N failed`, alone on the last line.
 */
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import type { BrowserTally } from './browser-tally.ts';
import { build } from './build.ts';
import { root, showTool } from './tool.ts';

interface VitestReport {
  numPassedTests: number;
  numFailedTests: number;
  testResults: {
    name: string;
    status: string;
    message: string;
    assertionResults: { status: string; fullName: string }[];
  }[];
}

const cache = join(root, 'node_modules/.cache/chidu-tests');
mkdirSync(cache, { recursive: true });

// What tests write for a moment, and what browsers leave: gone with the run. Servers of other users must pass through.
const folder = mkdtempSync(join(tmpdir(), 'chidu-tests-'));
chmodSync(folder, 0o711);
process.env.TMPDIR = folder;
process.once('exit', () => rmSync(folder, { recursive: true, force: true }));

build();
const parts = [underNode(), inBrowser()];
const passed = parts.reduce((sum, part) => sum + part.passed, 0);
const failed = parts.reduce((sum, part) => sum + part.failed, 0);
const skipped = parts.flatMap((part) => part.skipped);

for (const name of skipped) console.log(`skipped: ${name}`);
if (passed === 0 && failed === 0) console.log('No test ran.');
console.log(
  `\n${passed} passed, ${failed} failed${skipped.length > 0 ? `, ${skipped.length} skipped` : ''}`,
);
process.exitCode = failed === 0 && passed > 0 ? 0 : 1;

function underNode(): BrowserTally {
  const file = join(cache, 'vitest.json');
  const exit = run(file, [
    'vitest',
    'run',
    '--config=tests/vitest.config.ts',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${file}`,
  ]);
  const report = read<VitestReport>(file);
  const tally: BrowserTally = {
    passed: report?.numPassedTests ?? 0,
    failed: report?.numFailedTests ?? 0,
    skipped: [],
  };
  for (const { name, status, assertionResults } of report?.testResults ?? []) {
    // A file that does not load has no tests of its own.
    if (status === 'failed' && !assertionResults.some((test) => test.status === 'failed')) {
      tally.failed += 1;
    }
    for (const test of assertionResults) {
      if (test.status === 'passed' || test.status === 'failed') continue;
      tally.skipped.push(`${relative(root, name)}: ${test.fullName}`);
    }
  }
  return settle('vitest', exit, tally);
}

function inBrowser(): BrowserTally {
  const file = join(cache, 'browser.json');
  const exit = run(file, ['wtr', '--config', 'tests/browser.config.ts']);
  return settle('web-test-runner', exit, read<BrowserTally>(file));
}

function run(report: string, command: readonly string[]): number {
  rmSync(report, { force: true });
  return showTool(command, { CHIDU_BROWSER_TALLY: report, CHIDU_BUILT: '1' });
}

function read<T>(file: string): T | undefined {
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined;
}

/** A runner that fails without a failed test, or leaves no report, is a failure of its own. */
function settle(tool: string, exit: number, tally: BrowserTally | undefined): BrowserTally {
  if (tally && (exit === 0 || tally.failed > 0)) return tally;
  console.log(`${tool} ended with exit code ${exit}${tally ? '' : ' and without a report'}.`);
  return { passed: 0, skipped: [], ...tally, failed: 1 };
}
