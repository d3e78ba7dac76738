import { expect, it } from 'vitest';
import { AT, entryOf, ORIGIN, TestLog } from './fixtures/test-log.ts';
import { numbered } from './fixtures/test-tree.ts';
import { leafHash } from './hash.ts';
import { decodeLeaf } from './leaf.ts';
import { verifyInclusion } from './proof.ts';
import { parseReceipt } from './receipt.ts';

const log = new TestLog(numbered(700));
const leaf = entryOf('47'.repeat(32));
const index = log.add(leaf);
for (const entry of numbered(300)) log.append(entry);

it('holds all that a check needs, as a tlog-proof', async () => {
  const text = await log.receipt(index, 900);
  expect(text.split('\n')[0]).toBe('c2sp.org/tlog-proof@v1');
  expect(text.split('\n')[2]).toBe('index 700');
  const receipt = parseReceipt(text);
  if (receipt === null) throw new Error(text);
  const { checkpoint, entry, proof } = receipt;
  expect(checkpoint).toMatchObject({ origin: ORIGIN, size: 900 });
  expect(decodeLeaf(entry)).toEqual({ ok: true, leaf });
  expect(verifyInclusion(leafHash(entry), receipt.index, 900, checkpoint.root, proof)).toBe(true);
  expect(receipt.note.lines).toHaveLength(4);
  expect(leaf.time).toBe(AT - 60);
});

it('is read strictly', async () => {
  const good = await log.receipt(index, 900);
  const single = new TestLog([log.entries[index] as Uint8Array]);
  expect(parseReceipt(await single.receipt(0))).toMatchObject({ index: 0, proof: [] });
  for (const bad of [
    '',
    good.replace('@v1', '@v2'),
    good.replace('extra ', 'extra !'),
    good.replace(/extra .*\n/, ''),
    good.replace('index 700', 'index 0700'),
    good.replace('index 700', 'index -1'),
    good.replace(/index 700\n/, ''),
    good.replace('index 700\n', 'index 700\nAAAA\n'),
    good.replace('index 700\n', `index 700\n${`${'A'.repeat(43)}=\n`.repeat(54)}`),
    good.replace('\n\n', '\n'),
    good.replace(/\n— [\s\S]*/, '\n'),
    good.replace('\n900\n', '\n0900\n'),
    good.replaceAll('\n', '\r\n'),
  ]) {
    expect(parseReceipt(bad)).toBeNull();
  }
});
