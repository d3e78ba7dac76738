import { expect } from 'chai';
import sample from '../adapters/demo-frameset/detail.html?raw';
import { ADAPTERS } from '../adapters/index.ts';
import { readPage } from './read-page.ts';

it('reads a case page in three milliseconds, on a machine that does other things too', () => {
  const [adapter] = ADAPTERS;
  if (!adapter) throw new Error('no adapter');
  const here = { ...adapter, pages: adapter.pages.map(({ path: _, ...page }) => page) };
  const { body } = new DOMParser().parseFromString(sample, 'text/html');
  document.body.innerHTML = body.innerHTML;
  const times: number[] = [];
  for (let round = 0; round < 60; round += 1) {
    const started = performance.now();
    expect(readPage(document, here, '')).not.to.equal(null);
    times.push(performance.now() - started);
  }
  document.body.innerHTML = '';
  // The fastest: what others run on the machine at the same time is not the reader's.
  const fastest = Math.min(...times);
  console.info(`read in ${fastest.toFixed(2)} ms`);
  expect(fastest).to.be.at.most(3);
});
