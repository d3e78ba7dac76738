import { ChiduError } from '../../errors.ts';

/**
 * What the files of a library have in common: eight letters of mark, the length of the head (32 bits, little-endian), the
 * head as JSON, then what the head lists. docs/formats/case-library.md
 */
export interface HeadedFormat<T> {
  /** Eight letters. */
  readonly mark: string;
  readonly format: string;
  readonly schema: { safeParse(value: unknown): { success: true; data: T } | { success: false } };
  /** What such a file is called where another one was found in its place. */
  readonly what: string;
}

/** Bytes before the head. */
export const PROLOGUE = 12;

/** Mark, length and head: the beginning of a file. */
export function writeHead<T>({ mark }: HeadedFormat<T>, head: T): Uint8Array {
  const encoder = new TextEncoder();
  const bytes = encoder.encode(JSON.stringify(head));
  const start = new Uint8Array(PROLOGUE + bytes.length);
  start.set(encoder.encode(mark));
  new DataView(start.buffer).setUint32(8, bytes.length, true);
  start.set(bytes, PROLOGUE);
  return start;
}

/** Bytes of the head, from the first twelve of the file. @throws ChiduError `library-damaged`. */
export function headLength<T>(file: HeadedFormat<T>, start: Uint8Array): number {
  if (start.length < PROLOGUE || new TextDecoder().decode(start.subarray(0, 8)) !== file.mark) {
    throw damaged(file);
  }
  return new DataView(start.buffer, start.byteOffset).getUint32(8, true);
}

/** @throws ChiduError `library-version` for another format, `library-damaged` for a head that is none. */
export function readHead<T>(file: HeadedFormat<T>, bytes: Uint8Array): T {
  const value = json(file, new TextDecoder().decode(bytes));
  const format = (value as { format?: unknown } | null)?.format;
  if (typeof format === 'string' && format !== file.format) {
    throw new ChiduError('library-version', `no reader for ${format}`, { fields: { format } });
  }
  const head = file.schema.safeParse(value);
  if (!head.success) throw damaged(file);
  return head.data;
}

function json<T>(file: HeadedFormat<T>, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw damaged(file);
  }
}

/** For a file that cannot be one of its kind. */
export const damaged = <T>({ what }: HeadedFormat<T>): ChiduError =>
  new ChiduError('library-damaged', `not ${what}`);
