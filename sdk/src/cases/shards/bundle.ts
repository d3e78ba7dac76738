import * as z from 'zod/mini';
import {
  damaged,
  type HeadedFormat,
  headLength,
  PROLOGUE,
  readHead,
  writeHead,
} from './headed-file.ts';
import { type LibrarySource, missing } from './source.ts';

const Head = z.strictObject({
  format: z.literal('chidu-case-bundle/1'),
  files: z.array(z.strictObject({ name: z.string(), bytes: z.int().check(z.minimum(0)) })),
});
/**
 * `chidu-case-bundle/1`: a library as one file, to be carried on a stick or chosen in a dialog: head, then the files one
 * after the other. What is not asked for is not read.
 */
const BUNDLE: HeadedFormat<z.infer<typeof Head>> = {
  mark: 'CHIDUBUN',
  format: 'chidu-case-bundle/1',
  schema: Head,
  what: 'a bundle of a library',
};

/** What comes before the files of a bundle; they follow in this order. */
export const bundleHead = (files: { name: string; bytes: number }[]): Uint8Array =>
  writeHead(BUNDLE, { format: 'chidu-case-bundle/1', files });

/** @throws ChiduError `library-version` for another format, `library-damaged` for a file that is no bundle. */
export async function bundleSource(file: Blob): Promise<LibrarySource> {
  const part = async (from: number, to: number) =>
    new Uint8Array(await file.slice(from, to).arrayBuffer());
  const length = headLength(BUNDLE, await part(0, PROLOGUE));
  const head = readHead(BUNDLE, await part(PROLOGUE, PROLOGUE + length));
  const places = new Map<string, readonly [from: number, to: number]>();
  let at = PROLOGUE + length;
  for (const { name, bytes } of head.files) {
    places.set(name, [at, at + bytes]);
    at += bytes;
  }
  if (at !== file.size) throw damaged(BUNDLE);
  return {
    async read(name, signal) {
      const place = places.get(name);
      if (place === undefined) throw missing(name);
      signal?.throwIfAborted();
      return part(...place);
    },
  };
}
