import { expect, it } from 'vitest';
import { AUTHORITY } from '../fixtures/authority.ts';
import type { Sql } from '../sql/database.ts';
import type { CheckedTree } from './checked-tree.ts';
import type { CheckpointSigner } from './checkpoint-signer.ts';
import type { LeafRow } from './log-tables.ts';
import { Publisher } from './publisher.ts';

it('has signed what others wrote meanwhile, however much that is', async () => {
  const size = 200_000;
  const row: LeafRow = { idx: 0, leaf: new Uint8Array(32), data: new Uint8Array(1) };
  const tree = {
    size: 0,
    head: { size, root: new Uint8Array(32) },
    advance: async () => new Array<LeafRow>(size).fill(row),
  };
  const asked: number[] = [];
  const signer = {
    sign: async (_origin: string, _from: number, entries: readonly Uint8Array[]) => {
      asked.push(entries.length);
      return { size: 0, root: new Uint8Array(32), note: '' };
    },
  };
  const publisher = new Publisher(
    { authority: AUTHORITY, year: 2026 },
    'log.example/1',
    signer as Partial<CheckpointSigner> as CheckpointSigner,
    { tree: tree as Partial<CheckedTree> as CheckedTree, remembered: 0 },
  );
  const sql = { all: async () => [] } as Partial<Sql> as Sql;
  const publication = await publisher.begin(sql, { size, at: 0, closed: 0 });
  await publication.finish(true);
  expect(asked).toEqual([size]);
});
