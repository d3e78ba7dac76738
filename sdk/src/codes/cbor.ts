/**
 * Deterministic CBOR (RFC 8949 §4.2.1), the little of it that a code needs.
 *
 * The decoder reads every well-formed item, whatever its length forms, because the checks of a code name *which* rule
 * was broken and in which order. What the format has no use for (floats, tags, undefined, text that is not UTF-8)
 * becomes `FOREIGN`. Whether the bytes were deterministic is decided in one place: encode again and compare.
 */
import { equalBytes } from './bytes.ts';

export type CborValue =
  | number
  | bigint
  | string
  | boolean
  | null
  | Uint8Array
  | readonly CborValue[]
  | CborMap
  | typeof FOREIGN;

export type CborMap = ReadonlyMap<CborValue, CborValue>;

/** Stands for a well-formed item that no part of a code may contain. */
export const FOREIGN: unique symbol = Symbol('foreign CBOR item');

const MAJOR = { uint: 0, negative: 1, bytes: 2, text: 3, array: 4, map: 5, tag: 6, other: 7 };
const INDEFINITE = 31;

/** Encode deterministically. `FOREIGN` and a repeated key are left out, so the result is shorter than what was read. */
export function encodeCbor(value: CborValue): Uint8Array {
  const out: number[] = [];
  write(value, out);
  return Uint8Array.from(out);
}

/** Do these bytes hold `value` in the one deterministic way? Never true of a value with a `FOREIGN` part. */
export function isDeterministic(value: CborValue, bytes: Uint8Array): boolean {
  return equalBytes(encodeCbor(value), bytes);
}

/** The one item that `bytes` holds, or undefined where they are malformed or hold more. */
export function decodeCbor(bytes: Uint8Array): CborValue | undefined {
  const reader = new Reader(bytes);
  try {
    const value = reader.item();
    return reader.at === bytes.length ? value : undefined;
  } catch (error) {
    if (error instanceof Malformed) return undefined;
    throw error;
  }
}

/** The head of an item and where its content starts, for the tag in front of an envelope. */
export function decodeTag(bytes: Uint8Array): { tag: number | bigint; content: Uint8Array } | null {
  const reader = new Reader(bytes);
  try {
    const { major, info } = reader.initial();
    if (major !== MAJOR.tag) return null;
    return { tag: reader.argument(info), content: bytes.subarray(reader.at) };
  } catch (error) {
    if (error instanceof Malformed) return null;
    throw error;
  }
}

class Malformed extends Error {}

class Reader {
  at = 0;
  readonly bytes: Uint8Array;

  constructor(bytes: Uint8Array) {
    this.bytes = bytes;
  }

  initial(): { major: number; info: number } {
    const byte = this.take(1)[0] as number;
    return { major: byte >> 5, info: byte & 31 };
  }

  argument(info: number): number | bigint {
    if (info < 24) return info;
    if (info > 27) throw new Malformed();
    let value = 0n;
    for (const byte of this.take(2 ** (info - 24))) value = (value << 8n) | BigInt(byte);
    return narrow(value);
  }

  item(): CborValue {
    const { major, info } = this.initial();
    if (major === MAJOR.other) return this.other(info);
    if (info === INDEFINITE) return this.indefinite(major);
    const argument = this.argument(info);
    if (major === MAJOR.uint) return argument;
    if (major === MAJOR.negative) return narrow(-1n - BigInt(argument));
    if (major === MAJOR.bytes) return this.take(argument).slice();
    if (major === MAJOR.text) return utf8(this.take(argument));
    if (major === MAJOR.array) return this.items(argument);
    if (major === MAJOR.map) return pairs(this.items(2n * BigInt(argument)));
    this.item();
    return FOREIGN;
  }

  private take(length: number | bigint): Uint8Array {
    const end = this.at + Number(length);
    if (end > this.bytes.length) throw new Malformed();
    const part = this.bytes.subarray(this.at, end);
    this.at = end;
    return part;
  }

  private items(count: number | bigint): CborValue[] {
    if (count > this.bytes.length) throw new Malformed();
    const items: CborValue[] = [];
    while (items.length < count) items.push(this.item());
    return items;
  }

  private indefinite(major: number): CborValue {
    const parts: CborValue[] = [];
    while (!this.takeBreak()) {
      const next = this.bytes[this.at] as number;
      const string = major === MAJOR.bytes || major === MAJOR.text;
      if (string && (next >> 5 !== major || (next & 31) === INDEFINITE)) throw new Malformed();
      parts.push(this.item());
    }
    if (major === MAJOR.array) return parts;
    if (major === MAJOR.map && parts.length % 2 === 0) return pairs(parts);
    if (major === MAJOR.text) return parts.includes(FOREIGN) ? FOREIGN : parts.join('');
    if (major !== MAJOR.bytes) throw new Malformed();
    return Uint8Array.from((parts as Uint8Array[]).flatMap((part) => [...part]));
  }

  private takeBreak(): boolean {
    if (this.at >= this.bytes.length) throw new Malformed();
    if (this.bytes[this.at] !== 0xff) return false;
    this.at++;
    return true;
  }

  private other(info: number): CborValue {
    if (info === 20 || info === 21) return info === 21;
    if (info === 22) return null;
    const simple = this.argument(info);
    // RFC 8949 §3.3: a simple value below 32 in two bytes is not well-formed.
    if (info === 24 && simple < 32) throw new Malformed();
    return FOREIGN;
  }
}

const narrow = (value: bigint): number | bigint => {
  const number = Number(value);
  return Number.isSafeInteger(number) ? number : value;
};

function utf8(bytes: Uint8Array): CborValue {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return FOREIGN;
  }
}

function pairs(items: readonly CborValue[]): CborMap {
  const map = new Map<CborValue, CborValue>();
  for (let index = 0; index < items.length; index += 2) {
    map.set(items[index] as CborValue, items[index + 1] as CborValue);
  }
  return map;
}

function write(value: CborValue, out: number[]): void {
  if (typeof value === 'number' || typeof value === 'bigint') {
    if (value < 0) head(MAJOR.negative, -1n - BigInt(value), out);
    else head(MAJOR.uint, value, out);
  } else if (typeof value === 'string') {
    const bytes = new TextEncoder().encode(value);
    head(MAJOR.text, bytes.length, out);
    put(bytes, out);
  } else if (typeof value === 'boolean') {
    out.push(value ? 0xf5 : 0xf4);
  } else if (value === null) {
    out.push(0xf6);
  } else if (value instanceof Uint8Array) {
    head(MAJOR.bytes, value.length, out);
    put(value, out);
  } else if (value instanceof Map) {
    writeMap(value, out);
  } else if (value !== FOREIGN) {
    const items = value as readonly CborValue[];
    head(MAJOR.array, items.length, out);
    for (const item of items) write(item, out);
  }
}

/** A spread takes an iterator a byte: half of what checking a code takes. */
const put = (bytes: Uint8Array, out: number[]): void => {
  for (let at = 0; at < bytes.length; at += 1) out.push(bytes[at] as number);
};

function writeMap(map: CborMap, out: number[]): void {
  const entries = [...map]
    .map(([key, value]): [Uint8Array, CborValue] => [encodeCbor(key), value])
    .sort(([a], [b]) => compareBytes(a, b))
    .filter(([key], index, all) => compareBytes(all[index - 1]?.[0], key) !== 0);
  head(MAJOR.map, entries.length, out);
  for (const [key, value] of entries) {
    put(key, out);
    write(value, out);
  }
}

/** Bytewise order of two encoded keys, of which none is the beginning of another. */
function compareBytes(a: Uint8Array | undefined, b: Uint8Array): number {
  if (a === undefined) return -1;
  const at = a.findIndex((byte, index) => byte !== b[index]);
  return at < 0 ? a.length - b.length : (a[at] ?? 0) - (b[at] ?? 0);
}

function head(major: number, argument: number | bigint, out: number[]): void {
  // A number that is not whole goes on to `BigInt`, which refuses it.
  if (argument < 24 && Number(argument) % 1 === 0) {
    out.push((major << 5) | Number(argument));
    return;
  }
  const size = argument < 0x100 ? 0 : argument < 0x10000 ? 1 : argument < 0x100000000 ? 2 : 3;
  out.push((major << 5) | (24 + size));
  const value = BigInt(argument);
  for (let shift = 8 * (2 ** size - 1); shift >= 0; shift -= 8) {
    out.push(Number((value >> BigInt(shift)) & 0xffn));
  }
}
