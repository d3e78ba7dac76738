import { ChiduError } from '../errors.ts';
import type { LibraryProgress, Waiting } from './library.ts';
import { type CaseRecord, loadRecord } from './record.ts';
import { buildShards } from './shards/build-shards.ts';
import { type LibraryManifest, manifestBody, readManifest } from './shards/manifest.ts';
import { deflateFast } from './shards/texts.ts';
import type { CaseStore } from './store/case-store.ts';
import { asOnlyWriter } from './store/one-writer.ts';

export interface BuildLibraryOptions
  extends Pick<LibraryManifest, 'id' | 'title' | 'published' | 'fields'>,
    Waiting {
  readonly store: CaseStore;
  /** Wait while another tab builds this library, or answer `library-busy`. @default true */
  readonly wait?: boolean | undefined;
}

/**
 * Builds an officer's own library from a file of records (JSON Lines) into the store. It counts when the last shard is
 * stored; until then, and when it is stopped, the one before stays as it was.
 *
 * @throws ChiduError `library-busy`, `library-quota`, `given-twice`, `json` or `schema` with the line; the signal's reason.
 */
export async function buildLibrary(
  file: Blob,
  { id, title, published, fields, store, signal, onProgress, wait }: BuildLibraryOptions,
): Promise<LibraryManifest> {
  const build = async () => {
    // What an earlier build left behind when it was stopped.
    await store.tidy();
    const kept = await store.manifest(id);
    const previous = kept === null ? undefined : await readManifest(kept, null);
    const progress = (step: LibraryProgress['step']) => (done: number) =>
      onProgress?.({ step, done, of: null });
    const manifest = await buildShards(
      recordsIn(file),
      async (shard, index, texts) => {
        if (!(await store.has(shard))) await store.putShard(shard, index, texts);
      },
      {
        id,
        title,
        published,
        fields,
        deflate: deflateFast,
        onProgress: progress('build'),
        ...(previous ? { previous } : {}),
        ...(signal ? { signal } : {}),
      },
    );
    signal?.throwIfAborted();
    await store.setManifest(manifest, manifestBody(manifest));
    await store.tidy();
    return manifest;
  };
  return asOnlyWriter(id, build, { signal, wait });
}

/** Records of JSON Lines, read as they come. @throws ChiduError `json`, `schema` … with the line as place. */
async function* recordsIn(file: Blob): AsyncGenerator<CaseRecord> {
  let line = 0;
  let rest = '';
  const decoder = new TextDecoder('utf-8', { fatal: true });
  const reader = file.stream().getReader();
  for (let last = false; !last; ) {
    const { done, value } = await reader.read();
    last = done;
    const lines = (rest + decoder.decode(value, { stream: !done })).split('\n');
    rest = done ? '' : (lines.pop() ?? '');
    for (const text of lines) {
      line += 1;
      if (text.trim() !== '') yield recordIn(text, line);
    }
  }
}

function recordIn(text: string, line: number): CaseRecord {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (cause) {
    throw new ChiduError('json', 'the line is not JSON', { at: String(line), cause });
  }
  const loaded = loadRecord(value);
  if (loaded.ok) return loaded.value;
  const [{ code, at, message } = { code: 'schema' as const, at: '', message: '' }] = loaded.issues;
  throw new ChiduError(code, message, { at: `${line}${at}` });
}
