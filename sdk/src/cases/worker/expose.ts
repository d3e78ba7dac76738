import { type Endpoint, expose } from 'comlink';
import { openBorder } from './border.ts';
import { libraryDesk } from './desk.ts';

/**
 * The whole of a worker file:
 * ```ts
 * import { exposeLibrary } from '@chidu/sdk/cases/worker';
 * exposeLibrary();
 * ```
 * @param endpoint of the worker; the global scope where it is left out.
 */
export function exposeLibrary(endpoint?: Endpoint): void {
  openBorder();
  expose(libraryDesk(), endpoint);
}
