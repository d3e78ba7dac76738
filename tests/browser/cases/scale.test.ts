import { type Expectation, expectFine } from '@chidu/sdk/cases/models';
import { buildLibraryInWorker, openLibraryInWorker } from '@chidu/sdk/cases/worker';
import { expect } from 'chai';
import { deleteDB } from 'idb';
import { corpus } from '../../../demo/corpus/corpus.ts';
import { VIOLATIONS } from '../../../demo/corpus/latent.ts';
import { queries } from '../../../demo/corpus/relevance.ts';

/** Cases of the province that Chidu is measured against, to 2023-03-31. */
const SIZE = 45_433;
const NAME = 'scale';
/** Limits with room for a slow machine that does other things too; `npm run bench -- cases` measures. */
const LIMITS = { build: 150_000, reopen: 3_000, search: 500, analyse: 20_000 };

const start = () => new Worker(new URL('./cases.worker.ts', import.meta.url), { type: 'module' });
const timed = async <T>(work: () => Promise<T>): Promise<[T, number]> => {
  const began = performance.now();
  return [await work(), performance.now() - began];
};

describe('a library of 45,433 cases in a browser', function () {
  this.timeout(240_000);
  const fields: Record<string, string[]> = {};
  for (const { id, field } of VIOLATIONS) {
    fields[field] ??= [];
    fields[field].push(id);
  }
  const file = () => {
    const parts: string[] = [];
    for (const { record } of corpus({ seed: 1, count: SIZE })) {
      parts.push(`${JSON.stringify(record)}\n`);
    }
    return new Blob(parts);
  };

  after(() => deleteDB(NAME));

  it('is built, opened again, searched and analysed within its limits', async () => {
    const records = file();
    const request = { id: 'own', title: '示例', published: '2026-11-22', fields, store: NAME };
    const [manifest, build] = await timed(() => buildLibraryInWorker(request, records, { start }));
    expect(manifest.records).to.equal(SIZE);
    expect(build).to.be.below(LIMITS.build);

    const asked = queries({ seed: 1, count: 16 }).map(({ query }) => query);
    const [library, opening] = await timed(async () => {
      const opened = await openLibraryInWorker({ id: 'own', store: NAME }, null, { start });
      await opened.fetch();
      return opened;
    });
    expect(library.place).to.equal('worker');
    expect(opening).to.be.below(LIMITS.reopen);
    const times: number[] = [];
    for (const { id: _, ...query } of asked) {
      const [{ hits }, took] = await timed(() => library.search(query));
      expect(hits).to.have.length(10);
      times.push(took);
    }
    times.sort((a, b) => a - b);
    expect(times[times.length >> 1]).to.be.below(LIMITS.search);

    const violation = 'food-no-purchase-check';
    const { hits } = await library.search({ violation }, { limit: 1000 });
    const [expected, analyse] = await timed(async () =>
      expectFine(
        hits.map(({ record }) => record),
        { value: 1_000_000, factors: {} },
        { seed: 1 },
      ),
    );
    expect(expected.state).to.equal('expected');
    expect(analyse).to.be.below(LIMITS.analyse);
    const { regression } = expected as { regression: Expectation };
    expect(regression.errors.some(({ by }) => by === 'place')).to.equal(true);
    library.close();
  });
});
