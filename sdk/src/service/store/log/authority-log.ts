import { toHex } from '../../../codes/bytes.ts';
import { ChiduError } from '../../../errors.ts';
import { encodeLeaf } from '../../../log/leaf.ts';
import { LONGEST_ENTRY } from '../../../log/tile.ts';
import type { Database, Transaction } from '../sql/database.ts';
import { fastLeafHash } from './fast-hash.ts';
import {
  type BodyRow,
  type EntryRow,
  type LogState,
  logTables,
  type SignedHead,
} from './log-tables.ts';
import type { Appended, NewEntry, Position } from './new-entry.ts';
import { proveStart, type StartOptions } from './prove-start.ts';
import { Publisher } from './publisher.ts';
import { yearOf } from './year.ts';

/** Most entries of a batch. Whoever comes while one is being written waits for the next. */
const BATCH = 64;
/** A clock this far behind the last entry is set wrong, and is not another host's. Milliseconds. */
const CLOCK_TOLERANCE = 2_000;
/** How long what is written waits for its checkpoint while the database is away, and how often that is tried. */
const PATIENCE = 30_000;
const PAUSE = 200;

export interface LogOptions extends StartOptions {
  readonly database: Database;
  readonly authority: string;
  /** Milliseconds since 1970. */
  readonly clock: () => number;
  /** Most entries of a batch, 64. */
  readonly batch?: number;
}

/** Somebody who waits for an entry. */
interface Pending {
  readonly entry: NewEntry;
  readonly resolve: (appended: Appended) => void;
  readonly reject: (error: unknown) => void;
}

/** On disk, and not in a checkpoint yet. */
interface Written {
  readonly pending: Pending;
  readonly position: Position;
  readonly data: Uint8Array;
  readonly since: number;
}

/** What became of a batch. */
interface Placed {
  readonly written: readonly Written[];
  readonly refused: readonly (readonly [Pending, unknown])[];
}

/** Nothing was placed: the year is over, and the log is now being closed, or was closed and published before. */
type NotPlaced = 'closing' | 'over';

/**
 * The writing end of an authority's logs. Entries that come while a batch is being written make up the next one; each
 * transaction has signed what the one before it wrote, publishes what was signed meanwhile, and writes its own, so that an
 * entry is acknowledged when it is on disk and in a checkpoint that is signed and on disk. Several processes may write: whoever holds the row
 * of the log's state is the one writer, and checks what the others wrote before its signer signs.
 */
export class AuthorityLog {
  readonly #options: LogOptions;
  #publisher: Publisher;
  #queue: Pending[] = [];
  #written: Written[] = [];
  #running: Promise<void> | null = null;
  #stopped: ChiduError | null = null;
  #closed = false;

  private constructor(options: LogOptions, publisher: Publisher) {
    this.#options = options;
    this.#publisher = publisher;
  }

  /**
   * Prove that the newest log goes on from everything that was signed, or refuse to run.
   * @throws {ChiduError} What `proveStart` throws.
   */
  static async open(options: LogOptions): Promise<AuthorityLog> {
    const { database, authority, clock } = options;
    const year = (await logTables.latestYear(database.reader, authority)) ?? yearOf(clock());
    const log = new AuthorityLog(options, await openYear(options, year));
    // What a process that died had only written. Where that fails it is told by `stopped`, or tried again with the next entry.
    await log.#transaction([]).catch(() => undefined);
    return log;
  }

  /** Why it no longer writes; null while it does. */
  get stopped(): ChiduError | null {
    return this.#stopped;
  }

  /**
   * Log an entry. Resolves when it is in a signed checkpoint.
   * @throws {ChiduError} `log-clock` where the clock stands before the last entry; `log-stopped` where the log had to
   * stop; `store-unavailable` where the database is away, and then the entry may or may not be there; and what `within`
   * throws.
   */
  append(entry: NewEntry): Promise<Appended> {
    if (this.#closed) {
      return Promise.reject(new ChiduError('log-stopped', 'The log is being closed.'));
    }
    return new Promise((resolve, reject) => {
      this.#queue.push({ entry, resolve, reject });
      this.#running ??= this.#run();
    });
  }

  /** Takes no more, and waits until everything that has come is settled. */
  async close(): Promise<void> {
    this.#closed = true;
    await this.#running;
  }

  async #run(): Promise<void> {
    // What comes in the same tick is one batch.
    await Promise.resolve();
    let alone = false;
    while (this.#queue.length > 0 || this.#written.length > 0) {
      const batch: readonly Pending[] = alone
        ? []
        : this.#queue.splice(0, this.#options.batch ?? BATCH);
      try {
        if (this.#stopped !== null) throw this.#stopped;
        await this.#turn(batch);
        alone = false;
      } catch (error) {
        for (const { reject } of batch) reject(error);
        // What was written before this batch does not wait for one that can be written.
        alone = batch.length > 0 && !isAway(error);
        if (!alone) await this.#wait(error);
      }
    }
    this.#running = null;
  }

  /** Write a batch, in the log of the year that it is. */
  async #turn(batch: readonly Pending[]): Promise<void> {
    for (;;) {
      const placed = await this.#transaction(batch);
      if (typeof placed === 'object') return;
      if (placed === 'over')
        this.#publisher = await openYear(this.#options, await this.#nextYear());
    }
  }

  async #nextYear(): Promise<number> {
    const { database, clock } = this.#options;
    const { log } = this.#publisher;
    const state = await logTables.state(database.reader, log);
    return Math.max(yearOf(Math.max(clock(), state?.at ?? 0)), log.year + 1);
  }

  /** While the database is away, what is on disk waits for its checkpoint, for a while. */
  async #wait(error: unknown): Promise<void> {
    const latest = isAway(error) ? performance.now() - PATIENCE : Number.POSITIVE_INFINITY;
    for (const { pending } of this.#written.filter(({ since }) => since <= latest)) {
      pending.reject(error);
    }
    this.#written = this.#written.filter(({ since }) => since > latest);
    if (this.#written.length > 0) await new Promise((resolve) => setTimeout(resolve, PAUSE));
  }

  /**
   * Publish what is written, and write a batch. Where an entry is refused, all of it once more with each entry apart, so
   * that it falls alone.
   */
  async #transaction(batch: readonly Pending[]): Promise<Placed | NotPlaced> {
    let phase: 'publish' | 'place' | 'commit' = 'publish';
    const once = (apart: boolean) =>
      this.#options.database.write(async (sql) => {
        phase = 'publish';
        const state = await logTables.hold(sql, this.#publisher.log);
        this.#publisher.refuseShorter(state);
        const begun = this.#publisher.begin(sql, state);
        // Statements that go out together share a savepoint: the reading comes before the first of them.
        if (apart) await begun.catch(() => undefined);
        const [publication, placed] = await Promise.allSettled([
          begun,
          this.#place(sql, state, batch, apart),
        ]);
        if (placed.status === 'rejected') {
          phase = 'place';
          throw placed.reason;
        }
        if (publication.status === 'rejected') throw publication.reason;
        // Where nobody waits to be written, there is time to wait for the signature.
        const written = batch.length > 0 && typeof placed.value === 'object';
        const head = await publication.value.finish(!written || this.#queue.length === 0);
        phase = 'commit';
        return { placed: placed.value, head };
      });
    try {
      const done = await once(false).catch((error) => {
        if (phase !== 'place' || isAway(error)) throw error;
        return once(true);
      });
      this.#settle(done.head, done.placed);
      return done.placed;
    } catch (error) {
      if (phase !== 'publish' || isAway(error)) throw error;
      this.#stopped = new ChiduError('log-stopped', 'The log has stopped: see its cause.', {
        cause: error,
        fields: { authority: this.#options.authority, ...causeOf(error) },
      });
      throw this.#stopped;
    }
  }

  #settle(head: SignedHead | null, placed: Placed | NotPlaced): void {
    if (head !== null) {
      this.#publisher.keep(head);
      const { year } = this.#publisher.log;
      const open = this.#written.findIndex(
        ({ position }) => position.year === year && position.index >= head.size,
      );
      const covered = this.#written.splice(0, open < 0 ? this.#written.length : open);
      for (const { pending, position, data } of covered) pending.resolve({ position, data, head });
    }
    if (typeof placed === 'string') return;
    for (const [{ reject }, error] of placed.refused) reject(error);
    this.#written.push(...placed.written);
  }

  async #place(
    sql: Transaction,
    state: LogState,
    batch: readonly Pending[],
    apart: boolean,
  ): Promise<Placed | NotPlaced> {
    if (batch.length === 0) return { written: [], refused: [] };
    if (state.closed === 1) return 'over';
    const { log } = this.#publisher;
    const time = this.#time(state);
    const rows: EntryRow[] = [];
    const write = (kind: string, data: Uint8Array) => {
      rows.push({ idx: state.size + rows.length, at: time, kind, leaf: fastLeafHash(data), data });
    };
    const own = { time: Math.floor(time / 1000), authority: log.authority } as const;
    const over = yearOf(time) > log.year && state.size > 0;
    if (over) write('closed', encodeLeaf({ ...own, type: 'closed' }));
    else if (state.size === 0) write('opened', await this.#opening(sql, own));

    const written: Written[] = [];
    const bodies: BodyRow[] = [];
    const refused: [Pending, unknown][] = [];
    const since = performance.now();
    for (const pending of over ? [] : batch) {
      const { entry } = pending;
      const position = { ...log, index: state.size + rows.length, time };
      try {
        const data = entry.data(position);
        if (data.length > LONGEST_ENTRY) throw new RangeError(`entry of ${data.length} bytes`);
        const { within, body } = entry;
        if (within !== undefined) {
          await (apart ? sql.apart(() => within(sql, position)) : within(sql, position));
        }
        write(entry.kind, data);
        if (body !== undefined) bodies.push({ idx: position.index, ...body });
        written.push({ pending, position, data, since });
      } catch (error) {
        if (!apart || isAway(error)) throw error;
        refused.push([pending, error]);
      }
    }
    const size = state.size + rows.length;
    await Promise.all([
      logTables.insertBodies(sql, log, bodies),
      logTables.insertEntries(sql, log, rows),
      logTables.advance(sql, log, { size, at: time, closed: over ? 1 : 0 }),
    ]);
    return over ? 'closing' : { written, refused };
  }

  /** The first entry of a log: where the one before it ended. */
  async #opening(
    sql: Transaction,
    own: { readonly time: number; readonly authority: string },
  ): Promise<Uint8Array> {
    const { log } = this.#publisher;
    const years = await logTables.years(sql, log.authority);
    const last = years.map(({ year }) => year).findLast((year) => year < log.year);
    if (last === undefined) return encodeLeaf({ ...own, type: 'opened' });
    const head = await logTables.latestCheckpoint(sql, { ...log, year: last });
    if (head === null) throw new RangeError(`the log of ${last} has no checkpoint`);
    const before = {
      origin: this.#options.origin(last),
      size: head.size,
      root: toHex(head.root),
    };
    return encodeLeaf({ ...own, type: 'opened', before });
  }

  /** The time of the next entries, in milliseconds since 1970. */
  #time({ at }: LogState): number {
    const now = this.#options.clock();
    if (now >= at - CLOCK_TOLERANCE) return Math.max(now, at);
    throw new ChiduError(
      'log-clock',
      `The clock stands ${at - now} ms before the last entry: set it right.`,
      { fields: { now, last: at } },
    );
  }
}

/** The publisher of a year's log, which is made where there is none. */
async function openYear(options: LogOptions, year: number): Promise<Publisher> {
  const { database, authority, origin, signer } = options;
  const log = { authority, year };
  await database.write(async (sql) => {
    const years = await logTables.years(sql, authority);
    if (years.some((known) => known.year === year)) return;
    const last = years.at(-1);
    const before = last && (await logTables.state(sql, { authority, year: last.year }));
    await logTables.create(sql, log, before?.at ?? 0);
  });
  return new Publisher(log, origin(year), signer, await proveStart(database, log, options));
}

/** Nothing is wrong with the log: the database cannot be reached. */
const isAway = (error: unknown): boolean =>
  error instanceof ChiduError && error.code === 'store-unavailable';

const causeOf = (error: unknown) =>
  error instanceof ChiduError ? { ...error.fields, because: error.code } : {};
