import { mkdir, readFile, rename, stat, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import {
  acceptTrustList,
  type KeyRing,
  type SeenList,
  type TrustMemory,
  type TrustRoots,
} from '@chidu/sdk/codes';
import type { TrustSource } from '@chidu/sdk/service';

interface Read {
  readonly changed: number;
  readonly bytes: Uint8Array;
  readonly keys: KeyRing;
  readonly nextUpdate: number;
}

/**
 * The trust list of a file, read anew when the file is another one. A list that is refused, or an older one, changes
 * nothing: the one before it goes on counting. The newest number seen is remembered over restarts.
 */
export class TrustFile implements TrustSource {
  readonly #path: string;
  readonly #memory: TrustMemory;
  readonly #roots: TrustRoots;
  readonly #now: () => number;
  readonly #refused: (error: string) => void;
  #read: Read | null = null;

  private constructor(
    path: string,
    memory: TrustMemory,
    roots: TrustRoots,
    now: () => number,
    refused: (error: string) => void,
  ) {
    this.#path = path;
    this.#memory = memory;
    this.#roots = roots;
    this.#now = now;
    this.#refused = refused;
  }

  /**
   * @param seen File that remembers the newest list; best where no restored backup takes it back.
   * @throws {Error} where the list that is there now is refused: a service does not start without one.
   */
  static async open(
    path: string,
    seen: string,
    roots: TrustRoots,
    now: () => number,
    refused: (error: string) => void,
  ): Promise<TrustFile> {
    const file = new TrustFile(path, memoryIn(seen), roots, now, (error) => {
      throw new Error(`trust list: ${error}`);
    });
    await file.#current();
    return new TrustFile(path, memoryIn(seen), roots, now, refused);
  }

  readonly bytes = async (): Promise<Uint8Array> => (await this.#current()).bytes;

  readonly keys = async (): Promise<KeyRing> => (await this.#current()).keys;

  readonly nextUpdate = async (): Promise<number> => (await this.#current()).nextUpdate;

  async #current(): Promise<Read> {
    const { mtimeMs: changed } = await stat(this.#path);
    if (this.#read?.changed === changed) return this.#read;
    const bytes = new Uint8Array(await readFile(this.#path));
    const list = await acceptTrustList(bytes, {
      roots: this.#roots,
      now: this.#now(),
      memory: this.#memory,
      sm2: true,
    });
    if (!list.ok) {
      this.#refused(list.error);
      if (this.#read === null) throw new Error(`trust list: ${list.error}`);
      this.#read = { ...this.#read, changed };
      return this.#read;
    }
    const nextUpdate = Date.parse(list.list.nextUpdate);
    this.#read = { changed, bytes, keys: list.keys, nextUpdate };
    return this.#read;
  }
}

const memoryIn = (path: string): TrustMemory => ({
  read: async () => {
    try {
      return JSON.parse(await readFile(path, 'utf8')) as SeenList;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
      throw error;
    }
  },
  write: async (seen) => {
    await mkdir(dirname(path), { recursive: true });
    await writeFile(`${path}.new`, JSON.stringify(seen), { flush: true });
    await rename(`${path}.new`, path);
  },
});
