import { deflateSync, inflateSync } from 'fflate';
import * as z from 'zod/mini';
import { ChiduError } from '../../errors.ts';
import { hex, sha256 } from '../../text/index.ts';
import type { CaseRecord } from '../record.ts';
import { type HeadedFormat, headLength, PROLOGUE, readHead, writeHead } from './headed-file.ts';

/** Records in a block: about 12 kB deflated, unpacked in half a millisecond. */
const BLOCK = 16;

const Block = z.strictObject({
  records: z.int(),
  bytes: z.int(),
  sha256: z.string(),
});
const Head = z.strictObject({
  format: z.literal('chidu-case-records/1'),
  blocks: z.array(Block),
});
/**
 * `chidu-case-records/1`: the records of a shard in deflated blocks, so that one can be read without the others: head, then
 * the blocks one after the other, a record a line.
 */
const RECORDS: HeadedFormat<z.infer<typeof Head>> = {
  mark: 'CHIDUREC',
  format: 'chidu-case-records/1',
  schema: Head,
  what: 'a file of records',
};

/** Deflated blocks with their hashes, as the head lists them. */
export interface TextBlocks {
  readonly blocks: readonly z.infer<typeof Block>[];
  /** Where in the file the first block begins. */
  readonly from: number;
}

/** Makes raw deflate data (RFC 1951). */
export type Deflate = (bytes: Uint8Array) => Promise<Uint8Array>;

/** In JavaScript: the same bytes on every platform, so that an edition made elsewhere has the same files. */
const deflateAlike: Deflate = async (bytes) => deflateSync(bytes, { level: 5 });

/** By the platform: four times as fast, in bytes of its own. For a library that nobody else compares. */
export const deflateFast: Deflate = async (bytes) => {
  const packed = new Blob([bytes as Uint8Array<ArrayBuffer>])
    .stream()
    .pipeThrough(new CompressionStream('deflate-raw'));
  return new Uint8Array(await new Response(packed).arrayBuffer());
};

export async function packTexts(
  records: readonly CaseRecord[],
  deflate: Deflate = deflateAlike,
): Promise<Uint8Array> {
  const encoder = new TextEncoder();
  const blocks: Uint8Array[] = [];
  const listed: z.infer<typeof Block>[] = [];
  for (let at = 0; at < records.length; at += BLOCK) {
    const lines = records.slice(at, at + BLOCK).map((record) => `${JSON.stringify(record)}\n`);
    const bytes = await deflate(encoder.encode(lines.join('')));
    blocks.push(bytes);
    listed.push({ records: lines.length, bytes: bytes.length, sha256: hex(await sha256(bytes)) });
  }
  const head = writeHead(RECORDS, { format: 'chidu-case-records/1', blocks: listed });
  const file = new Uint8Array(blocks.reduce((sum, { length }) => sum + length, head.length));
  file.set(head);
  let end = head.length;
  for (const block of blocks) {
    file.set(block, end);
    end += block.length;
  }
  return file;
}

/** @throws ChiduError `library-version` for another format, `library-damaged` for bytes that cannot be one. */
export function readTextHead(file: Uint8Array): TextBlocks {
  const from = PROLOGUE + headLength(RECORDS, file);
  return { blocks: readHead(RECORDS, file.subarray(PROLOGUE, from)).blocks, from };
}

/** Where row `row` lies: its block, that block's place in the file, its line in the block. */
export function placeOf(
  { blocks, from }: TextBlocks,
  row: number,
): { block: number; from: number; to: number; line: number } {
  let [at, first] = [from, 0];
  for (const [block, { records, bytes }] of blocks.entries()) {
    if (row < first + records) return { block, from: at, to: at + bytes, line: row - first };
    at += bytes;
    first += records;
  }
  throw new ChiduError('library-damaged', `there is no row ${row}`);
}

/** The record in one line of a block, whose hash is compared first. @throws ChiduError `library-hash`. */
export async function recordIn(
  { blocks }: TextBlocks,
  { block, line }: { readonly block: number; readonly line: number },
  bytes: Uint8Array,
): Promise<CaseRecord> {
  if (hex(await sha256(bytes)) !== blocks[block]?.sha256) {
    throw new ChiduError('library-hash', `block ${block} is not the one that was published`);
  }
  const lines = new TextDecoder().decode(inflateSync(bytes)).split('\n');
  return JSON.parse(lines[line] ?? '') as CaseRecord;
}
