import {
  asOnlyWriter,
  buildLibrary,
  CaseStore,
  MANIFEST_NAME,
  openLibrary,
} from '@chidu/sdk/cases';
import { buildLibraryInWorker, openLibraryInWorker } from '@chidu/sdk/cases/worker';
import { ChiduError } from '@chidu/sdk/errors';
import { expect } from 'chai';
import { deleteDB, openDB } from 'idb';
import {
  FIELDS,
  type MemoryLibrary,
  published,
  records,
} from '../../../sdk/src/cases/fixtures/library.ts';

const query = { facts: '货架上的饼干超过保质期', violation: 'food-expired-or-false-date' };
const own = { id: 'own', title: '本机案例库', published: '2026-11-22', fields: FIELDS };
const start = () => new Worker(new URL('./cases.worker.ts', import.meta.url), { type: 'module' });
const lines = (count: number) =>
  new Blob(records(count).map((record) => `${JSON.stringify(record)}\n`));
const code = (promise: Promise<unknown>): Promise<string> =>
  promise.then(
    () => 'done',
    (error: unknown) => (error instanceof ChiduError ? error.code : (error as Error).name),
  );

let [name, number] = ['', 0];
let stores: CaseStore[] = [];
const store = async () => {
  const opened = await CaseStore.open(name);
  stores.push(opened);
  return opened;
};
/** What lies in the database, by the number of its entries. */
async function contents(): Promise<{ manifests: number; files: number; blocks: number }> {
  const database = await openDB(name);
  const counts = {
    manifests: await database.count('manifests'),
    files: await database.count('files'),
    blocks: await database.count('blocks'),
  };
  database.close();
  return counts;
}

beforeEach(() => {
  number += 1;
  name = `test-${number}-${Math.round(performance.now())}`;
});
afterEach(async () => {
  for (const one of stores) one.close();
  stores = [];
  await deleteDB(name);
});

describe('a library kept in the browser', () => {
  const open = async (source?: MemoryLibrary) =>
    openLibrary({ id: 'test', source, store: await store(), check: null });

  /** Flips one bit in the middle. */
  const flip = (bytes: Uint8Array) =>
    bytes.set([(bytes[bytes.length >> 1] as number) ^ 1], bytes.length >> 1);

  it('is there the next time without its source', async () => {
    const source = await published(records(400));
    const first = await (await open(source)).search(query);
    const library = await open();
    expect(library.origin).to.equal('stored');
    expect(await library.search(query)).to.deep.equal(first);
    expect(await code(library.search({ facts: '水果', violation: 'price-no-marking' }))).to.equal(
      'library-missing',
    );
  });

  it('fetches of a new edition only what changed, and drops what is gone', async () => {
    const before = await published(records(400), { most: 50 });
    await (await open(before)).fetch();
    const after = await published(records(410), { most: 50, previous: before.manifest });
    const library = await open(after);
    const fetched = after.reads.filter((one) => one !== MANIFEST_NAME);
    expect(fetched.length).to.be.within(2, 6);
    expect((await contents()).files).to.equal(after.manifest.shards.length * 2);
    expect((await library.search(query)).records).to.equal(206);
    expect(after.reads.filter((one) => one !== MANIFEST_NAME)).to.deep.equal(fetched);
  });

  it('does not go back to an older edition', async () => {
    const before = await published(records(100));
    const after = await published(records(110), { previous: before.manifest });
    await open(after);
    expect(await code(open(before))).to.equal('library-rollback');
    expect((await open()).manifest.serial).to.equal(2);
  });

  it('stays with the edition it has when the new one cannot be had whole', async () => {
    const before = await published(records(200));
    await (await open(before)).fetch();
    const after = await published(records(210), { previous: before.manifest });
    const [shard] = after.manifest.shards;
    const bytes = after.files.get(shard?.index.name ?? '');
    if (bytes) flip(bytes);
    expect(await code(open(after))).to.equal('library-hash');
    const library = await open();
    expect(library.manifest.serial).to.equal(1);
    expect((await library.search(query)).hits).to.have.length(10);
  });

  it('finds a byte that was flipped on the disk, and mends it from the source', async () => {
    const source = await published(records(200));
    await (await open(source)).fetch();
    const database = await openDB(name);
    for (const key of await database.getAllKeys('files')) {
      const bytes = (await database.get('files', key)) as Uint8Array;
      if (!String(key).endsWith('.index')) continue;
      flip(bytes);
      await database.put('files', bytes, key);
    }
    database.close();
    expect(await code((await open()).search(query))).to.equal('library-hash');
    expect((await (await open(source)).search(query)).hits).to.have.length(10);
    expect((await (await open()).search(query)).hits).to.have.length(10);
  });

  it('finds a byte that was flipped in a stored record', async () => {
    const source = await published(records(200));
    await (await open(source)).fetch();
    const database = await openDB(name);
    for (const key of await database.getAllKeys('blocks')) {
      const bytes = (await database.get('blocks', key)) as Uint8Array;
      flip(bytes);
      await database.put('blocks', bytes, key);
    }
    database.close();
    expect(await code((await open()).search(query))).to.equal('library-hash');
  });

  it('removes a half-written edition at the next change', async () => {
    const source = await published(records(200));
    await (await open(source)).fetch();
    const halves = await published(records(200, 5000));
    const half = await store();
    for (const shard of halves.manifest.shards.slice(0, 2)) {
      const files = [shard.index, shard.texts].map((file) => halves.files.get(file.name));
      await half.putShard(shard, files[0] as Uint8Array, files[1] as Uint8Array);
    }
    const before = await contents();
    expect((await (await open()).search(query)).hits).to.have.length(10);
    await open(await published(records(210), { previous: source.manifest }));
    expect((await contents()).files).to.be.below(before.files);
  });

  it('says so when the browser gives no more room, and keeps what it had', async () => {
    const source = await published(records(200));
    await (await open(source)).fetch();
    const put = IDBObjectStore.prototype.put;
    IDBObjectStore.prototype.put = () => {
      throw new DOMException('full', 'QuotaExceededError');
    };
    try {
      const after = await published(records(210), { previous: source.manifest });
      expect(await code(open(after))).to.equal('library-quota');
    } finally {
      IDBObjectStore.prototype.put = put;
    }
    const library = await open();
    expect(library.manifest.serial).to.equal(1);
    expect((await library.search(query)).hits).to.have.length(10);
  });
});

describe('an own library', () => {
  it('counts only when it is whole: a build that is stopped leaves the one before', async () => {
    const kept = await buildLibrary(lines(400), { ...own, store: await store() });
    const stop = new AbortController();
    const stopped = buildLibrary(lines(9000), {
      ...own,
      store: await store(),
      signal: stop.signal,
      onProgress: ({ done }) => done > 2000 && stop.abort(),
    });
    expect(await code(stopped)).to.equal('AbortError');
    const library = await openLibrary({ id: 'own', store: await store(), check: null });
    expect(library.manifest).to.deep.equal(kept);
    expect((await library.search(query)).hits).to.have.length(10);
    await buildLibrary(lines(500), { ...own, store: await store() });
    expect((await contents()).files).to.equal(6);
  });

  it('names the line that is no record', async () => {
    const file = new Blob([JSON.stringify(records(1)[0]), '\n{"format":"chidu-case-record/1"}\n']);
    const error = await buildLibrary(file, { ...own, store: await store() }).catch((e) => e);
    expect(error).to.include({ code: 'missing-field', at: '2/id' });
    expect(await contents()).to.deep.equal({ manifests: 0, files: 0, blocks: 0 });
  });
});

describe('one writer', () => {
  for (const locks of [undefined, null]) {
    it(`${locks === null ? 'by a lease' : 'by Web Locks'}: the second waits or is told`, async () => {
      const order: string[] = [];
      const started = Promise.withResolvers<void>();
      const first = asOnlyWriter(
        name,
        async () => {
          started.resolve();
          order.push('first begins');
          await new Promise((resolve) => setTimeout(resolve, 300));
          order.push('first ends');
        },
        { locks },
      );
      await started.promise;
      const busy = asOnlyWriter(name, async () => undefined, { locks, wait: false });
      expect(await code(busy)).to.equal('library-busy');
      await Promise.all([first, asOnlyWriter(name, async () => order.push('second'), { locks })]);
      expect(order).to.deep.equal(['first begins', 'first ends', 'second']);
    });
  }

  it('lets two workers build one after the other', async () => {
    const request = { ...own, store: name };
    const build = (count: number) => buildLibraryInWorker(request, lines(count), { start });
    const editions = await Promise.all([build(300), build(400)]);
    expect(editions.map(({ serial }) => serial).sort()).to.deep.equal([1, 2]);
    const library = await openLibrary({ id: 'own', store: await store(), check: null });
    expect(library.manifest.serial).to.equal(2);
    expect((await library.search(query)).hits).to.have.length(10);
    expect((await contents()).files).to.equal(6);
  });
});

describe('a library in a worker', () => {
  const open = (start_: typeof start) =>
    openLibraryInWorker({ id: 'own', store: name }, null, { start: start_ });
  const build = async (count: number) =>
    buildLibrary(lines(count), { ...own, store: await store() });

  it('answers what it answers here', async () => {
    await build(400);
    const there = await open(start);
    const here = await openLibrary({ id: 'own', store: await store(), check: null });
    expect(there.place).to.equal('worker');
    expect(there.manifest).to.deep.equal(here.manifest);
    expect(await there.search(query, { limit: 20 })).to.deep.equal(
      await here.search(query, { limit: 20 }),
    );
    there.close();
  });

  it('brings its errors and their fields across the border', async () => {
    const error = await open(start).catch((e: unknown) => e);
    expect(error).to.be.instanceOf(ChiduError);
    expect(error).to.include({ code: 'library-missing' });
    const bad = new Blob(['{"format":"chidu-case-record/1"}\n']);
    const request = { ...own, store: name };
    const fault = await buildLibraryInWorker(request, bad, { start }).catch((e: unknown) => e);
    expect(fault).to.be.instanceOf(ChiduError);
    expect(fault).to.include({ code: 'missing-field', at: '1/id' });
  });

  it('stops at the signal, and tells how far it has come', async () => {
    const stop = new AbortController();
    const steps: number[] = [];
    const building = buildLibraryInWorker({ ...own, store: name }, lines(20_000), {
      start,
      signal: stop.signal,
      onProgress: ({ done }) => {
        steps.push(done);
        if (done > 0) stop.abort();
      },
    });
    expect(await code(building)).to.equal('AbortError');
    expect(steps.length).to.be.above(0);
    expect((await contents()).manifests).to.equal(0);
  });

  it('asks the main thread about signatures, which knows the keys', async () => {
    await build(100);
    const asked: number[] = [];
    const check = async (signed: Uint8Array) => {
      asked.push(signed.length);
      return null;
    };
    const opening = openLibraryInWorker({ id: 'own', store: name }, check, { start });
    expect(await code(opening)).to.equal('library-signature');
    expect(asked).to.have.length(1);
  });

  it('works on the main thread where the page may have no worker', async () => {
    await build(400);
    const forbidden = () => {
      throw new DOMException('policy', 'SecurityError');
    };
    const broken = () => new Worker('/there/is/no/such/worker.js', { type: 'module' });
    for (const without of [forbidden, broken]) {
      const library = await open(without);
      expect(library.place).to.equal('main');
      expect((await library.search(query)).hits).to.have.length(10);
      library.close();
    }
  });

  it('killed while it builds, leaves the library before it, and the next build is sound', async () => {
    const kept = await build(400);
    let worker: Worker | undefined;
    // A build whose worker is gone never ends.
    await new Promise<void>((resolve, reject) => {
      buildLibraryInWorker({ ...own, store: name }, lines(30_000), {
        start: () => (worker = start()),
        onProgress: ({ done }) => {
          if (done === 0) return;
          worker?.terminate();
          resolve();
        },
      }).then(() => reject(new Error('it was built before it was killed')), reject);
    });
    const library = await openLibrary({ id: 'own', store: await store(), check: null });
    expect(library.manifest).to.deep.equal(kept);
    expect((await library.search(query)).hits).to.have.length(10);
    const again = await build(500);
    expect(again.serial).to.equal(2);
    expect((await contents()).files).to.equal(6);
  });

  it('says of calls under way that the worker has ended', async () => {
    await build(400);
    const library = await open(start);
    const searching = library.search(query);
    library.close();
    expect(await code(searching)).to.equal('worker-lost');
  });
});
