import { Inflate } from 'fflate';
import { LIMITS } from './limits.ts';
import { refusal } from './refusal.ts';

const END = 0x06054b50;
const ENTRY = 0x02014b50;
const LOCAL = 0x04034b50;
const CHUNK = 16 * 1024;

/** The files of a zip archive by name, unpacked when asked for. */
export interface Archive {
  readonly names: readonly string[];
  /** Bytes of the file, or null where the archive has none of this name. */
  readonly file: (name: string) => Uint8Array | null;
}

/**
 * Reads the central directory only; zip64, encryption and methods other than stored and deflate are refused (`archive`). All
 * that is unpacked is counted against the limits (`archive-size`): an archive of overlapping entries gains nothing.
 */
export function unzip(bytes: Uint8Array): Archive {
  if (bytes.length > LIMITS.packed) throw refusal('archive-size', '', 'the file is too large');
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = endOfDirectory(view);
  const count = view.getUint16(end + 10, true);
  if (count > LIMITS.entries) throw refusal('archive-size', '', 'the archive has too many entries');
  const entries = new Map<string, { method: number; start: number; packed: number }>();
  let at = view.getUint32(end + 16, true);
  for (let i = 0; i < count; i += 1) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== ENTRY) throw damaged();
    const flags = view.getUint16(at + 8, true);
    const nameEnd = at + 46 + view.getUint16(at + 28, true);
    const name = new TextDecoder().decode(bytes.subarray(at + 46, nameEnd));
    const local = view.getUint32(at + 42, true);
    const packed = view.getUint32(at + 20, true);
    if ((flags & 1) === 1) throw refusal('archive', name, 'the archive is encrypted');
    if (local + 30 > bytes.length || view.getUint32(local, true) !== LOCAL) throw damaged();
    const start = local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true);
    if (start + packed > bytes.length) throw damaged();
    if (entries.has(name)) throw refusal('archive', name, 'the archive names a file twice');
    entries.set(name, { method: view.getUint16(at + 10, true), start, packed });
    at = nameEnd + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  let left = LIMITS.unpacked;
  return {
    names: [...entries.keys()],
    file: (name) => {
      const entry = entries.get(name);
      if (entry === undefined) return null;
      const packed = bytes.subarray(entry.start, entry.start + entry.packed);
      const file = unpack(name, packed, entry.method, left);
      left -= file.length;
      return file;
    },
  };
}

function endOfDirectory(view: DataView): number {
  // The record is 22 bytes and a comment of at most 65,535.
  for (let at = view.byteLength - 22; at >= Math.max(0, view.byteLength - 65_557); at -= 1) {
    if (view.getUint32(at, true) === END) return at;
  }
  throw refusal('archive', '', 'not a zip archive');
}

function unpack(name: string, packed: Uint8Array, method: number, limit: number): Uint8Array {
  if (method === 0) {
    if (packed.length > limit) throw refusal('archive-size', name, 'unpacks to too much');
    return packed;
  }
  if (method !== 8) throw refusal('archive', name, `compression method ${method} is not read`);
  const parts: Uint8Array[] = [];
  let size = 0;
  let finished = false;
  const inflate = new Inflate((part, final) => {
    size += part.length;
    if (size > limit) throw refusal('archive-size', name, 'unpacks to too much');
    parts.push(part);
    finished ||= final;
  });
  for (let at = 0; at < packed.length || at === 0; at += CHUNK) {
    push(inflate, packed.subarray(at, at + CHUNK), at + CHUNK >= packed.length, name);
  }
  if (!finished) throw damaged();
  const file = new Uint8Array(size);
  let at = 0;
  for (const part of parts) {
    file.set(part, at);
    at += part.length;
  }
  return file;
}

function push(inflate: Inflate, part: Uint8Array, final: boolean, name: string): void {
  try {
    inflate.push(part, final);
  } catch (error) {
    // fflate throws plain errors with a numeric code for a stream that is not deflate.
    if (error instanceof Error && typeof (error as { code?: unknown }).code === 'number') {
      throw refusal('archive', name, 'the compressed data are damaged');
    }
    throw error;
  }
}

function damaged() {
  return refusal('archive', '', 'the archive is damaged');
}
