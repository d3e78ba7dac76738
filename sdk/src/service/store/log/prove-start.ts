import { equalBytes } from '../../../codes/bytes.ts';
import { ChiduError } from '../../../errors.ts';
import { type TreeHead, treeRoot } from '../../../log/proof.ts';
import type { Database, Sql } from '../sql/database.ts';
import { checkTail } from './check-log.ts';
import { CheckedTree } from './checked-tree.ts';
import type { CheckpointSigner } from './checkpoint-signer.ts';
import { type LogKey, logTables } from './log-tables.ts';
import { storedTiles } from './stored-tiles.ts';

/** Somebody outside of the database who remembers heads of logs: a witness. */
export interface RemembersHeads {
  readonly name: string;
  /** The newest head it has seen of a log; null for none. */
  last(origin: string): Promise<TreeHead | null>;
}

export interface StartOptions {
  readonly origin: (year: number) => string;
  readonly signer: CheckpointSigner;
  readonly witnesses?: readonly RemembersHeads[];
  /** How many of the newest entries are recomputed from their bytes, 100,000: about a second. */
  readonly recheck?: number;
  /**
   * Let a signer that remembers nothing begin at the last checkpoint of the database: on a new disk, once a person has
   * compared that checkpoint with what witnesses hold.
   */
  readonly adopt?: boolean;
}

const RECHECK = 100_000;

/**
 * What a log has to pass before anything is written to it: it contains everything that its own checkpoints, its signer
 * and its witnesses remember, and its newest entries are what was logged.
 * @returns The tree as far as somebody has signed it, and how far the signer remembers it.
 * @throws {ChiduError} `log-rollback` where it is shorter than what was signed, as after an older backup;
 * `log-inconsistent`, `log-entry-altered` where it is another tree; `log-memory` where the signer remembers nothing of
 * a log that has checkpoints.
 */
export async function proveStart(
  database: Database,
  log: LogKey,
  { origin, signer, witnesses = [], recheck = RECHECK, adopt = false }: StartOptions,
): Promise<{ tree: CheckedTree; remembered: number }> {
  const sql = database.reader;
  const name = origin(log.year);
  const size = (await logTables.state(sql, log))?.size ?? 0;
  const published = await logTables.latestCheckpoint(sql, log);
  const remembered = await signer.last(name);
  const heads: [string, TreeHead | null][] = [
    ['database', published],
    ['signer', remembered],
  ];
  for (const witness of witnesses) heads.push([witness.name, await witness.last(name)]);
  for (const [by, head] of heads) {
    if (head !== null && head.size > size) throw rolledBack(log, name, size, by, head);
  }
  const tree = await CheckedTree.read(sql, log, published?.size ?? 0);
  for (const [by, head] of heads.sort(([, one], [, other]) => sizeOf(one) - sizeOf(other))) {
    if (head === null) continue;
    const root = await rootAt(sql, log, tree, head.size);
    if (!equalBytes(root, head.root)) throw differs(log, name, by, head);
  }
  await checkTail(sql, log, recheck);
  if (remembered !== null || published === null) {
    return { tree, remembered: remembered?.size ?? 0 };
  }
  if (!adopt) throw forgotten(log, name, published);
  await signer.adopt(name, tree.frontier);
  return { tree, remembered: tree.size };
}

const sizeOf = (head: TreeHead | null): number => head?.size ?? 0;

/** The root at a size, which is that of the tree, or smaller, or reached by taking in what follows. */
async function rootAt(sql: Sql, log: LogKey, tree: CheckedTree, size: number): Promise<Uint8Array> {
  if (size < tree.size) return treeRoot(size, storedTiles(sql, log), tree.size);
  await tree.advance(sql, size);
  return tree.head.root;
}

const rolledBack = (
  { authority, year }: LogKey,
  origin: string,
  size: number,
  by: string,
  head: TreeHead,
): ChiduError =>
  new ChiduError(
    'log-rollback',
    `${origin} has ${size} entries; ${by} knows one of ${head.size}. Do not go on from an older backup: bring the missing entries back first.`,
    { fields: { authority, year, origin, size, by, signed: head.size } },
  );

const differs = (
  { authority, year }: LogKey,
  origin: string,
  by: string,
  head: TreeHead,
): ChiduError =>
  new ChiduError(
    'log-inconsistent',
    `${origin} is not the log that ${by} knows at ${head.size} entries.`,
    { fields: { authority, year, origin, by, size: head.size } },
  );

const forgotten = ({ authority, year }: LogKey, origin: string, { size }: TreeHead): ChiduError =>
  new ChiduError(
    'log-memory',
    `The signer remembers nothing of ${origin}, which has a checkpoint of ${size} entries.`,
    { fields: { authority, year, origin, size } },
  );
