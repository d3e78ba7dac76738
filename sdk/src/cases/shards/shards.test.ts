import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { ChiduError } from '../../errors.ts';
import { type MemoryLibrary, published, records } from '../fixtures/library.ts';
import { type Library, openLibrary } from '../library.ts';
import type { CaseQuery } from '../search/index.ts';
import { bundleHead, bundleSource } from './bundle.ts';
import { MANIFEST_NAME, manifestBody } from './manifest.ts';
import { urlSource } from './source.ts';

const open = (source: MemoryLibrary): Promise<Library> =>
  openLibrary({ id: 'test', source, check: null });
const query = { facts: '货架上的饼干超过保质期', violation: 'food-expired-or-false-date' };
const indexes = ({ reads }: MemoryLibrary) => reads.filter((name) => name.endsWith('.index'));

describe('a library in shards', () => {
  it('opens only the shards that the case needs, and its records one block at a time', async () => {
    const source = await published(records(400));
    const library = await open(source);
    const { hits, fields, records: searched } = await library.search(query);
    expect(fields).toEqual(['food']);
    expect(searched).toBe(200);
    expect(hits).toHaveLength(10);
    for (const { id, record } of hits) expect(record.id).toBe(id);
    expect(hits[0]?.record.violation).toBe('food-expired-or-false-date');
    expect(indexes(source)).toHaveLength(1);
    await library.search({ facts: '饼干' });
    expect(indexes(source)).toHaveLength(3);
  });

  it('answers with the record that was found, from whatever block of whatever shard', async () => {
    const cases = records(600);
    const library = await open(await published(cases, { most: 170 }));
    const { hits } = await library.search({ facts: '当事人编号' }, { limit: 600 });
    expect(hits.length).toBeGreaterThan(500);
    for (const { id, record } of hits) {
      expect(record).toEqual(cases[Number(id.slice('case-'.length))]);
    }
  });

  it('ranks alike however the cases are cut into shards', async () => {
    const cases = records(300);
    const whole = await open(await published(cases));
    const parts = await open(await published(cases, { most: 25 }));
    const scores = async (library: Library) =>
      (await library.search(query, { limit: 30 })).hits
        .map(({ id, score }) => `${score.toFixed(6)} ${id}`)
        .sort();
    expect(await scores(parts)).toEqual(await scores(whole));
  });

  it('is the same bytes for the same records', async () => {
    const [one, two] = [await published(records(100)), await published(records(100))];
    expect([...two.files]).toEqual([...one.files]);
  });

  it('leaves the files of an edition as they are where nothing was added', async () => {
    const before = await published(records(400), { most: 50 });
    const after = await published(records(410), { most: 50, previous: before.manifest });
    expect(after.manifest.serial).toBe(before.manifest.serial + 1);
    const added = [...after.files.keys()].filter((name) => !before.files.has(name));
    // The last shard of each of three fields, two files each.
    expect(added.length).toBeLessThanOrEqual(6);
  });

  it('refuses a file in which one byte was flipped', async () => {
    for (const kind of ['.index', '.records']) {
      const source = await published(records(100));
      for (const [name, bytes] of source.files) {
        const middle = bytes.length >> 1;
        if (name.endsWith(kind)) bytes.set([(bytes[middle] as number) ^ 1], middle);
      }
      const search = (await open(source)).search(query);
      await expect(search).rejects.toMatchObject({ code: 'library-hash' });
    }
  });

  it('refuses what nobody trusted signed, and another version by its name', async () => {
    const source = await published(records(10));
    const unsigned = openLibrary({ id: 'test', source, check: async () => null });
    await expect(unsigned).rejects.toMatchObject({ code: 'library-signature' });
    const next = { ...source.manifest, format: 'chidu-case-library/2' };
    source.files.set(MANIFEST_NAME, new TextEncoder().encode(JSON.stringify(next)));
    await expect(open(source)).rejects.toMatchObject({
      code: 'library-version',
      fields: { format: 'chidu-case-library/2' },
    });
    source.files.set(MANIFEST_NAME, manifestBody({ ...source.manifest, id: 'other' }));
    await expect(open(source)).rejects.toMatchObject({ code: 'library-manifest', at: '/id' });
  });

  it('takes two records of one id for a fault', async () => {
    const twice = [...records(10), ...records(1)];
    await expect(published(twice)).rejects.toMatchObject({ code: 'given-twice', at: 'case-0' });
  });

  it('stops when told to, while building and while opening', async () => {
    const reason = new Error('enough');
    const building = published(records(3000), { signal: AbortSignal.abort(reason) });
    await expect(building).rejects.toBe(reason);
    const source = await published(records(10));
    const opening = openLibrary({
      id: 'test',
      source,
      check: null,
      signal: AbortSignal.abort(reason),
    });
    await expect(opening).rejects.toBe(reason);
  });
});

describe('the library of the first version', () => {
  it('opens for ever, with the answers it gave', async () => {
    const file = new URL('../fixtures/library-1.chidu', import.meta.url);
    const source = await bundleSource(new Blob([readFileSync(file)]));
    const library = await openLibrary({ id: 'test', source, check: null });
    expect(library.manifest).toMatchObject({ kind: 'decisions', serial: 1, records: 200 });
    const { hits } = await library.search({ ...records(6)[5] } as CaseQuery, { limit: 3 });
    expect(hits.map(({ record }) => record)).toContainEqual(records(6)[5]);
  });
});

describe('sources', () => {
  it('read a bundle without its other files', async () => {
    const { files } = await published(records(100));
    const list = [...files].map(([name, bytes]) => ({ name, bytes: bytes.length }));
    const parts = [bundleHead(list), ...files.values()] as Uint8Array<ArrayBuffer>[];
    const source = await bundleSource(new Blob(parts));
    const library = await openLibrary({ id: 'test', source, check: null });
    expect((await library.search(query)).hits).toHaveLength(10);
    await expect(source.read('no.index')).rejects.toMatchObject({ code: 'library-missing' });
    const cut = new Blob(parts.slice(0, -1));
    await expect(bundleSource(cut)).rejects.toMatchObject({ code: 'library-damaged' });
  });

  it('say what an address answered', async () => {
    const answer = (status: number) =>
      urlSource('https://example.org/a', async () => new Response('', { status }));
    await expect(answer(404).read('x')).rejects.toMatchObject({ code: 'library-missing' });
    await expect(answer(503).read('x')).rejects.toMatchObject({
      code: 'library-fetch',
      fields: { status: 503 },
    });
    const down = urlSource('https://example.org/a', async () => {
      throw new TypeError('network');
    });
    await expect(down.read('x')).rejects.toBeInstanceOf(ChiduError);
  });
});
