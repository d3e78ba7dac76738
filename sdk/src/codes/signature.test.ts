import { ed25519 } from '@noble/curves/ed25519.js';
import { sha512 } from '@noble/hashes/sha2.js';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { ed25519Signer, ed25519Spki, seedOf, signers } from '../../../tests/conformance/signers.ts';
import { concatBytes, littleEndian } from './bytes.ts';
import { isStrictEd25519 } from './ed25519-strict.ts';
import { rawPublicKey, verifySignature } from './signature.ts';

afterEach(() => vi.unstubAllGlobals());

const message = new TextEncoder().encode('a message');
const { Point } = ed25519;
const ORDER = Point.Fn.ORDER;
const encodeScalar = (value: bigint): Uint8Array => Point.Fn.toBytes(value % ORDER);

describe.each(Object.entries(signers))('%s', (_, signerOf) => {
  const signer = signerOf('signature test');

  it('is verified with and without WebCrypto', async () => {
    const signature = await signer.sign(message);
    const verify = () => verifySignature(signer.alg, signer.spki, message, signature);
    expect(await verify()).toBe(true);
    vi.stubGlobal('crypto', undefined);
    expect(await verify()).toBe(true);
  });

  it('is refused for another message, with and without WebCrypto', async () => {
    const signature = await signer.sign(message.slice(1));
    const verify = () => verifySignature(signer.alg, signer.spki, message, signature);
    expect(await verify()).toBe(false);
    vi.stubGlobal('crypto', undefined);
    expect(await verify()).toBe(false);
  });

  it('needs the SPKI of its own algorithm, whole', async () => {
    const signature = await signer.sign(message);
    expect(rawPublicKey(signer.alg, signer.spki)?.length).toBe(signer.alg === -19 ? 32 : 65);
    for (const spki of [
      signer.spki.slice(1),
      signer.spki.slice(0, -1),
      concatBytes([signer.spki, Uint8Array.of(0)]),
    ]) {
      expect(rawPublicKey(signer.alg, spki)).toBeNull();
      expect(await verifySignature(signer.alg, spki, message, signature)).toBe(false);
    }
    expect(await verifySignature(-8, signer.spki, message, signature)).toBe(false);
  });
});

describe('Ed25519 at the edges', () => {
  /**
   * R = r·B + T with T of order 8: the equation without cofactor fails, the one with cofactor holds. Platforms check the
   * first; the software path must not be more generous.
   */
  it('refuses what only the equation with cofactor would accept, on both paths', async () => {
    const signer = ed25519Signer('mixed order');
    const { scalar } = ed25519.utils.getExtendedPublicKey(seedOf('mixed order'));
    const publicKey = signer.spki.slice(-32);
    const torsion = Point.fromHex(
      '26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05',
      true,
    );
    const r = Point.BASE.multiply(5n).add(torsion).toBytes();
    const k = littleEndian(sha512(concatBytes([r, publicKey, message]))) % ORDER;
    const signature = concatBytes([r, encodeScalar(5n + k * scalar)]);
    expect(ed25519.verify(signature, message, publicKey)).toBe(true);
    expect(isStrictEd25519(publicKey, signature)).toBe(true);
    expect(await verifySignature(-19, signer.spki, message, signature)).toBe(false);
    vi.stubGlobal('crypto', undefined);
    expect(await verifySignature(-19, signer.spki, message, signature)).toBe(false);
  });

  it('refuses each point of small order as key and as R, canonical or not', () => {
    const good = ed25519Signer('good').spki.slice(-32);
    const s = encodeScalar(1n);
    const p = 2n ** 255n - 19n;
    const small = [0n, 1n, p - 1n, p, p + 1n].map((y) => Point.Fp.toBytes(y % p));
    const encodings = [
      ...small,
      ...[p, p + 1n].map((y) =>
        Uint8Array.from(Buffer.from(y.toString(16).padStart(64, '0'), 'hex').reverse()),
      ),
      ...[
        '26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05',
        'c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a',
      ].map((hex) => Uint8Array.from(Buffer.from(hex, 'hex'))),
    ];
    for (const point of encodings) {
      for (const sign of [0, 0x80]) {
        const signed = point.with(31, (point[31] as number) | sign);
        expect(isStrictEd25519(signed, concatBytes([good, s]))).toBe(false);
        expect(isStrictEd25519(good, concatBytes([signed, s]))).toBe(false);
      }
    }
    expect(isStrictEd25519(good, concatBytes([good, s]))).toBe(true);
  });

  it('refuses every y from p to 2^255 − 1', () => {
    const good = ed25519Signer('good').spki.slice(-32);
    const signature = concatBytes([good, encodeScalar(1n)]);
    for (let last = 0xed; last <= 0xff; last++) {
      const point = new Uint8Array(32).fill(0xff).with(0, last).with(31, 0x7f);
      expect(isStrictEd25519(point, signature)).toBe(false);
    }
  });

  it('refuses a key that is on no curve', async () => {
    const spki = ed25519Spki(Point.Fp.toBytes(2n));
    const signature = concatBytes([Point.BASE.toBytes(), encodeScalar(1n)]);
    expect(await verifySignature(-19, spki, message, signature)).toBe(false);
  });
});
