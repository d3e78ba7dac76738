import { expect } from 'chai';
import { judgePage } from '../judge/judge-page.ts';
import { readPage } from '../locate/read-page.ts';
import type { Adapter } from './adapter.ts';
import { ADAPTERS } from './index.ts';

const SAMPLES = import.meta.glob<string>('./*/*.html', {
  query: '?raw',
  import: 'default',
  eager: true,
});

/** Every adapter reads its own sample pages, and exactly what it says it reads from them. */
for (const adapter of ADAPTERS)
  describe(`the samples of ${adapter.id}`, () => {
    // A sample is looked at under the address of this test.
    const here: Adapter = {
      ...adapter,
      pages: adapter.pages.map(({ path: _, ...page }) => page),
    };
    for (const { file, page, reads } of adapter.samples)
      it(`${file} is the page ${page}`, () => {
        const sample = new DOMParser().parseFromString(SAMPLES[`./${file}`] ?? '', 'text/html');
        document.body.innerHTML = sample.body.innerHTML;
        const texts = readPage(document, here, '2026-11-21T00:00:00Z');
        const reading = texts && judgePage(texts, here);
        expect(reading?.page).to.equal(page);
        const read = (reading?.fields ?? []).flatMap((field) =>
          field.state === 'read' ? [[field.field, field.value] as const] : [],
        );
        expect(Object.fromEntries(read)).to.deep.equal(reads);
      });
    it('cover every page', () => {
      const sampled = new Set(adapter.samples.map(({ page }) => page));
      expect(adapter.pages.map(({ id }) => id).filter((id) => !sampled.has(id))).to.deep.equal([]);
      document.body.innerHTML = '';
    });
  });
