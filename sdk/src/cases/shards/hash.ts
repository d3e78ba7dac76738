import { ChiduError } from '../../errors.ts';
import { hex, sha256 } from '../../text/index.ts';
import type { LibraryFile } from './manifest.ts';

/** @throws ChiduError `library-hash` where the bytes are not those that the manifest lists. */
export async function matching(file: LibraryFile, bytes: Uint8Array): Promise<Uint8Array> {
  const found = bytes.length === file.bytes ? hex(await sha256(bytes)) : null;
  if (found === file.sha256) return bytes;
  throw new ChiduError('library-hash', `${file.name} is not the file that was published`, {
    at: file.name,
  });
}

/** The file that these bytes are. */
export async function fileOf(bytes: Uint8Array, kind: 'index' | 'records'): Promise<LibraryFile> {
  const digest = hex(await sha256(bytes));
  return { name: `${digest.slice(0, 32)}.${kind}`, bytes: bytes.length, sha256: digest };
}
