import { p256 } from '@noble/curves/nist.js';

/** ES256 without WebCrypto. Either s is accepted, as in WebCrypto. `publicKey` is the uncompressed point. */
export function verifyEs256(
  publicKey: Uint8Array,
  message: Uint8Array,
  signature: Uint8Array,
): boolean {
  try {
    return p256.verify(signature, message, publicKey, { lowS: false, format: 'compact' });
  } catch {
    return false;
  }
}
