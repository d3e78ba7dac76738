import { afterAll, beforeAll, expect, it } from 'vitest';
import { fromHex, keyRing, readStatusList, verifyCode } from '../../codes/index.ts';
import { decodeLeaf, parseReceipt } from '../../log/index.ts';
import { AUTHORITY, answered, kidOf, type Running, runService } from '../fixtures/running.ts';
import { ownKeys } from '../own-keys.ts';

let at: Running;
beforeAll(async () => {
  at = await runService();
});
afterAll(() => at.close());

it('issues a code whose entry lies in a signed checkpoint', async () => {
  const request = at.request();
  const issued = answered(await at.as('officer').issueCode({ body: request }));
  const code = await verifyCode(issued.text, await ownKeys(at.running.service));
  expect(code).toMatchObject({ ok: true, id: issued.codeId, checkCode: issued.checkCode });
  if (!code.ok) return;
  expect(code.payload).toMatchObject({
    document: request.document,
    issued: 20261120,
    fine: request.fine,
    points: request.seen.points,
    statusIndex: issued.statusIndex,
  });
  const receipt = parseReceipt(issued.proof);
  const leaf = receipt && decodeLeaf(receipt.entry);
  expect(leaf).toMatchObject({
    ok: true,
    leaf: {
      type: 'issued',
      codeId: issued.codeId,
      actor: { role: 'officer', kid: kidOf(at.keys.officer) },
    },
  });
  expect(issued.flags).toContain('certificate-unknown');
});
