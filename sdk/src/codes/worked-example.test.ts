import { createPublicKey } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { ALGORITHMS } from './algorithm.ts';
import { fromHex, toHex } from './bytes.ts';
import { decodeDigits, encodeDigits } from './digits.ts';
import { decodeEnvelope, encodeEnvelope, keyId } from './envelope.ts';
import { type KeyEntry, keyRing } from './key.ts';
import { decodePayload, encodePayload } from './payload.ts';
import { verifyCode } from './verify.ts';

/** The worked example of the format page, read from the page itself. */
const page = readFileSync(
  new URL('../../docs/formats/supervision-code.md', import.meta.url),
  'utf8',
);
const line = (name: string): string => {
  const found = new RegExp(`^${name} {2,}(\\S+)$`, 'm').exec(page)?.[1];
  if (found === undefined) throw new Error(`no line "${name}" in the worked example`);
  return found;
};
const hex = (name: string): Uint8Array => fromHex(line(name)) as Uint8Array;

const key: KeyEntry = {
  alg: ALGORITHMS.Ed25519,
  spki: hex('SPKI'),
  role: 'authority',
  authorities: null,
  notBefore: 20260101,
  notAfter: 20261231,
  revokedAt: null,
};

describe('the worked example of the format page', () => {
  it('has the parts that the page prints', () => {
    const envelope = decodeEnvelope(hex('body'));
    expect(toHex(keyId(key.spki))).toBe(line('kid'));
    expect(toHex(envelope?.protected as Uint8Array)).toBe(line('protected'));
    expect(toHex(envelope?.payload as Uint8Array)).toBe(line('payload'));
    expect(
      createPublicKey({ key: Buffer.from(key.spki), format: 'der', type: 'spki' })
        .asymmetricKeyType,
    ).toBe('ed25519');
  });

  it('goes from body to text and back, byte for byte', () => {
    expect(`1${encodeDigits(hex('body'))}`).toBe(line('text'));
    expect(toHex(decodeDigits(line('text').slice(1)) as Uint8Array)).toBe(line('body'));
    const envelope = decodeEnvelope(hex('body'));
    expect(toHex(encodeEnvelope(envelope as NonNullable<typeof envelope>))).toBe(line('body'));
  });

  it('goes from payload to names and back, byte for byte', () => {
    const payload = decodePayload(hex('payload'));
    if ('code' in payload) throw new Error(payload.code);
    expect(payload).toMatchObject({
      document: '杭西综执罚先告字〔2026〕第000123号',
      issued: 20261115,
      violation: 'CG-0417',
      range: { min: 500000, max: 2000000 },
    });
    expect(toHex(encodePayload(payload))).toBe(line('payload'));
  });

  it('verifies, with the identity that the page prints', async () => {
    expect(await verifyCode(line('text'), keyRing([key]))).toMatchObject({
      ok: true,
      id: line('code id'),
      checkCode: line('check code'),
      kid: line('kid'),
    });
  });
});
