import { ChiduError } from '../../errors.ts';

/** Where a published library lies: its manifest and files by name. */
export interface LibrarySource {
  /** @throws ChiduError `library-missing`, `library-fetch`; the signal's reason. */
  read(name: string, signal?: AbortSignal): Promise<Uint8Array>;
}

/** A library on any static host. `fetch` is handed in; no address but those below `base` is asked for. */
export function urlSource(base: string, fetch: typeof globalThis.fetch): LibrarySource {
  const folder = base.endsWith('/') ? base : `${base}/`;
  return {
    async read(name, signal) {
      const response = await fetch(folder + name, {
        credentials: 'omit',
        ...(signal ? { signal } : {}),
      }).catch((cause: unknown) => {
        signal?.throwIfAborted();
        throw new ChiduError('library-fetch', `${name} could not be fetched`, { at: name, cause });
      });
      if (response.status === 404) throw missing(name);
      if (!response.ok) {
        const fields = { status: response.status };
        throw new ChiduError('library-fetch', `${name}: ${response.status}`, { at: name, fields });
      }
      return new Uint8Array(await response.arrayBuffer());
    },
  };
}

export function missing(name: string): ChiduError {
  return new ChiduError('library-missing', `the library has no file ${name}`, { at: name });
}
