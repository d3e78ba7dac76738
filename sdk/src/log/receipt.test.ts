import { expect, it } from 'vitest';
import { AT, entryOf, ORIGIN, TestLog, TRUSTED_LOG } from './fixtures/test-log.ts';
import { numbered } from './fixtures/test-tree.ts';
import { leafHash } from './hash.ts';
import { decodeLeaf } from './leaf.ts';
import { openReceipt } from './open-receipt.ts';
import { logPolicy } from './policy.ts';
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

it('is opened under a policy, and refused by name', async () => {
  const policyOf = (origin: string) => logPolicy(TRUSTED_LOG, origin);
  const good = await log.receipt(index, 900);
  expect(await openReceipt(good, policyOf, { sm2: true })).toMatchObject({
    ok: true,
    entry: { leaf, index, witnessedAt: AT, checkpoint: { size: 900 } },
  });
  const unwitnessed = await openReceipt(await log.receipt(index, 900, { witnesses: [] }), policyOf);
  expect(unwitnessed).toMatchObject({ ok: true, entry: { witnessedAt: null } });
  const other = new TestLog(numbered(3));
  const ofAnother = new TestLog();
  ofAnother.add({ ...leaf, authority: '113301060024891280' });
  for (const [text, error] of [
    ['', 'receipt-format'],
    [good.replaceAll(ORIGIN, 'x.example/log'), 'receipt-unlisted'],
    [good.replace('\n900\n', '\n901\n'), 'receipt-signature'],
    [await other.receipt(1), 'receipt-leaf'],
    [await ofAnother.receipt(0), 'receipt-leaf'],
    [good.replace('index 700', 'index 701'), 'receipt-root'],
  ] as const) {
    expect(await openReceipt(text, policyOf)).toMatchObject({ ok: false, error });
  }
});
