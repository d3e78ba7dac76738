import * as z from 'zod/mini';
import { ChiduError } from '../../errors.ts';
import { type LibrarySource, missing } from './source.ts';

/**
 * `chidu-case-bundle/1`: a library as one file, to be carried on a stick or chosen in a dialog. Eight bytes of mark, the
 * length of the head (32 bits, little-endian), the head as JSON, the files one after the other. What is not asked for
 * is not read.
 */
const FORMAT = 'chidu-case-bundle/1';
const MARK = 'CHIDUBUN';
const PROLOGUE = 12;

const Head = z.strictObject({
  format: z.literal(FORMAT),
  files: z.array(z.strictObject({ name: z.string(), bytes: z.int().check(z.minimum(0)) })),
});

/** What comes before the files of a bundle; they follow in this order. */
export function bundleHead(files: readonly { name: string; bytes: number }[]): Uint8Array {
  const encoder = new TextEncoder();
  const head = encoder.encode(JSON.stringify({ format: FORMAT, files }));
  const start = new Uint8Array(PROLOGUE + head.length);
  start.set(encoder.encode(MARK));
  new DataView(start.buffer).setUint32(8, head.length, true);
  start.set(head, PROLOGUE);
  return start;
}

/** @throws ChiduError `library-version` for another format, `library-damaged` for a file that is no bundle. */
export async function bundleSource(file: Blob): Promise<LibrarySource> {
  const part = async (from: number, to: number) =>
    new Uint8Array(await file.slice(from, to).arrayBuffer());
  const start = await part(0, PROLOGUE);
  const decoder = new TextDecoder();
  if (start.length < PROLOGUE || decoder.decode(start.subarray(0, 8)) !== MARK) throw damaged();
  const length = new DataView(start.buffer).getUint32(8, true);
  const value = json(decoder.decode(await part(PROLOGUE, PROLOGUE + length)));
  const format = (value as { format?: unknown } | null)?.format;
  if (typeof format === 'string' && format !== FORMAT) {
    throw new ChiduError('library-version', `no reader for ${format}`, { fields: { format } });
  }
  const head = Head.safeParse(value);
  if (!head.success) throw damaged();
  const places = new Map<string, readonly [from: number, to: number]>();
  let at = PROLOGUE + length;
  for (const { name, bytes } of head.data.files) {
    places.set(name, [at, at + bytes]);
    at += bytes;
  }
  if (at !== file.size) throw damaged();
  return {
    async read(name, signal) {
      const place = places.get(name);
      if (place === undefined) throw missing(name);
      signal?.throwIfAborted();
      return part(...place);
    },
  };
}

function json(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw damaged();
  }
}

function damaged(): ChiduError {
  return new ChiduError('library-damaged', 'not a bundle of a library');
}
