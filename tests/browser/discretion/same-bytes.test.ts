import { assess } from '@chidu/sdk/discretion';
import { sentences } from '@chidu/sdk/discretion/sentences';
import { canonicalJson } from '@chidu/sdk/text';
import { expect } from 'chai';
import type { Golden } from './golden.ts';

const files = import.meta.glob<Golden>('../../../sdk/src/discretion/fixtures/golden/*.json', {
  eager: true,
  import: 'default',
});
const cases = Object.values(files);
/** Names of the cases whose canonical bytes are not those that Node wrote. */
const differing = (found: readonly string[]) =>
  cases
    .filter(({ assessment }, i) => found[i] !== canonicalJson(assessment))
    .map(({ name }) => name);

describe('an assessment', () => {
  it('has in a page the bytes it has in Node, and the same sentences', () => {
    expect(cases).to.have.length.at.least(40);
    const found = cases.map((golden) => canonicalJson(assess(golden.case, golden.rule)));
    expect(differing(found)).to.deep.equal([]);
    for (const { assessment, zh } of cases)
      expect(sentences(assessment.trace, 'zh').map(({ text }) => text)).to.deep.equal(zh);
  });

  it('has them in a worker', async () => {
    const worker = new Worker(new URL('./assess.worker.ts', import.meta.url), { type: 'module' });
    try {
      const answer = new Promise<string[]>((resolve, reject) => {
        worker.addEventListener('message', ({ data }) => resolve(data));
        worker.addEventListener('error', ({ message }) => reject(new Error(message)));
      });
      worker.postMessage(cases);
      expect(differing(await answer)).to.deep.equal([]);
    } finally {
      worker.terminate();
    }
  });
});
