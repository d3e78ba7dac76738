import { open, readFile, rename } from 'node:fs/promises';
import { join } from 'node:path';
import type { LibrarySource } from '@chidu/sdk/cases';
import { ChiduError } from '@chidu/sdk/errors';

/** A library in a folder of this machine. */
export function folderSource(folder: string): LibrarySource {
  return {
    async read(name, signal) {
      try {
        return await readFile(join(folder, name), signal ? { signal } : {});
      } catch (cause) {
        signal?.throwIfAborted();
        throw new ChiduError('library-missing', `the library has no file ${name}`, {
          at: name,
          cause,
        });
      }
    },
  };
}

/** A file that is there whole or not at all: written under another name, brought to the disk, renamed. */
export async function writeWhole(
  path: string,
  parts: Iterable<Uint8Array> | AsyncIterable<Uint8Array>,
): Promise<void> {
  const file = await open(`${path}.part`, 'w');
  try {
    for await (const part of parts) await file.writeFile(part);
    await file.sync();
  } finally {
    await file.close();
  }
  await rename(`${path}.part`, path);
}
