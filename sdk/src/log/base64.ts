import { decodeBase64, encodeBase64 } from '../codes/signed-text.ts';

/** Bytes of standard base64 (RFC 4648 §4) in its one canonical spelling; null for any other text. */
export function strictBase64(text: string): Uint8Array | null {
  if (!/^[A-Za-z0-9+/]*={0,2}$/.test(text) || text.length % 4 !== 0) return null;
  const bytes = decodeBase64(text);
  return encodeBase64(bytes) === text ? bytes : null;
}
