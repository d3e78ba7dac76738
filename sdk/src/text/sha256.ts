/**
 * SHA-256. WebCrypto where the platform has it; a page on plain http has no `crypto.subtle`, so there the audited
 * JavaScript of @noble/hashes is loaded on first use.
 */
export async function sha256(bytes: Uint8Array): Promise<Uint8Array> {
  if (globalThis.crypto?.subtle !== undefined) {
    return new Uint8Array(await crypto.subtle.digest('SHA-256', Uint8Array.from(bytes)));
  }
  const { sha256: digest } = await import('@noble/hashes/sha2.js');
  return digest(bytes);
}

/** Lower-case hexadecimal, two digits a byte. */
export function hex(bytes: Uint8Array): string {
  let text = '';
  for (const byte of bytes) text += byte.toString(16).padStart(2, '0');
  return text;
}
