import { readFile, stat } from 'node:fs/promises';
import { type KeyRing, readTrustList, type SeenList, type TrustRoots } from '@chidu/sdk/codes';
import type { TrustSource } from '@chidu/sdk/service';

interface Read {
  readonly changed: number;
  readonly bytes: Uint8Array;
  readonly keys: KeyRing;
}

/**
 * The trust list of a file, read anew when the file is another one. A list that is refused, or an older one, changes
 * nothing: the one before it goes on counting.
 */
export class TrustFile implements TrustSource {
  readonly #path: string;
  readonly #roots: TrustRoots;
  readonly #now: () => number;
  readonly #refused: (error: string) => void;
  #seen: SeenList | null = null;
  #read: Read | null = null;

  private constructor(
    path: string,
    roots: TrustRoots,
    now: () => number,
    refused: (error: string) => void,
  ) {
    this.#path = path;
    this.#roots = roots;
    this.#now = now;
    this.#refused = refused;
  }

  /** @throws {Error} where the list that is there now is refused: a service does not start without one. */
  static async open(
    path: string,
    roots: TrustRoots,
    now: () => number,
    refused: (error: string) => void,
  ): Promise<TrustFile> {
    const file = new TrustFile(path, roots, now, (error) => {
      throw new Error(`trust list: ${error}`);
    });
    await file.#current();
    return new TrustFile(path, roots, now, refused);
  }

  readonly bytes = async (): Promise<Uint8Array> => (await this.#current()).bytes;

  readonly keys = async (): Promise<KeyRing> => (await this.#current()).keys;

  async #current(): Promise<Read> {
    const { mtimeMs: changed } = await stat(this.#path);
    if (this.#read?.changed === changed) return this.#read;
    const bytes = new Uint8Array(await readFile(this.#path));
    const list = await readTrustList(bytes, {
      roots: this.#roots,
      now: this.#now(),
      seen: this.#seen,
      sm2: true,
    });
    if (!list.ok) {
      this.#refused(list.error);
      if (this.#read === null) throw new Error(`trust list: ${list.error}`);
      this.#read = { ...this.#read, changed };
      return this.#read;
    }
    this.#seen = { seq: list.seq, hash: list.hash };
    this.#read = { changed, bytes, keys: list.keys };
    return this.#read;
  }
}
