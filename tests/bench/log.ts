import {
  Frontier,
  formatCheckpoint,
  formatNote,
  formatReceipt,
  leafHash,
  logPolicy,
  openCheckpoint,
  parseReceipt,
  proveConsistency,
  proveInclusion,
  type ReadTiles,
  signNote,
  TILE_WIDTH,
  type TileAddress,
  tileRoot,
  verifyConsistency,
  verifyInclusion,
} from '@chidu/sdk/log';
import {
  AT,
  entryOf,
  ORIGIN,
  TRUSTED_LOG,
  WITNESSES,
} from '../../sdk/src/log/fixtures/test-log.ts';
import { encodeLeaf } from '../../sdk/src/log/leaf.ts';
import { cosign } from '../../sdk/src/log/note.ts';
import { ed25519Signer, sm2Signer } from '../conformance/signers.ts';
import { seeded } from './codes/capture.ts';

export const about =
  'The log as mathematics: appending, proving and checking in generated trees of 10^5 and 10^7 entries.';

const SIZES = [100_000, 10_000_000];
const TRIES = 400;
const HASH = 32;

export async function run() {
  const rows: Record<string, string | number>[] = [];
  for (const size of SIZES) rows.push(...(await measure(size)));
  return rows;
}

/** A tree with its full tiles, as a store has them: one run of hashes for each level. */
class GeneratedTree {
  readonly size: number;
  readonly root: Uint8Array;
  readonly secondsToMake: number;
  readonly #levels: Buffer[] = [];
  readonly #older = new Map<number, Uint8Array>();

  constructor(size: number, heads: readonly number[]) {
    const started = performance.now();
    const frontier = new Frontier();
    const entry = Buffer.from(encodeLeaf(entryOf('ab'.repeat(32))));
    let level = Buffer.alloc(size * HASH);
    for (let index = 0; index < size; index++) {
      // The code id is what tells entries apart.
      entry.writeUInt32BE(index, 40);
      const hash = leafHash(entry);
      level.set(hash, index * HASH);
      frontier.append(hash);
      if (heads.includes(index + 1)) this.#older.set(index + 1, frontier.root());
    }
    this.size = size;
    this.root = frontier.root();
    while (level.length > 0) {
      this.#levels.push(level);
      const width = TILE_WIDTH * HASH;
      const above = Buffer.alloc(Math.floor(level.length / width) * HASH);
      for (let at = 0; at * width + width <= level.length; at++) {
        above.set(tileRoot(level.subarray(at * width, (at + 1) * width)), at * HASH);
      }
      level = above;
    }
    this.secondsToMake = (performance.now() - started) / 1000;
  }

  rootOf = (size: number): Uint8Array => this.#older.get(size) as Uint8Array;

  hash = (index: number): Uint8Array =>
    (this.#levels[0] as Buffer).subarray(index * HASH, (index + 1) * HASH);

  tile({ level, index, width }: TileAddress): Uint8Array {
    const from = index * TILE_WIDTH * HASH;
    return (this.#levels[level] as Buffer).subarray(from, from + width * HASH);
  }
}

async function measure(size: number): Promise<Record<string, string | number>[]> {
  const yesterday = size - 2_000;
  const middle = Math.floor(size / 3);
  const tree = new GeneratedTree(size, [yesterday, middle]);
  const random = seeded(size);
  let tiles = 0;
  // Tiles fresh from a store have to be hashed once; tiles that a service keeps, never again.
  const fresh: ReadTiles = async (asked) => {
    tiles += asked.length;
    return asked.map((tile) => tree.tile(tile));
  };
  const cache = new Map<string, Uint8Array>();
  const kept: ReadTiles = async (asked) =>
    asked.map((tile) => {
      const name = `${tile.level}/${tile.index}`;
      const found = cache.get(name) ?? tree.tile(tile);
      cache.set(name, found);
      return found;
    });
  const indexes = Array.from({ length: TRIES }, () => Math.floor(random() * size));
  const row = (
    what: string,
    times: readonly number[],
    more: Record<string, string | number> = {},
  ) => {
    const sorted = [...times].sort((a, b) => a - b);
    const at = (share: number) =>
      Number(((sorted[Math.floor(sorted.length * share)] ?? 0) * 1000).toFixed(1));
    return { entries: size, what, 'p50 µs': at(0.5), 'p99 µs': at(0.99), ...more };
  };
  const timed = async (work: (index: number) => unknown): Promise<number[]> => {
    const times: number[] = [];
    for (const index of indexes) {
      const started = performance.now();
      await work(index);
      times.push(performance.now() - started);
    }
    return times;
  };

  await timed((index) => proveInclusion(index, size, fresh));
  tiles = 0;
  const proving = await timed((index) => proveInclusion(index, size, fresh));
  const tilesEach = tiles / TRIES;
  await timed((index) => proveInclusion(index, size, kept));
  const provingKept = await timed((index) => proveInclusion(index, size, kept));
  const proofs = await Promise.all(indexes.map((index) => proveInclusion(index, size, kept)));
  const checking = await timed((index) => {
    const proof = proofs[indexes.indexOf(index)] as Uint8Array[];
    if (!verifyInclusion(tree.hash(index), index, size, tree.root, proof)) throw new Error('bad');
  });
  const growing = await timed(() => proveConsistency(yesterday, size, kept));
  const growth = await proveConsistency(yesterday, size, kept);
  const long = await proveConsistency(middle, size, kept);
  for (const [from, proof] of [
    [yesterday, growth],
    [middle, long],
  ] as const) {
    const older = { size: from, root: tree.rootOf(from) };
    if (!verifyConsistency(older, { size, root: tree.root }, proof)) throw new Error('bad growth');
  }

  const text = await receiptOf(tree, indexes[0] as number, proofs[0] as Uint8Array[]);
  const policy = logPolicy(TRUSTED_LOG, ORIGIN);
  const whole = await timed(async () => {
    const receipt = parseReceipt(text);
    const opened = receipt && policy && (await openCheckpoint(receipt.note, policy));
    if (!receipt || !opened?.ok || opened.witnessedAt === null) throw new Error('bad receipt');
    const { entry, index, proof } = receipt;
    if (!verifyInclusion(leafHash(entry), index, size, tree.root, proof)) throw new Error('bad');
  });
  const longest = Math.max(...proofs.map((proof) => proof.length));
  return [
    {
      entries: size,
      what: 'make the tree: each entry hashed, appended, in its tiles',
      'p50 µs': Number(((tree.secondsToMake * 1e6) / size).toFixed(1)),
      's in all': Number(tree.secondsToMake.toFixed(1)),
    },
    row('prove inclusion, tiles fresh', proving, {
      tiles: Number(tilesEach.toFixed(2)),
      bytes: longest * HASH,
    }),
    row('prove inclusion, tiles kept', provingKept),
    row('check inclusion', checking),
    row('prove growth since 2,000 entries ago', growing, { bytes: growth.length * HASH }),
    { entries: size, what: 'growth since a third of the tree', bytes: long.length * HASH },
    row('read and check a receipt: log and 3 witnesses', whole, { bytes: text.length }),
  ];
}

/** A receipt under a checkpoint with Ed25519, SM2 and three cosignatures. */
async function receiptOf(
  tree: GeneratedTree,
  index: number,
  proof: readonly Uint8Array[],
): Promise<string> {
  const note = formatCheckpoint({ origin: ORIGIN, size: tree.size, root: tree.root });
  const lines = [
    await signNote(note, ORIGIN, ed25519Signer('test log')),
    await signNote(note, ORIGIN, sm2Signer('test log')),
  ];
  for (const { name } of WITNESSES) {
    lines.push(await cosign(note, name, ed25519Signer(`witness ${name}`), AT));
  }
  const entry = Buffer.from(encodeLeaf(entryOf('ab'.repeat(32))));
  entry.writeUInt32BE(index, 40);
  return formatReceipt({ entry, index, proof, note: formatNote({ text: note, lines }) });
}
