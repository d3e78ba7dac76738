import { ChiduError } from '../../errors.ts';
import type { CaseIndex } from './case-index.ts';
import { type Averages, FIELDS } from './fields.ts';

/** `chidu-case-index/1`: see sdk/docs/formats/case-index.md. */
const FORMAT = 'chidu-case-index/1';
const MARK = 'CHIDUIDX';
/** Mark, length of the head. */
const PROLOGUE = 12;

const ARRAYS = {
  keys: Uint32Array,
  counts: Uint32Array,
  starts: Uint32Array,
  places: Uint32Array,
  idEnds: Uint32Array,
  days: Uint16Array,
  versions: Uint16Array,
  postings: Uint8Array,
  values: Uint8Array,
  levels: Uint8Array,
  idBytes: Uint8Array,
} as const;
type ArrayName = keyof typeof ARRAYS;
const NAMES = Object.keys(ARRAYS) as ArrayName[];

interface Head {
  readonly format: string;
  readonly documents: number;
  readonly averages: Averages;
  /** Entries of each array, in this order, each at the next multiple of eight bytes. */
  readonly arrays: readonly (readonly [name: string, entries: number])[];
}

const aligned = (offset: number) => (offset + 7) & ~7;

/** The index as bytes, little-endian whatever the machine that typed arrays run on today. */
export function toBytes(index: CaseIndex): Uint8Array<ArrayBuffer> {
  const { documents, averages } = index;
  const arrays = NAMES.map((name) => [name, index[name].length] as const);
  const head: Head = { format: FORMAT, documents, averages, arrays };
  const text = new TextEncoder().encode(JSON.stringify(head));
  let size = aligned(PROLOGUE + text.length);
  for (const name of NAMES) size = aligned(size + index[name].byteLength);
  const bytes = new Uint8Array(size);
  bytes.set(new TextEncoder().encode(MARK));
  new DataView(bytes.buffer).setUint32(8, text.length, true);
  bytes.set(text, PROLOGUE);
  let at = aligned(PROLOGUE + text.length);
  for (const name of NAMES) {
    const { buffer, byteOffset, byteLength } = index[name];
    bytes.set(new Uint8Array(buffer, byteOffset, byteLength), at);
    at = aligned(at + byteLength);
  }
  return bytes;
}

/**
 * Opens bytes of `toBytes` as views on them, without a copy where they begin at a multiple of eight.
 * @throws {ChiduError} `index-version` for another format, `index-damaged` for bytes that cannot be one.
 */
export function openIndex(given: Uint8Array): CaseIndex {
  const bytes = given.byteOffset % 8 === 0 ? given : given.slice();
  const head = readHead(bytes);
  let at = aligned(PROLOGUE + new DataView(bytes.buffer, bytes.byteOffset).getUint32(8, true));
  const arrays = {} as Record<ArrayName, CaseIndex[ArrayName]>;
  for (const [i, name] of NAMES.entries()) {
    const [named, entries] = head.arrays[i] ?? ['', 0];
    const Kind = ARRAYS[name];
    const size = entries * Kind.BYTES_PER_ELEMENT;
    if (named !== name || !Number.isSafeInteger(entries) || entries < 0)
      throw damaged('the list of arrays is not that of the format');
    if (at + size > bytes.length) throw damaged(`the bytes end inside ${name}`);
    arrays[name] = new Kind(bytes.buffer as ArrayBuffer, bytes.byteOffset + at, entries);
    at = aligned(at + size);
  }
  const { documents, averages } = head;
  const index = { documents, averages, ...arrays } as CaseIndex;
  check(index);
  return index;
}

function readHead(bytes: Uint8Array): Head {
  if (bytes.length < PROLOGUE || new TextDecoder().decode(bytes.subarray(0, 8)) !== MARK)
    throw damaged('this is no index');
  const length = new DataView(bytes.buffer, bytes.byteOffset).getUint32(8, true);
  if (PROLOGUE + length > bytes.length) throw damaged('the bytes end inside the head');
  let head: Head;
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(
      bytes.subarray(PROLOGUE, PROLOGUE + length),
    );
    head = JSON.parse(text) as Head;
  } catch (cause) {
    throw new ChiduError('index-damaged', 'the head does not read', { cause });
  }
  if (head?.format !== FORMAT) {
    const format = String(head?.format);
    throw new ChiduError('index-version', `an index of format ${JSON.stringify(format)}`, {
      fields: { format, known: [FORMAT] },
    });
  }
  const lengths = FIELDS.map((field) => head.averages?.[field]);
  if (!Array.isArray(head.arrays) || !lengths.every((length) => Number(length) > 0))
    throw damaged('the head is not whole');
  return head;
}

/** What a search relies on so as never to read outside an array. Whether the bytes are the published ones, a hash tells. */
function check(index: CaseIndex): void {
  const { documents, keys, counts, starts, postings, idEnds, idBytes } = index;
  const columns = [index.values, index.levels, index.days, index.versions, index.places, idEnds];
  if (columns.some((column) => column.length !== documents))
    throw damaged('a column is not as long as there are records');
  if (counts.length !== keys.length || starts.length !== keys.length + 1)
    throw damaged('the terms do not fit one another');
  if (starts[keys.length] !== postings.length || (idEnds[documents - 1] ?? 0) !== idBytes.length)
    throw damaged('postings or ids are not whole');
  if (!ascends(starts) || !ascends(idEnds)) throw damaged('places run backwards');
}

function ascends(places: Uint32Array): boolean {
  for (let i = 1; i < places.length; i += 1)
    if ((places[i] as number) < (places[i - 1] as number)) return false;
  return true;
}

const damaged = (message: string) => new ChiduError('index-damaged', message);
