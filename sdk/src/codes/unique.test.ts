import { expect, it } from 'vitest';
import { typicalPayload } from '../../../tests/conformance/typical.ts';
import { ALGORITHMS } from './algorithm.ts';
import { identify } from './identity.ts';
import { prepareCode } from './sign.ts';

const COUNT = 100_000;

it('gives 100,000 notices that differ in one number 100,000 ids, and as many check codes', () => {
  const key = { alg: ALGORITHMS.Ed25519, spki: new Uint8Array(44) };
  const numbered = (number: number) => String(number).padStart(6, '0');
  const prepared = (number: number) =>
    prepareCode(
      { ...typicalPayload, document: `甲市监罚先告〔2026〕第${numbered(number)}号` },
      key,
    );
  const { payload, ...first } = prepared(0);
  const text = new TextEncoder();
  const at = Buffer.from(payload).indexOf(text.encode(numbered(0)));
  const ids = new Set<string>();
  const checkCodes = new Set<string>();
  let last = '';
  for (let number = 0; number < COUNT; number += 1) {
    // Only the number differs, so only its bytes are written anew.
    payload.set(text.encode(numbered(number)), at);
    const { id, checkCode } = identify({ ...first, payload });
    ids.add(id);
    checkCodes.add(checkCode);
    last = id;
  }
  expect(last).toBe(prepared(COUNT - 1).id);
  expect(ids.size).toBe(COUNT);
  // 12 digits are asked for together with the document's number, so they need not tell documents apart; here they do.
  expect(checkCodes.size).toBe(COUNT);
});
