/** Lower-case hexadecimal. */
export function toHex(bytes: Uint8Array): string {
  let text = '';
  for (const byte of bytes) text += HEX[byte];
  return text;
}

const HEX = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'));

/** Bytes of an even number of hexadecimal digits, or null where the text is not that. */
export function fromHex(text: string): Uint8Array | null {
  if (!/^(?:[0-9a-f]{2})*$/i.test(text)) return null;
  return Uint8Array.from(text.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
}

/** Equality of public bytes. Not for secrets: it returns at the first difference. */
export const equalBytes = (a: Uint8Array, b: Uint8Array): boolean =>
  a.length === b.length && a.every((byte, index) => byte === b[index]);

/** The parts one after the other. */
export function concatBytes(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

/** Bytes as an unsigned integer, the least significant first, as Ed25519 writes numbers. */
export const littleEndian = (bytes: Uint8Array): bigint =>
  BigInt(`0x${toHex(bytes.slice().reverse())}`);

/** Bytes as an unsigned integer, the most significant first, as the Weierstrass curves write numbers. */
export const bigEndian = (bytes: Uint8Array): bigint => BigInt(`0x${toHex(bytes)}`);
