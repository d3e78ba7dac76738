import { weierstrass } from '@noble/curves/abstract/weierstrass.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { bigEndian } from '../bytes.ts';

/** P-256 (FIPS 186-5, SP 800-186). The bare curve, without the signing half that `p256` of the library carries. */
const CURVE = {
  p: 0xffffffff00000001000000000000000000000000ffffffffffffffffffffffffn,
  n: 0xffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551n,
  h: 1n,
  a: 0xffffffff00000001000000000000000000000000fffffffffffffffffffffffcn,
  b: 0x5ac635d8aa3a93e7b3ebbd55769886bc651d06b0cc53b0f63bce3c3e27d2604bn,
  Gx: 0x6b17d1f2e12c4247f8bce6e563a440f277037d812deb33a0f4a13945d898c296n,
  Gy: 0x4fe342e2fe1a7f9b8ee7eb4a7c0f9e162bce33576b315ececbb6406837bf51f5n,
};
const { n } = CURVE;

const Point = weierstrass(CURVE);

/**
 * ES256 without WebCrypto (FIPS 186-5 §6.4.2). Either s is accepted, as in WebCrypto. `publicKey` is the uncompressed
 * point, `signature` 64 bytes.
 */
export function verifyEs256(
  publicKey: Uint8Array,
  message: Uint8Array,
  signature: Uint8Array,
): boolean {
  const r = bigEndian(signature.subarray(0, 32));
  const s = bigEndian(signature.subarray(32));
  if (r === 0n || r >= n || s === 0n || s >= n) return false;
  const inverse = Point.Fn.inv(s);
  const u1 = (bigEndian(sha256(message)) * inverse) % n;
  const u2 = (r * inverse) % n;
  try {
    const sum = Point.BASE.mulAddUnsafe(u1, Point.fromBytes(publicKey), u2);
    return !sum.is0() && sum.toAffine().x % n === r;
  } catch {
    return false;
  }
}
