import { DatabaseSync } from 'node:sqlite';
import { ChiduError } from '../../../errors.ts';

const BUSY = 5;

/** Something that no second process may have. */
export interface Lock {
  close(): void;
}

/**
 * Take the lock `path`: a transaction on a file of its own. The system drops it when the process ends, however it ends,
 * so that no stale lock needs a person.
 * @throws {ChiduError} `store-locked` where another has it.
 */
export function lockFile(path: string): Lock {
  const lock = new DatabaseSync(path);
  try {
    lock.exec('begin exclusive');
    return lock;
  } catch (error) {
    lock.close();
    const busy =
      error instanceof Error && 'errcode' in error && Number(error.errcode) % 256 === BUSY;
    if (!busy) throw error;
    throw new ChiduError('store-locked', `Another process has ${path}.`, {
      at: path,
      cause: error,
    });
  }
}
