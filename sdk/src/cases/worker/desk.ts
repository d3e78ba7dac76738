import { buildLibrary } from '../build-library.ts';
import {
  type FindOptions,
  type Found,
  type Library,
  openLibrary,
  type Waiting,
} from '../library.ts';
import type { CaseQuery } from '../search/index.ts';
import { bundleSource } from '../shards/bundle.ts';
import type { CheckSigned, LibraryManifest } from '../shards/manifest.ts';
import { urlSource } from '../shards/source.ts';
import { CaseStore } from '../store/case-store.ts';

type Signal = Waiting['signal'];
type Progress = Waiting['onProgress'];

/** What can be sent to a worker of a library that is to be opened. */
export interface LibraryRequest {
  readonly id: string;
  readonly source?: { readonly url: string } | { readonly file: Blob } | undefined;
  /** Database to keep it in; null holds it in memory. @default chidu-cases */
  readonly store?: string | null | undefined;
}

export type BuildRequest = Pick<LibraryManifest, 'id' | 'title' | 'published' | 'fields'> & {
  readonly store?: string | undefined;
  readonly wait?: boolean | undefined;
};

/** The library behind calls whose arguments can cross to a worker: signals and callbacks stand alone. */
export interface LibraryDesk {
  /** Answers as soon as the worker runs. */
  readonly ready: true;
  open(
    request: LibraryRequest,
    check: CheckSigned | null,
    signal: Signal,
    onProgress: Progress,
  ): Promise<Pick<Library, 'manifest' | 'origin'>>;
  search(
    query: CaseQuery,
    options: Omit<FindOptions, keyof Waiting>,
    signal: Signal,
    onProgress: Progress,
  ): Promise<Found>;
  fetch(fields: readonly string[] | undefined, signal: Signal, onProgress: Progress): Promise<void>;
  build(
    request: BuildRequest,
    records: Blob,
    signal: Signal,
    onProgress: Progress,
  ): Promise<LibraryManifest>;
}

/** One desk holds one open library. */
export function libraryDesk(): LibraryDesk {
  let library: Library | undefined;
  const held = () => {
    if (library === undefined) throw new Error('the library is not open');
    return library;
  };
  return {
    ready: true,
    async open({ id, source, store }, check, signal, onProgress) {
      library?.close();
      library = await openLibrary({
        id,
        check,
        signal,
        onProgress,
        store: store === null ? undefined : await CaseStore.open(store),
        source:
          source === undefined
            ? undefined
            : 'url' in source
              ? urlSource(source.url, (input, init) => fetch(input, init))
              : await bundleSource(source.file),
      });
      const { manifest, origin } = library;
      return { manifest, origin };
    },
    search: (query, options, signal, onProgress) =>
      held().search(query, { ...options, signal, onProgress }),
    fetch: (fields, signal, onProgress) =>
      held().fetch({ signal, onProgress, ...(fields ? { fields } : {}) }),
    async build({ store: name, ...request }, records, signal, onProgress) {
      const store = await CaseStore.open(name);
      try {
        return await buildLibrary(records, { ...request, store, signal, onProgress });
      } finally {
        store.close();
      }
    },
  };
}
