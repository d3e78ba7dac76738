import { ChiduError } from '../errors.ts';
import type { CaseRecord } from './record.ts';
import {
  type CaseIndex,
  type CaseQuery,
  type Hit,
  openIndex,
  type SearchOptions,
  type SearchResult,
  search,
} from './search/index.ts';
import { matching } from './shards/hash.ts';
import {
  type CheckSigned,
  fieldsFor,
  type LibraryManifest,
  MANIFEST_NAME,
  readManifest,
  type Shard,
} from './shards/manifest.ts';
import type { LibrarySource } from './shards/source.ts';
import { placeOf, readTextHead, recordIn, type TextBlocks } from './shards/texts.ts';
import type { CaseStore } from './store/case-store.ts';
import { asOnlyWriter } from './store/one-writer.ts';

/** A call that takes a while. */
export interface Waiting {
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: ((progress: LibraryProgress) => void) | undefined;
}

export interface LibraryProgress {
  readonly step: 'manifest' | 'fetch' | 'build' | 'store';
  /** Bytes of the files wanted, or records. */
  readonly done: number;
  readonly of: number | null;
}

export interface OpenLibraryOptions extends Waiting {
  /** Id of the library; what a manifest calls itself must be the same. */
  readonly id: string;
  /** Where it is published. Absent: only what the store holds. */
  readonly source?: LibrarySource | undefined;
  /** Keeps shards from one session to the next. Absent: they are held in memory. */
  readonly store?: CaseStore | undefined;
  /** `null` only for a library that was built on this machine. */
  readonly check: CheckSigned | null;
}

export interface FoundCase extends Hit {
  readonly field: string;
  readonly record: CaseRecord;
}

export interface Found extends Omit<SearchResult, 'hits'> {
  readonly hits: readonly FoundCase[];
  /** Fields of law that were searched, and how many records are in them. */
  readonly fields: readonly string[];
  readonly records: number;
}

export interface FindOptions extends SearchOptions, Waiting {
  /** Fields of law to search. @default those of the query's violation, all where it is not known */
  readonly fields?: readonly string[];
}

/**
 * An open library. Shards are opened when a case first needs them and stay open; facts are never sent anywhere.
 * All methods throw ChiduError `library-…` and the signal's reason.
 */
export interface Library {
  readonly manifest: LibraryManifest;
  /** `stored`: the source could not be reached, this is the edition kept from before. */
  readonly origin: 'source' | 'stored';
  search(query: CaseQuery, options?: FindOptions): Promise<Found>;
  /** Opens, and stores, the shards of these fields (default: all), so that they are there without a network. */
  fetch(options?: Waiting & { readonly fields?: readonly string[] }): Promise<void>;
  close(): void;
}

/** @throws ChiduError `library-…`, among them `library-rollback` for an edition older than the one kept. */
export async function openLibrary(options: OpenLibraryOptions): Promise<Library> {
  const { id, source, store, check, signal, onProgress } = options;
  onProgress?.({ step: 'manifest', done: 0, of: null });
  const kept = (await store?.manifest(id)) ?? null;
  const before = kept === null ? null : await readManifest(kept, check);
  let [manifest, origin] = [before, 'stored' as Library['origin']];
  if (source !== undefined) {
    const signed = await source.read(MANIFEST_NAME, signal).catch((error: unknown) => {
      const unreachable = error instanceof ChiduError && error.code === 'library-fetch';
      if (unreachable && before !== null) return null;
      throw error;
    });
    if (signed !== null) {
      manifest = await readManifest(signed, check);
      origin = 'source';
      refuseOther(manifest, id, before);
      if (store !== undefined && manifest.serial !== before?.serial) {
        await update(manifest, signed, before, { source, store, signal, onProgress });
      }
    }
  }
  if (manifest === null) throw new ChiduError('library-missing', `there is no library ${id}`);
  return opened(manifest, origin, source, store);
}

function refuseOther(manifest: LibraryManifest, id: string, before: LibraryManifest | null): void {
  if (manifest.id !== id) {
    throw new ChiduError('library-manifest', `this is the library ${manifest.id}`, { at: '/id' });
  }
  if (before === null || manifest.serial >= before.serial) return;
  const fields = { serial: manifest.serial, kept: before.serial };
  throw new ChiduError('library-rollback', 'an older edition than the one kept', { fields });
}

/** Fetches what the new edition has in place of stored shards, then makes it count, then removes what is left over. */
async function update(
  manifest: LibraryManifest,
  signed: Uint8Array,
  before: LibraryManifest | null,
  { source, store, signal, onProgress }: { source: LibrarySource; store: CaseStore } & Waiting,
): Promise<void> {
  const write = async () => {
    const used = new Set<string>();
    for (const shard of before?.shards ?? []) if (await store.has(shard)) used.add(shard.field);
    const wanted = manifest.shards.filter(({ field }) => used.has(field));
    await install(wanted, { source, store, signal, onProgress });
    await store.setManifest(manifest, signed);
    await store.tidy();
  };
  await asOnlyWriter(manifest.id, write, { signal });
}

/** Fetches, checks and stores the shards that the store does not have. */
async function install(
  shards: readonly Shard[],
  { source, store, signal, onProgress }: { source: LibrarySource; store: CaseStore } & Waiting,
): Promise<void> {
  const missing: Shard[] = [];
  for (const shard of shards) if (!(await store.has(shard))) missing.push(shard);
  const of = missing.reduce((sum, { index, texts }) => sum + index.bytes + texts.bytes, 0);
  let done = 0;
  for (const shard of missing) {
    signal?.throwIfAborted();
    const index = await matching(shard.index, await source.read(shard.index.name, signal));
    const texts = await matching(shard.texts, await source.read(shard.texts.name, signal));
    await store.putShard(shard, index, texts);
    done += index.length + texts.length;
    onProgress?.({ step: 'fetch', done, of });
  }
}

/** A shard that is open for searching. */
interface Open {
  readonly shard: Shard;
  readonly index: CaseIndex;
  readonly record: (row: number) => Promise<CaseRecord>;
}

function opened(
  manifest: LibraryManifest,
  origin: Library['origin'],
  source: LibrarySource | undefined,
  store: CaseStore | undefined,
): Library {
  const open = new Map<string, Promise<Open>>();

  const openShard = (shard: Shard, waiting: Waiting): Promise<Open> => {
    const { name } = shard.index;
    const there = open.get(name);
    if (there !== undefined) return there;
    const opening = store
      ? fromStore(shard, source, store, waiting)
      : fromSource(shard, source, waiting);
    open.set(name, opening);
    // What failed, or was called off, is tried again the next time.
    opening.catch(() => open.delete(name));
    return opening;
  };
  const openFields = async (fields: readonly string[], waiting: Waiting): Promise<Open[]> => {
    const all: Open[] = [];
    for (const shard of manifest.shards) {
      if (fields.includes(shard.field)) all.push(await openShard(shard, waiting));
    }
    return all;
  };

  return {
    manifest,
    origin,
    async search(query, options = {}) {
      const fields = options.fields ?? fieldsFor(manifest, query.violation);
      const shards = await openFields(fields, options);
      options.signal?.throwIfAborted();
      const indexes = shards.map(({ index }) => index);
      const { hits, ...result } = search(indexes, query, options);
      const found = hits.map(async (hit): Promise<FoundCase> => {
        const { shard, record } = shards[hit.index] as Open;
        return { ...hit, field: shard.field, record: await record(hit.row) };
      });
      const records = shards.reduce((sum, { shard }) => sum + shard.records, 0);
      return { ...result, hits: await Promise.all(found), fields, records };
    },
    async fetch({ fields, ...waiting } = {}) {
      await openFields(fields ?? fieldsFor(manifest, undefined), waiting);
    },
    close: () => open.clear(),
  };
}

async function fromStore(
  shard: Shard,
  source: LibrarySource | undefined,
  store: CaseStore,
  waiting: Waiting,
): Promise<Open> {
  const stored = async () => {
    const bytes = await store.index(shard);
    return bytes === null ? null : openIndex(bytes);
  };
  let index: CaseIndex | null;
  try {
    index = await stored();
  } catch (error) {
    const damaged = error instanceof ChiduError && error.code === 'library-hash';
    if (!damaged || source === undefined) throw error;
    // Bytes that changed on this disk: the published ones take their place.
    await store.drop(shard);
    index = null;
  }
  if (index === null) {
    if (source === undefined) {
      throw new ChiduError('library-missing', 'the shard is not stored', { at: shard.index.name });
    }
    await install([shard], { source, store, ...waiting });
    index = await stored();
  }
  if (index === null) throw new ChiduError('library-damaged', 'a stored shard cannot be read');
  const texts = await store.texts(shard);
  return { shard, index, record: (row) => store.record(shard, texts, row) };
}

async function fromSource(
  shard: Shard,
  source: LibrarySource | undefined,
  { signal }: Waiting,
): Promise<Open> {
  if (source === undefined) throw new ChiduError('library-missing', 'neither source nor store');
  const index = await matching(shard.index, await source.read(shard.index.name, signal));
  let texts: Promise<{ bytes: Uint8Array; head: TextBlocks }> | undefined;
  const read = async () => {
    const bytes = await matching(shard.texts, await source.read(shard.texts.name));
    return { bytes, head: readTextHead(bytes) };
  };
  return {
    shard,
    index: openIndex(index),
    record: async (row) => {
      texts ??= read();
      texts.catch(() => {
        texts = undefined;
      });
      const { bytes, head } = await texts;
      const place = placeOf(head, row);
      return recordIn(head, place, bytes.subarray(place.from, place.to));
    },
  };
}
