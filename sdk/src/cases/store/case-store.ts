import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import { ChiduError } from '../../errors.ts';
import type { CaseRecord } from '../record.ts';
import { matching } from '../shards/hash.ts';
import type { LibraryManifest, Shard } from '../shards/manifest.ts';
import { placeOf, readTextHead, recordIn, type TextBlocks } from '../shards/texts.ts';

interface Schema extends DBSchema {
  /** Signed manifest by library id: the one that counts. */
  manifests: {
    key: string;
    value: { readonly signed: Uint8Array; readonly manifest: LibraryManifest };
  };
  /** Whole files by name: indexes, and the heads of files of records. */
  files: { key: string; value: Uint8Array };
  /** Deflated blocks of records: file and number. */
  blocks: { key: [file: string, block: number]; value: Uint8Array };
}

/**
 * Libraries in the browser's IndexedDB. A shard is put in one transaction, so it is there whole or not at all; a new
 * manifest takes the place of the old one in one more. What no manifest lists is left over from something that stopped, and
 * `tidy` removes it.
 *
 * Every method throws ChiduError `library-quota` where the browser gives no more room; what was stored stays.
 */
export class CaseStore {
  readonly #database: IDBPDatabase<Schema>;

  private constructor(database: IDBPDatabase<Schema>) {
    this.#database = database;
  }

  /** @param name of the database; one is enough for all libraries of an origin. */
  static async open(name = 'chidu-cases'): Promise<CaseStore> {
    const database = await openDB<Schema>(name, 1, {
      upgrade(fresh) {
        fresh.createObjectStore('manifests');
        fresh.createObjectStore('files');
        fresh.createObjectStore('blocks');
      },
      // Another tab wants a newer layout, or to delete: it goes on without waiting for this one.
      blocking: (_now, _wanted, event) => (event.target as unknown as { close(): void }).close(),
    });
    return new CaseStore(database);
  }

  close(): void {
    this.#database.close();
  }

  /** The manifest that counts, as it was signed. */
  async manifest(library: string): Promise<Uint8Array | null> {
    return (await this.#database.get('manifests', library))?.signed ?? null;
  }

  /** Makes a manifest count. Its shards need not all be there; those that are not are fetched when a case needs them. */
  async setManifest(manifest: LibraryManifest, signed: Uint8Array): Promise<void> {
    await roomFor(async () => {
      await this.#database.put('manifests', { signed, manifest }, manifest.id);
    });
  }

  async has(shard: Shard): Promise<boolean> {
    const names = [shard.index.name, shard.texts.name];
    const found = await Promise.all(names.map((name) => this.#database.count('files', name)));
    return found.every((count) => count === 1);
  }

  /** Both files of a shard, checked by whoever hands them in. */
  async putShard(shard: Shard, index: Uint8Array, texts: Uint8Array): Promise<void> {
    const { blocks, from } = readTextHead(texts);
    await roomFor(async () => {
      const change = this.#database.transaction(['files', 'blocks'], 'readwrite', {
        durability: 'strict',
      });
      const puts: Promise<unknown>[] = [
        change.objectStore('files').put(index, shard.index.name),
        change.objectStore('files').put(texts.slice(0, from), shard.texts.name),
      ];
      let at = from;
      for (const [block, { bytes }] of blocks.entries()) {
        const key: [string, number] = [shard.texts.name, block];
        puts.push(change.objectStore('blocks').put(texts.slice(at, at + bytes), key));
        at += bytes;
      }
      await Promise.all([...puts, change.done]);
    });
  }

  /** The index of a shard, compared with its hash; null where it is not here. @throws ChiduError `library-hash`. */
  async index(shard: Shard): Promise<Uint8Array | null> {
    const bytes = await this.#database.get('files', shard.index.name);
    return bytes === undefined ? null : matching(shard.index, bytes);
  }

  /** Where the records of a stored shard lie. */
  async texts(shard: Shard): Promise<TextBlocks> {
    const head = await this.#database.get('files', shard.texts.name);
    if (head !== undefined) return readTextHead(head);
    throw new ChiduError('library-missing', 'the shard is not stored', { at: shard.texts.name });
  }

  /**
   * One record by its row. Its block is compared with the head, which `putShard` took from a checked file.
   * @throws ChiduError `library-hash`, `library-damaged`.
   */
  async record(shard: Shard, texts: TextBlocks, row: number): Promise<CaseRecord> {
    const place = placeOf(texts, row);
    const { name } = shard.texts;
    const bytes = await this.#database.get('blocks', [name, place.block]);
    if (bytes !== undefined) return recordIn(texts, place, bytes);
    throw new ChiduError('library-damaged', `block ${place.block} is not there`, { at: name });
  }

  /** Forgets a shard, so that it is fetched anew: after its bytes were found to have changed. */
  async drop(shard: Shard): Promise<void> {
    await this.#dropFiles([shard.index.name, shard.texts.name]);
  }

  /** Removes every file that no stored manifest lists, and answers how many. Call it as the only writer. */
  async tidy(): Promise<number> {
    const stored = await this.#database.getAll('manifests');
    const wanted = new Set(
      stored.flatMap(({ manifest }) =>
        manifest.shards.flatMap(({ index, texts }) => [index.name, texts.name]),
      ),
    );
    const names = await this.#database.getAllKeys('files');
    const left = names.filter((name) => !wanted.has(name));
    await this.#dropFiles(left);
    return left.length;
  }

  async #dropFiles(names: readonly string[]): Promise<void> {
    if (names.length === 0) return;
    const blocks = await this.#database.getAllKeys('blocks');
    const change = this.#database.transaction(['files', 'blocks'], 'readwrite');
    const deletions = [
      ...names.map((name) => change.objectStore('files').delete(name)),
      ...blocks
        .filter(([file]) => names.includes(file))
        .map((key) => change.objectStore('blocks').delete(key)),
    ];
    await Promise.all([...deletions, change.done]);
  }
}

async function roomFor(write: () => Promise<void>): Promise<void> {
  try {
    await write();
  } catch (error) {
    if (error instanceof Error && error.name === 'QuotaExceededError') {
      throw new ChiduError('library-quota', 'the browser gives this store no more room', {
        cause: error,
      });
    }
    throw error;
  }
}
