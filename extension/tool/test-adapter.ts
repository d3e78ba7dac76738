import { existsSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Adapter } from '../adapters/adapter.ts';
import { judgePage } from '../judge/judge-page.ts';
import type { FieldReading, PageTexts } from '../locate/reading.ts';
import type { Pages } from './open-pages.ts';

/** One line for each thing that is not as the adapter says. */
export interface SampleResult {
  readonly file: string;
  readonly faults: readonly string[];
  readonly read: number;
}

/** Reads every sample page of an adapter in the browser and compares with what the adapter says is read. */
export async function testAdapter(
  pages: Pages,
  adapter: Adapter,
  file: string,
): Promise<readonly SampleResult[]> {
  // A sample is looked at under the address of its file.
  const here: Adapter = { ...adapter, pages: adapter.pages.map(({ path: _, ...page }) => page) };
  const results: SampleResult[] = [];
  for (const sample of adapter.samples) {
    const path = resolve(dirname(file), sample.file);
    if (!existsSync(path)) {
      results.push({ file: sample.file, faults: ['the sample is missing'], read: 0 });
      continue;
    }
    const open = await pages.open(String(pathToFileURL(path)));
    const texts = await open.ask<PageTexts | null>(
      `readPage(document, ${JSON.stringify(here)}, '')`,
    );
    await open.close();
    const readings = texts.flatMap((one) => (one && judgePage(one, here)) ?? []);
    const reading = readings.find(({ page }) => page === sample.page);
    const faults = reading
      ? compare(sample.reads, reading.fields)
      : [`is not recognised as the page ${sample.page}`];
    results.push({ file: sample.file, faults, read: Object.keys(sample.reads).length });
  }
  return results;
}

function compare(
  meant: Readonly<Record<string, string | number | boolean>>,
  fields: readonly FieldReading[],
): string[] {
  const faults: string[] = [];
  for (const reading of fields) {
    const { field, state } = reading;
    const wanted = meant[field];
    if (state === 'read' && reading.value !== wanted)
      faults.push(
        `${field} reads ${JSON.stringify(reading.value)}, meant ${JSON.stringify(wanted)}`,
      );
    if (state !== 'read' && wanted !== undefined)
      faults.push(`${field} is ${state}, meant ${JSON.stringify(wanted)}`);
  }
  for (const field of Object.keys(meant))
    if (!fields.some((one) => one.field === field)) faults.push(`the page has no field ${field}`);
  return faults;
}
