import { createHash } from 'node:crypto';
import type { Signer } from '@chidu/sdk/codes';

/**
 * Codes put together by hand, so that they can be wrong in every way that bytes can. Nothing here comes from the
 * implementation under test but the type of a signer.
 */
export type Bytes = readonly number[];

const utf8 = (value: string): Bytes => [...new TextEncoder().encode(value)];

/** The head of a CBOR item; `width` 1, 2, 4, 8 forces more bytes than the shortest form takes. */
export function head(major: number, argument: number | bigint, width?: number): Bytes {
  const value = BigInt(argument);
  const size = width ?? [24n, 0x100n, 0x10000n, 0x100000000n].findIndex((limit) => value < limit);
  const bytes = width ?? (size < 0 ? 8 : size === 0 ? 0 : 2 ** (size - 1));
  if (bytes === 0) return [(major << 5) | Number(value)];
  const hex = value.toString(16).padStart(bytes * 2, '0');
  return [(major << 5) | (24 + Math.log2(bytes)), ...Buffer.from(hex, 'hex')];
}

export const int = (value: number | bigint): Bytes =>
  value < 0 ? head(1, -1n - BigInt(value)) : head(0, value);
export const text = (value: string): Bytes => [...head(3, utf8(value).length), ...utf8(value)];
export const bstr = (value: Bytes | Uint8Array): Bytes => [...head(2, value.length), ...value];
export const array = (...items: Bytes[]): Bytes => [...head(4, items.length), ...items.flat()];
/** A map in the order given: sorting is the caller's. */
export const map = (...entries: (readonly [Bytes, Bytes])[]): Bytes => [
  ...head(5, entries.length),
  ...entries.flat(2),
];

/** A value as vectors state it; a byte string is `Uint8Array`. */
export type Value = number | bigint | string | boolean | null | Uint8Array | readonly Value[];

export function cbor(value: Value): Bytes {
  if (typeof value === 'number' || typeof value === 'bigint') return int(value);
  if (typeof value === 'string') return text(value);
  if (typeof value === 'boolean') return [value ? 0xf5 : 0xf4];
  if (value === null) return [0xf6];
  if (value instanceof Uint8Array) return bstr(value);
  return array(...value.map(cbor));
}

/** The value as the protocol prints it in `payload`; big integers here are powers of two, exact as numbers. */
export function printed(value: Value): unknown {
  if (typeof value === 'bigint') return Number(value);
  if (value instanceof Uint8Array) return Buffer.from(value).toString('hex');
  return Array.isArray(value) ? value.map(printed) : value;
}

const kidOf = (spki: Uint8Array): Uint8Array =>
  createHash('sha256').update(spki).digest().subarray(0, 8);

export const headerOf = ({ alg, spki }: Pick<Signer, 'alg' | 'spki'>): Bytes =>
  map([int(1), int(alg)], [int(4), bstr(kidOf(spki))]);

export const signedOf = (header: Bytes, payload: Bytes, aad = 'supervision-code/1'): Uint8Array =>
  Uint8Array.from(array(text('Signature1'), bstr(header), bstr(utf8(aad)), bstr(payload)));

export const bodyOf = (header: Bytes, payload: Bytes, signature: Bytes | Uint8Array): Bytes => [
  0xd2,
  ...array(bstr(header), map(), bstr(payload), bstr(signature)),
];

/** Code id and check code of a header and a payload. */
export function identityOf(header: Bytes, payload: Bytes): { id: string; checkCode: string } {
  const id = createHash('sha256').update(signedOf(header, payload)).digest();
  const digits = String(id.readBigUInt64BE() % 1_000_000_000_000n).padStart(12, '0');
  const checkCode = [digits.slice(0, 4), digits.slice(4, 8), digits.slice(8)].join('-');
  return { id: id.toString('hex'), checkCode };
}

export function digitsOf(body: Bytes): string {
  let digits = '';
  for (let at = 0; at < body.length; at += 7) {
    const group = body.slice(at, at + 7);
    const width = [0, 3, 5, 8, 10, 13, 15, 17][group.length] as number;
    digits += BigInt(`0x${Buffer.from(group).toString('hex')}`)
      .toString()
      .padStart(width, '0');
  }
  return `1${digits}`;
}
