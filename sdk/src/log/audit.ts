import { concatBytes, equalBytes } from '../codes/bytes.ts';
import type { AuditError, LeafError } from '../errors.ts';
import type { Checkpoint } from './checkpoint.ts';
import { Frontier } from './frontier.ts';
import { HASH_BYTES, leafHash } from './hash.ts';
import { type GetFromLog, hostedTiles } from './hosted-tiles.ts';
import { decodeLeaf } from './leaf.ts';
import { LeafOrder } from './leaf-order.ts';
import { parseNote } from './note.ts';
import {
  type LogPolicy,
  openCheckpoint,
  type RefusedCheckpoint,
  type TrustedCheckpoint,
} from './policy.ts';
import { bundlePath, decodeBundle, TILE_WIDTH, tilePath, tileRoot } from './tile.ts';

/** Something that does not hold. */
export interface AuditFault {
  readonly code: AuditError | LeafError | RefusedCheckpoint['error'];
  /** Path of a tile with the first entry that differs, `entry 17`, `checkpoint`, or the name of a key. */
  readonly at: string;
}

/** What an audit found. Everything holds where there is no fault. */
export interface AuditReport {
  readonly format: 'chidu-audit/1';
  /** Null where the checkpoint could not be read. */
  readonly checkpoint: Checkpoint | null;
  /** The checkpoint as it was served, to be kept for the next audit. */
  readonly note: string | null;
  readonly cosignatures: TrustedCheckpoint['cosignatures'];
  /** Seconds since 1970, or null. */
  readonly witnessedAt: number | null;
  /** Entries whose hash was computed anew. */
  readonly entries: number;
  readonly types: Readonly<Record<string, number>>;
  /** The first hundred. */
  readonly faults: readonly AuditFault[];
  readonly faultCount: number;
}

export interface AuditOptions {
  /** Reads below the address of the log, from whoever serves it. */
  readonly get: GetFromLog;
  readonly policyOf: (origin: string) => LogPolicy | null;
  /** A signed checkpoint kept from earlier: the log must have grown out of it. */
  readonly since?: string | null;
  readonly signal?: AbortSignal;
  /** Entries done and in all. */
  readonly onProgress?: (done: number, all: number) => void;
}

const MOST_FAULTS = 100;
/** Bundles under way at a time. */
const AHEAD = 8;

/**
 * Walk a log with public keys alone: the signatures under the newest checkpoint, every entry, every tile made anew from the
 * entries, the root, and that an older checkpoint is the beginning of this one. Trusts nothing that the host says.
 */
export async function auditLog(options: AuditOptions): Promise<AuditReport> {
  const faults = new Faults();
  const types: Record<string, number> = {};
  const answer = (
    note: string | null,
    opened: TrustedCheckpoint | null,
    entries: number,
  ): AuditReport => ({
    format: 'chidu-audit/1',
    checkpoint: opened?.checkpoint ?? null,
    note,
    cosignatures: opened?.cosignatures ?? [],
    witnessedAt: opened?.witnessedAt ?? null,
    entries,
    types,
    faults: faults.first,
    faultCount: faults.count,
  });

  const bytes = await options.get('checkpoint');
  const note = bytes && new TextDecoder().decode(bytes);
  if (note === null) {
    faults.add('audit-missing', 'checkpoint');
    return answer(null, null, 0);
  }
  const opened = await open(note, options, faults);
  if (opened === null) return answer(note, null, 0);
  const { size } = opened.checkpoint;
  const since = options.since ? await open(options.since, options, faults) : null;
  if (since !== null && since.checkpoint.origin !== opened.checkpoint.origin) {
    faults.add('audit-since', 'another log');
  } else if (since !== null && since.checkpoint.size > size) {
    faults.add('audit-since', `${size} entries, ${since.checkpoint.size} before`);
  }

  const frontier = new Frontier();
  const order = new LeafOrder(options.policyOf(opened.checkpoint.origin)?.authority ?? null);
  const tiles = new TileCheck(hostedTiles(options.get), faults);
  const compareSince = () => {
    if (frontier.size !== since?.checkpoint.size) return;
    if (!equalBytes(frontier.root(), since.checkpoint.root)) {
      faults.add('audit-since', `the first ${frontier.size} entries are others`);
    }
  };
  compareSince();
  for await (const { path, width, entries } of bundles(size, options)) {
    if (entries?.length !== width) {
      faults.add(entries === null ? 'audit-missing' : 'audit-bundle', path);
      // Without these no later hash can be known.
      return answer(note, opened, frontier.size);
    }
    const hashes = new Uint8Array(width * HASH_BYTES);
    for (const [at, entry] of entries.entries()) {
      const where = `entry ${frontier.size}`;
      const decoded = decodeLeaf(entry);
      if (decoded.ok) {
        types[decoded.leaf.type] = (types[decoded.leaf.type] ?? 0) + 1;
        for (const fault of order.next(decoded.leaf)) faults.add(fault, where);
      } else {
        order.skip();
        faults.add(decoded.error, where);
      }
      const hash = leafHash(entry);
      hashes.set(hash, at * HASH_BYTES);
      frontier.append(hash);
      compareSince();
    }
    await tiles.add(hashes);
    options.onProgress?.(frontier.size, size);
  }
  await tiles.end();
  if (!equalBytes(frontier.root(), opened.checkpoint.root)) faults.add('audit-root', 'checkpoint');
  return answer(note, opened, frontier.size);
}

async function open(
  text: string,
  { policyOf }: AuditOptions,
  faults: Faults,
): Promise<TrustedCheckpoint | null> {
  const note = parseNote(text);
  const origin = note?.text.split('\n')[0];
  if (note === null || origin === undefined) {
    faults.add('checkpoint-format', 'checkpoint');
    return null;
  }
  const policy = policyOf(origin);
  if (policy === null) {
    faults.add('audit-unlisted', origin);
    return null;
  }
  const opened = await openCheckpoint(note, policy, { sm2: true });
  if (!opened.ok) {
    faults.add(opened.error, opened.at ?? 'checkpoint');
    return null;
  }
  if (opened.witnessedAt === null && policy.quorum > 0) faults.add('audit-unwitnessed', origin);
  return opened;
}

/** The bundles of a tree in order, some of them fetched ahead; `entries` is null where one cannot be read. */
async function* bundles(size: number, { get, signal }: AuditOptions) {
  const count = Math.ceil(size / TILE_WIDTH);
  const fetchBundle = async (index: number) => {
    const width = Math.min(size - index * TILE_WIDTH, TILE_WIDTH);
    const path = bundlePath({ index, width });
    const full = bundlePath({ index, width: TILE_WIDTH });
    const bytes = (await get(path)) ?? (path === full ? null : await get(full));
    return { path, width, entries: bytes && (decodeBundle(bytes)?.slice(0, width) ?? []) };
  };
  const ahead: ReturnType<typeof fetchBundle>[] = [];
  for (let index = 0; index < count; index++) {
    while (ahead.length < AHEAD && index + ahead.length < count) {
      const next = fetchBundle(index + ahead.length);
      // Its failure is told where it is waited for.
      next.catch(() => undefined);
      ahead.push(next);
    }
    signal?.throwIfAborted();
    yield await (ahead.shift() as ReturnType<typeof fetchBundle>);
  }
}

/** Every tile made from the entries and compared with the one that is served. */
class TileCheck {
  readonly #read: ReturnType<typeof hostedTiles>;
  readonly #faults: Faults;
  /** The hashes since the last full tile, by level. */
  readonly #edge: Uint8Array[][] = [];
  readonly #index: number[] = [];

  constructor(read: ReturnType<typeof hostedTiles>, faults: Faults) {
    this.#read = read;
    this.#faults = faults;
  }

  /** The next hashes of level 0: a full tile, or the rest. */
  async add(hashes: Uint8Array): Promise<void> {
    if (hashes.length < TILE_WIDTH * HASH_BYTES) {
      this.#edge[0] = [hashes];
      return;
    }
    let tile = hashes;
    for (let level = 0; ; level++) {
      await this.#compare(level, tile);
      this.#index[level] = (this.#index[level] ?? 0) + 1;
      const above = this.#edge[level + 1] ?? [];
      this.#edge[level + 1] = above;
      above.push(tileRoot(tile).slice());
      if (above.length < TILE_WIDTH) return;
      tile = concatBytes(above);
      this.#edge[level + 1] = [];
    }
  }

  /** What is left at the right edge: the partial tiles. */
  async end(): Promise<void> {
    for (const [level, hashes] of this.#edge.entries()) {
      if (hashes !== undefined && hashes.length > 0)
        await this.#compare(level, concatBytes(hashes));
    }
  }

  async #compare(level: number, hashes: Uint8Array): Promise<void> {
    const tile = { level, index: this.#index[level] ?? 0, width: hashes.length / HASH_BYTES };
    try {
      const [served] = await this.#read([tile]);
      const other = firstOther(served ?? new Uint8Array(), hashes);
      if (other === null) return;
      const place = level === 0 ? `, entry ${tile.index * TILE_WIDTH + other}` : '';
      this.#faults.add('audit-tile', `${tilePath(tile)}${place}`);
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
      this.#faults.add('audit-missing', tilePath(tile));
    }
  }
}

/** Place of the first hash in which two tiles differ, or null. */
function firstOther(served: Uint8Array, own: Uint8Array): number | null {
  const at = own.findIndex((byte, index) => byte !== served[index]);
  return at < 0 ? null : Math.floor(at / HASH_BYTES);
}

class Faults {
  readonly first: AuditFault[] = [];
  count = 0;

  add(code: AuditFault['code'], at: string): void {
    this.count++;
    if (this.first.length < MOST_FAULTS) this.first.push({ code, at });
  }
}
