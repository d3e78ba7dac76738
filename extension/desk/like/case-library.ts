import { openLibraryInWorker, type WorkerLibrary } from '@chidu/sdk/cases/worker';

/** The library of this machine, under one id: made from a file in the settings and kept in the browser. */
export const LIBRARY_ID = 'officer';

export const startWorker = (): Worker =>
  new Worker(new URL('./cases.worker.ts', import.meta.url), { type: 'module' });

let opened: Promise<WorkerLibrary> | undefined;

/** Opens it once for a page; facts go to a worker of this page and no further. @throws ChiduError `library-…` */
export function caseLibrary(): Promise<WorkerLibrary> {
  opened ??= openLibraryInWorker({ id: LIBRARY_ID }, null, { start: startWorker });
  opened.catch(() => {
    opened = undefined;
  });
  return opened;
}

/** Opens it anew at the next call: a new edition was built. */
export async function closeLibrary(): Promise<void> {
  const before = opened;
  opened = undefined;
  (await before?.catch(() => null))?.close();
}
