import { type Endpoint, proxy, type Remote, wrap } from 'comlink';
import { ChiduError } from '../../errors.ts';
import type { Library, Waiting } from '../library.ts';
import type { CheckSigned, LibraryManifest } from '../shards/manifest.ts';
import { openBorder } from './border.ts';
import type { BuildRequest, LibraryDesk, LibraryRequest } from './desk.ts';

/** A worker whose file calls `exposeLibrary`. */
export type LibraryWorker = Endpoint & { terminate(): void };

export interface WorkerOptions extends Waiting {
  /**
   * Starts the worker, `() => new Worker(new URL('./cases.worker.ts', import.meta.url), { type: 'module' })`. Where the page may
   * not (a policy, another origin), the library runs on the main thread instead.
   */
  readonly start: () => LibraryWorker;
}

/** As `Library`; `place` says where it runs. `close` ends the worker, and calls under way with `worker-lost`. */
export interface WorkerLibrary extends Library {
  readonly place: 'worker' | 'main';
}

/**
 * `openLibrary` in a worker: the same results, errors and signals.
 * @throws as `openLibrary`; ChiduError `worker-lost` when the worker fails while it works.
 */
export async function openLibraryInWorker(
  request: LibraryRequest,
  check: CheckSigned | null,
  { start, signal, onProgress }: WorkerOptions,
): Promise<WorkerLibrary> {
  const line = await connect(start);
  try {
    const { manifest, origin } = await line.call(signal, (desk, own) =>
      desk.open(request, check && line.send(check), own, line.send(onProgress)),
    );
    return {
      manifest,
      origin,
      place: line.place,
      search: (query, { signal: stop, onProgress: tell, ...options } = {}) =>
        line.call(stop, (desk, own) => desk.search(query, options, own, line.send(tell))),
      fetch: ({ fields, signal: stop, onProgress: tell } = {}) =>
        line.call(stop, (desk, own) => desk.fetch(fields, own, line.send(tell))),
      close: line.end,
    };
  } catch (error) {
    line.end();
    throw error;
  }
}

/** `buildLibrary` in a worker that ends with it. */
export async function buildLibraryInWorker(
  request: BuildRequest,
  records: Blob,
  { start, signal, onProgress }: WorkerOptions,
): Promise<LibraryManifest> {
  const line = await connect(start);
  try {
    return await line.call(signal, (desk, own) =>
      desk.build(request, records, own, line.send(onProgress)),
    );
  } finally {
    line.end();
  }
}

/** A desk, here or in a worker. */
interface Line {
  readonly place: 'worker' | 'main';
  call<T>(
    signal: AbortSignal | undefined,
    ask: (desk: LibraryDesk, signal: AbortSignal | undefined) => Promise<T>,
  ): Promise<T>;
  /** A function as it can be handed to the desk. */
  send<F extends ((...values: never[]) => unknown) | undefined>(value: F): F;
  readonly end: () => void;
}

async function connect(start: () => LibraryWorker): Promise<Line> {
  const up = await started(start);
  if (up === null) {
    const { libraryDesk } = await import('./desk.ts');
    const desk = libraryDesk();
    return {
      place: 'main',
      call: (signal, ask) => ask(desk, signal),
      send: (value) => value,
      end: () => undefined,
    };
  }
  const { worker, remote } = up;
  const lost = Promise.withResolvers<never>();
  lost.promise.catch(() => undefined);
  const lose = () => lost.reject(new ChiduError('worker-lost', 'the worker has ended'));
  worker.addEventListener('error', lose);
  return {
    place: 'worker',
    async call(signal, ask) {
      signal?.throwIfAborted();
      // A signal for this call alone: what listens at the border goes away with the call.
      const own = new AbortController();
      const abort = () => own.abort(signal?.reason);
      signal?.addEventListener('abort', abort, { once: true });
      try {
        const desk = remote as unknown as LibraryDesk;
        return await Promise.race([ask(desk, signal && own.signal), lost.promise]);
      } finally {
        signal?.removeEventListener('abort', abort);
      }
    },
    send: (value) =>
      value === undefined ? value : (proxy(value as object) as unknown as typeof value),
    end() {
      lose();
      worker.terminate();
    },
  };
}

/** A worker that answers; `remote` is a proxy, which a promise would take for one of its own. */
interface Started {
  readonly worker: LibraryWorker;
  readonly remote: Remote<LibraryDesk>;
}

/**
 * A worker that answers, or null where the page cannot have one. Its one proxy is kept: when a first one is collected, comlink
 * tells the worker to listen no longer.
 */
async function started(start: () => LibraryWorker): Promise<Started | null> {
  openBorder();
  let worker: LibraryWorker;
  try {
    worker = start();
  } catch {
    return null;
  }
  const up = Promise.withResolvers<boolean>();
  const failed = () => up.resolve(false);
  worker.addEventListener('error', failed);
  const remote = wrap<LibraryDesk>(worker);
  void remote.ready.then(
    () => up.resolve(true),
    () => up.resolve(true),
  );
  const answers = await up.promise;
  worker.removeEventListener('error', failed);
  if (answers) return { worker, remote };
  worker.terminate();
  return null;
}
