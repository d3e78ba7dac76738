import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/**
 * What axe finds wrong with a page, or with one element of it: an element is a part of a page, whose landmarks and heading
 * are not its business.
 */
export async function faults(page: Page, element?: string): Promise<string[]> {
  // Once a page: to read it costs more than to run it. Past any policy of the page.
  if (!(await page.evaluate('"axe" in globalThis'))) await page.evaluate(AXE);
  const part = { region: { enabled: false }, 'page-has-heading-one': { enabled: false } };
  const options = { resultTypes: ['violations'], rules: element ? part : {} };
  return page.evaluate(
    `axe.run(${JSON.stringify(element ?? null)} ?? document, ${JSON.stringify(options)}).then(({ violations }) =>
      violations.map(({ id, nodes }) => id + ': ' + nodes.map(({ html }) => html).join(' | ')))`,
  );
}
