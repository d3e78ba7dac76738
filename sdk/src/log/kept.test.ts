import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { toHex } from '../codes/bytes.ts';
import { leafHash } from './hash.ts';
import { decodeLeaf, encodeLeaf, type Leaf } from './leaf.ts';
import { LEAF_TYPES } from './leaf-types.ts';
import { type LogKeys, readLogKeys } from './log-keys.ts';
import { type LogPolicy, logPolicy, openCheckpoint } from './policy.ts';
import { verifyInclusion } from './proof.ts';
import { type ParsedReceipt, parseReceipt } from './receipt.ts';

/** Files of format 1. They are added to and never made anew: what was good stays good. */
const kept = (name: string) =>
  readFileSync(new URL(`fixtures/kept/${name}`, import.meta.url), 'utf8');

it('reads a kept leaf of every type, and writes it the same', () => {
  const leaves: { leaf: Leaf; bytes: string }[] = JSON.parse(kept('leaves-1.json'));
  expect(leaves.map(({ leaf }) => leaf.type)).toEqual(Object.keys(LEAF_TYPES));
  for (const { leaf, bytes } of leaves) {
    expect(decodeLeaf(new Uint8Array(Buffer.from(bytes, 'hex')))).toEqual({ ok: true, leaf });
    expect(toHex(encodeLeaf(leaf))).toBe(bytes);
  }
});

it('checks a kept receipt with kept keys', async () => {
  const keys = readLogKeys(JSON.parse(kept('log-keys-1.json'))) as LogKeys;
  const { note, checkpoint, entry, index, proof } = parseReceipt(
    kept('receipt-1.tlog-proof'),
  ) as ParsedReceipt;
  const policy = logPolicy(keys, checkpoint.origin) as LogPolicy;
  expect(await openCheckpoint(note, policy, { sm2: true })).toMatchObject({
    ok: true,
    witnessedAt: 1_795_305_660,
  });
  expect(verifyInclusion(leafHash(entry), index, 270, checkpoint.root, proof)).toBe(true);
  expect(decodeLeaf(entry)).toMatchObject({ ok: true, leaf: { type: 'issued' } });
});
