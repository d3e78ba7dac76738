import { sha256 } from '@noble/hashes/sha2.js';

/**
 * SHA-256 of what may be long: by the platform, which does not keep the page waiting, and on plain http, where there is no
 * `crypto.subtle`, in the JavaScript that keys and codes are hashed with anyway.
 */
export async function digest(bytes: Uint8Array): Promise<Uint8Array> {
  const subtle = globalThis.crypto?.subtle;
  return subtle === undefined
    ? sha256(bytes)
    : new Uint8Array(await subtle.digest('SHA-256', bytes as Uint8Array<ArrayBuffer>));
}
