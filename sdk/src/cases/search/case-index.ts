import type { Averages } from './fields.ts';

/**
 * A searchable shard: a few typed arrays, so that the bytes on disk are the index in memory. Row `i` is the `i`-th
 * record it was built from.
 */
export interface CaseIndex {
  readonly documents: number;
  readonly averages: Averages;
  /** Keys of the terms, ascending; of term `i` the records that have it, and the bytes where its postings begin. */
  readonly keys: Uint32Array;
  readonly counts: Uint32Array;
  /** One longer than `keys`. A term without bytes is too common to tell anything. */
  readonly starts: Uint32Array;
  /** Per posting the distance to the row before as a LEB128 number, then the impact in 255ths. */
  readonly postings: Uint8Array;
  /** Columns, one entry a row; 0 is unknown. See `columns.ts`. */
  readonly values: Uint8Array;
  readonly levels: Uint8Array;
  readonly days: Uint16Array;
  readonly versions: Uint16Array;
  readonly places: Uint32Array;
  /** Ids as UTF-8, one after the other, and where each ends. */
  readonly idBytes: Uint8Array;
  readonly idEnds: Uint32Array;
}

/** The id of the record in a row, counted from 0. */
export function idOf(index: CaseIndex, row: number): string {
  const from = row === 0 ? 0 : index.idEnds[row - 1];
  return new TextDecoder().decode(index.idBytes.subarray(from, index.idEnds[row]));
}

/** The place of a term, -1 where the index does not have it. */
export function termAt({ keys }: CaseIndex, key: number): number {
  let low = 0;
  let high = keys.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const there = keys[middle] as number;
    if (there === key) return middle;
    if (there < key) low = middle + 1;
    else high = middle - 1;
  }
  return -1;
}
