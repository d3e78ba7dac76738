import { ed25519 } from '@noble/curves/ed25519.js';
import { sha512 } from '@noble/hashes/sha2.js';
import { concatBytes, equalBytes, littleEndian } from '../bytes.ts';

const { Point } = ed25519;

/**
 * Ed25519 without WebCrypto, for keys and signatures that `isStrictEd25519` has passed. Checks the equation without
 * cofactor, S·B = R + k·A, because that is what the Web Cryptography API prescribes: both paths must agree on every
 * signature, the crafted ones included. (`ed25519.verify` multiplies by the cofactor.)
 */
export function verifyEd25519(
  publicKey: Uint8Array,
  message: Uint8Array,
  signature: Uint8Array,
): boolean {
  const r = signature.subarray(0, 32);
  const s = littleEndian(signature.subarray(32));
  const k = littleEndian(sha512(concatBytes([r, publicKey, message]))) % Point.Fn.ORDER;
  try {
    const a = Point.fromBytes(publicKey);
    const expected = Point.BASE.multiplyUnsafe(s).subtract(a.multiplyUnsafe(k));
    return equalBytes(expected.toBytes(), r);
  } catch {
    return false;
  }
}
