import { describe, expect, it } from 'vitest';
import { keyRing } from './key.ts';
import { readPublication } from './publication.ts';
import { type Signer, webCryptoSigner } from './sign.ts';
import { signText } from './signed-text.ts';

const { subtle } = globalThis.crypto;
const newSigner = async (): Promise<Signer> =>
  webCryptoSigner(
    (await subtle.generateKey('Ed25519', true, ['sign', 'verify'])) as Parameters<
      typeof webCryptoSigner
    >[0],
  );
const body = new TextEncoder().encode('{"published":"2026-06-01"}\n');
const ring = ({ alg, spki }: Signer, other: object = {}) =>
  keyRing([
    {
      alg,
      spki,
      authorities: [],
      role: 'publisher',
      notBefore: 20260101,
      notAfter: 20261231,
      revokedAt: null,
      ...other,
    },
  ]);

describe('a publication', () => {
  it('is what a listed publisher signed', async () => {
    const signer = await newSigner();
    const signed = await signText(body, [await newSigner(), signer]);
    expect(await readPublication(signed, ring(signer))).toEqual(body);
  });

  it.each([
    ['another role', { role: 'authority' }],
    ['a key that is revoked', { revokedAt: 20260701 }],
    ['a key of later', { notBefore: 20260602 }],
    ['a key of before', { notAfter: 20260531 }],
  ])('is not %s', async (_, other) => {
    const signer = await newSigner();
    expect(await readPublication(await signText(body, [signer]), ring(signer, other))).toBeNull();
  });

  it('is not a text that was changed, unsigned or signed by a stranger', async () => {
    const signer = await newSigner();
    const signed = await signText(body, [signer]);
    const changed = signed.slice();
    changed[15] = 0x37;
    expect(await readPublication(changed, ring(signer))).toBeNull();
    expect(await readPublication(body, ring(signer))).toBeNull();
    expect(await readPublication(signed, ring(await newSigner()))).toBeNull();
  });
});
