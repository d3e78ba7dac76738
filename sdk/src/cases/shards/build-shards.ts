import { ChiduError } from '../../errors.ts';
import type { CaseRecord } from '../record.ts';
import { buildIndex, measureFields, toBytes } from '../search/index.ts';
import { fileOf } from './hash.ts';
import type { LibraryManifest, Shard } from './manifest.ts';
import { type Deflate, packTexts } from './texts.ts';

/**
 * Takes the shards of a library as they are made. Names are hashes, so what is there already under a name has the same
 * bytes and need not be written again.
 */
export type ShardSink = (shard: Shard, index: Uint8Array, texts: Uint8Array) => Promise<void>;

export interface BuildShardsOptions
  extends Pick<LibraryManifest, 'id' | 'title' | 'published' | 'fields'> {
  /** @default decisions */
  readonly kind?: LibraryManifest['kind'];
  /** Records a shard holds at most. @default 20000 */
  readonly most?: number;
  /** The edition before. Its measures are kept, so that shards whose records are the same stay the same files. */
  readonly previous?: LibraryManifest;
  /** How texts are packed. @default in JavaScript, the same bytes on every platform */
  readonly deflate?: Deflate;
  readonly signal?: AbortSignal;
  /** Records that are in finished shards, and those read so far. */
  readonly onProgress?: (done: number, read: number) => void;
}

/** Records that the lengths of fields are measured on. */
const MEASURED = 8192;

/**
 * Builds the shards of a library from records in a stable order: new cases at the end leave all but the last shard of
 * their field as they were. Holds one unfinished shard for each field of law and never the whole. Answers the manifest,
 * which becomes the library only when the caller signs and stores it.
 *
 * @throws ChiduError `given-twice` for an id that comes again; the signal's reason.
 */
export async function buildShards(
  records: Iterable<CaseRecord> | AsyncIterable<CaseRecord>,
  sink: ShardSink,
  options: BuildShardsOptions,
): Promise<LibraryManifest> {
  const { id, title, published, fields, previous, deflate, signal, onProgress } = options;
  const { kind = 'decisions', most = 20_000 } = options;
  const fieldOf = new Map(
    Object.entries(fields).flatMap(([field, ids]) => ids.map((one) => [one, field])),
  );
  const seen = new Set<string>();
  const open = new Map<string, CaseRecord[]>();
  const shards: Shard[] = [];
  let averages = previous?.averages;
  let first: CaseRecord[] = [];
  let [done, read] = [0, 0];

  const finish = async (field: string) => {
    const own = open.get(field) ?? [];
    open.delete(field);
    signal?.throwIfAborted();
    if (averages === undefined) throw new Error('shards are finished after measuring');
    const index = toBytes(await buildIndex(own, { averages, ...(signal ? { signal } : {}) }));
    const texts = await packTexts(own, deflate);
    const shard = {
      field,
      records: own.length,
      index: await fileOf(index, 'index'),
      texts: await fileOf(texts, 'records'),
    };
    await sink(shard, index, texts);
    shards.push(shard);
    done += own.length;
    onProgress?.(done, read);
  };
  const add = async (record: CaseRecord) => {
    const field = fieldOf.get(record.violation ?? '') ?? 'other';
    const own = open.get(field);
    if (own === undefined) open.set(field, [record]);
    else own.push(record);
    if ((own?.length ?? 1) >= most) await finish(field);
  };
  const measured = async () => {
    averages ??= measureFields(first);
    for (const record of first) await add(record);
    first = [];
  };

  for await (const record of records) {
    if (seen.has(record.id)) {
      throw new ChiduError('given-twice', `two records have the id ${record.id}`, {
        at: record.id,
      });
    }
    seen.add(record.id);
    read += 1;
    if (read % 1024 === 0) {
      signal?.throwIfAborted();
      onProgress?.(done, read);
    }
    if (averages !== undefined && first.length === 0) await add(record);
    else if (first.push(record) >= MEASURED) await measured();
  }
  await measured();
  for (const field of [...open.keys()].sort()) await finish(field);
  shards.sort((a, b) => (a.field < b.field ? -1 : a.field > b.field ? 1 : 0));
  return {
    format: 'chidu-case-library/1',
    id,
    title,
    kind,
    serial: (previous?.serial ?? 0) + 1,
    published,
    records: read,
    averages: averages ?? measureFields([]),
    fields,
    shards,
  };
}
