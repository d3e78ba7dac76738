import type { LogPlace } from '../api/index.ts';
import { ChiduError } from '../errors.ts';
import {
  decodeLeaf,
  encodeBundle,
  formatReceipt,
  HASH_BYTES,
  type Leaf,
  parseTilePath,
  proveInclusion,
  TILE_WIDTH,
  tileIn,
} from '../log/index.ts';
import type { AuthorityLog } from './store/log/authority-log.ts';
import { type LogKey, logTables, type SignedHead } from './store/log/log-tables.ts';
import type { Appended, NewEntry } from './store/log/new-entry.ts';
import { keptTiles } from './store/log/stored-tiles.ts';
import type { Database } from './store/sql/database.ts';

/** How long an entry may wait for its checkpoint, and how often that is looked for. Milliseconds. */
const PATIENCE = 10_000;
const PAUSE = 10;
/** Cosigned checkpoints that are looked at for one of enough chains; behind them the newest has to do. */
const MOST_LOOKED_AT = 50;

/** An entry as it is read back, with its body where that still exists. */
export interface ReadEntry {
  readonly index: number;
  readonly at: number;
  readonly leaf: Leaf;
  readonly body: Uint8Array | null;
}

/** The logs of the authorities that a service keeps: written through one end each, read from the store. */
export class Logs {
  readonly #database: Database;
  readonly #tiles: ReturnType<typeof keptTiles>;
  readonly #writers: ReadonlyMap<string, AuthorityLog>;
  readonly #quorum: number;
  readonly #chainOf: (witness: string) => string;

  /**
   * @param quorum chains of command that must have cosigned a checkpoint that receipts are given against; 0 for none
   * @param chainOf chain of a witness, by its name
   */
  constructor(
    database: Database,
    writers: ReadonlyMap<string, AuthorityLog>,
    { quorum, chainOf }: { quorum: number; chainOf: (witness: string) => string },
  ) {
    this.#database = database;
    this.#tiles = keptTiles(database.reader);
    this.#writers = writers;
    this.#quorum = quorum;
    this.#chainOf = chainOf;
  }

  /** Enter something; resolves when it is in a signed checkpoint. @throws {ChiduError} what `AuthorityLog.append` throws. */
  append(authority: string, entry: NewEntry): Promise<Appended> {
    const log = this.#writers.get(authority);
    if (log === undefined) {
      throw new ChiduError('not-found', 'no such authority', { at: 'authority' });
    }
    return log.append(entry);
  }

  /** Why a log no longer writes; null while all do. */
  get stopped(): unknown {
    for (const log of this.#writers.values()) if (log.stopped !== null) return log.stopped;
    return null;
  }

  /** The newest signed checkpoint. */
  head(log: LogKey): Promise<SignedHead | null> {
    return logTables.latestCheckpoint(this.#database.reader, log);
  }

  /** The newest checkpoint as it is published, with what witnesses have put under it. */
  async checkpoint(log: LogKey): Promise<string | null> {
    const head = await this.head(log);
    return head && this.#cosigned(log, head);
  }

  /**
   * Entry, place and checkpoint as one text (tlog-proof), against the first checkpoint with the entry that enough
   * witnesses have cosigned: that is what saves a code whose key is revoked later. Until there is one, against the newest.
   *
   * @throws {ChiduError} `store-unavailable` where no checkpoint with the entry is published in time.
   */
  async receipt({ authority, year, index }: LogPlace): Promise<string> {
    const log = { authority, year };
    const { reader } = this.#database;
    const head = (await this.#witnessed(log, index)) ?? (await this.published({ ...log, index }));
    const [[entry], proof, note] = await Promise.all([
      logTables.entries(reader, log, index, index + 1),
      proveInclusion(index, head.size, this.#tiles(log)),
      this.#cosigned(log, head),
    ]);
    if (entry === undefined) throw new ChiduError('not-found', 'no such entry', { at: 'index' });
    return formatReceipt({ entry: entry.data, index, proof, note });
  }

  /** The same for an entry that was made just now: it is at hand, and no witness can have cosigned its checkpoint. */
  async firstReceipt({ position, data, head }: Appended): Promise<string> {
    const { index } = position;
    const proof = await proveInclusion(index, head.size, this.#tiles(position));
    return formatReceipt({ entry: data, index, proof, note: head.note });
  }

  /**
   * The newest checkpoint once it holds an entry. An entry can be read a moment before its checkpoint is signed, by whoever
   * asks for the same thing at the same time; nothing is told about it until then.
   *
   * @throws {ChiduError} `store-unavailable` where that takes too long.
   */
  async published({ authority, year, index }: LogPlace): Promise<SignedHead> {
    for (let waited = 0; waited < PATIENCE; waited += PAUSE) {
      const head = await this.head({ authority, year });
      if (head !== null && head.size > index) return head;
      await new Promise((done) => setTimeout(done, PAUSE));
    }
    throw new ChiduError('store-unavailable', 'the entry is in no checkpoint yet');
  }

  /**
   * Waits until all that stands in the logs of an authority by now lies in a checkpoint: a year is published before the next begins.
   *
   * @throws {ChiduError} `store-unavailable` where that takes too long.
   */
  async settled(authority: string): Promise<void> {
    const { reader } = this.#database;
    const year = await logTables.latestYear(reader, authority);
    if (year === null) return;
    const size = (await logTables.state(reader, { authority, year }))?.size ?? 0;
    if (size > 0) await this.published({ authority, year, index: size - 1 });
  }

  /** A tile or a bundle of entries by its path below the log, or null where the published tree has none. */
  async tile(log: LogKey, path: string): Promise<Uint8Array | null> {
    const asked = parseTilePath(path);
    const head = asked && (await this.head(log));
    if (!asked || !head) return null;
    const { index, width } = asked;
    const level = asked.level === 'entries' ? 0 : asked.level;
    const there = tileIn(head.size, level, index);
    if (there === null || there.width < width) return null;
    const { reader } = this.#database;
    if (asked.level !== 'entries') {
      const [found] = await this.#tiles(log)([{ level, index, width }]);
      return found?.subarray(0, width * HASH_BYTES) ?? null;
    }
    const from = index * TILE_WIDTH;
    const rows = await logTables.entries(reader, log, from, from + width);
    return encodeBundle(rows.map(({ data }) => data));
  }

  /** Entries from an index on, of those that are in a checkpoint, with their bodies. */
  async entries(log: LogKey, from: number, limit: number): Promise<ReadEntry[]> {
    const head = await this.head(log);
    const to = Math.min(from + limit, head?.size ?? 0);
    if (to <= from) return [];
    const { reader } = this.#database;
    const [rows, bodies] = await Promise.all([
      logTables.entries(reader, log, from, to),
      logTables.bodies(reader, log, from, to),
    ]);
    const bodyAt = new Map(bodies.map(({ idx, body }) => [idx, body]));
    return rows.flatMap(({ idx, at, data }) => {
      const read = decodeLeaf(data);
      return read.ok ? [{ index: idx, at, leaf: read.leaf, body: bodyAt.get(idx) ?? null }] : [];
    });
  }

  /** Finishes what has come and takes no more. */
  async close(): Promise<void> {
    await Promise.all([...this.#writers.values()].map((log) => log.close()));
  }

  /** The first checkpoint with an entry that witnesses of enough chains have cosigned. */
  async #witnessed(log: LogKey, index: number): Promise<SignedHead | null> {
    if (this.#quorum === 0) return null;
    const { reader } = this.#database;
    let size: number | null = index;
    for (let looked = 0; looked < MOST_LOOKED_AT; looked += 1) {
      size = await logTables.cosignedFrom(reader, log, size, this.#quorum);
      if (size === null) return null;
      const lines = await logTables.cosignatures(reader, log, size);
      const chains = new Set(lines.map(({ witness }) => this.#chainOf(witness)));
      if (chains.size >= this.#quorum) return logTables.checkpoint(reader, log, size);
    }
    return null;
  }

  async #cosigned(log: LogKey, { size, note }: SignedHead): Promise<string> {
    const lines = await logTables.cosignatures(this.#database.reader, log, size);
    return note + lines.map(({ line }) => line).join('');
  }
}
