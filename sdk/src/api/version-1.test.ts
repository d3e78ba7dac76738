import { readFileSync } from 'node:fs';
import { AEAD_AES_128_GCM, CipherSuite, KDF_HKDF_SHA256, KEM_DHKEM_P256_HKDF_SHA256 } from 'hpke';
import { expect, it } from 'vitest';
import { fromHex, keyRing, toHex, verifySignature } from '../codes/index.ts';
import { sha256 } from '../text/index.ts';
import { openContact, readRecipient } from './contact.ts';
import type { SealedContact } from './objection.ts';
import { readAuthorization } from './signed-request.ts';

/** Made once and never again: what was signed and sealed under version 1 stays readable. */
const kept = JSON.parse(
  readFileSync(new URL('fixtures/version-1.json', import.meta.url), 'utf8'),
) as {
  alg: number;
  spki: string;
  body: string;
  header: string;
  recipient: string;
  privateKey: string;
  codeId: string;
  contact: SealedContact;
};
const spki = fromHex(kept.spki) as Uint8Array;

it('reads a signed request of version 1, whose signature covers its body', async () => {
  const read = readAuthorization(kept.header) ?? expect.fail('not read');
  expect(await verifySignature(kept.alg, spki, read.signed, read.signature)).toBe(true);
  expect(read.request.content).toBe(toHex(await sha256(new TextEncoder().encode(kept.body))));
  expect(read.request).toMatchObject({ method: 'POST', id: 'kept-for-ever' });
});

it('refuses every change of a header', async () => {
  for (let at = 8; at < kept.header.length; at += 7) {
    const other = kept.header[at] === 'A' ? 'B' : 'A';
    const altered = kept.header.slice(0, at) + other + kept.header.slice(at + 1);
    const read = readAuthorization(altered);
    const good = read && (await verifySignature(read.alg, spki, read.signed, read.signature));
    expect([at, good]).not.toEqual([at, true]);
  }
});

it('reads recipient and contact of version 1', async () => {
  const authority = '11330106002489128X';
  const keys = keyRing([
    {
      alg: kept.alg,
      spki,
      role: 'supervisor',
      authorities: [authority],
      notBefore: 20260101,
      notAfter: 20271231,
      revokedAt: null,
    },
  ]);
  const bytes = new TextEncoder().encode(kept.recipient);
  const recipient = await readRecipient(bytes, { keys, authority, today: '2026-11-20' });
  expect(recipient?.name).toBe('示例区司法局');
  const suite = new CipherSuite(KEM_DHKEM_P256_HKDF_SHA256, KDF_HKDF_SHA256, AEAD_AES_128_GCM);
  const publicKey = await suite.DeserializePublicKey(
    fromHex(recipient?.publicKey ?? '') as Uint8Array,
  );
  const privateKey = await suite.DeserializePrivateKey(fromHex(kept.privateKey) as Uint8Array);
  const contact = await openContact(kept.contact, { publicKey, privateKey }, kept.codeId);
  expect(contact).toEqual({ name: '某某', telephone: '000-5550100' });
});
