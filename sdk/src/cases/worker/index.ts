export type { BuildRequest, LibraryDesk, LibraryRequest } from './desk.ts';
export { exposeLibrary } from './expose.ts';
export {
  buildLibraryInWorker,
  type LibraryWorker,
  openLibraryInWorker,
  type WorkerLibrary,
  type WorkerOptions,
} from './open-in-worker.ts';
