import * as z from 'zod/mini';
import { ChiduError } from '../../errors.ts';
import { schemaIssues } from '../../rules/schema-issues.ts';
import { Day, Id } from '../../rules/words.ts';

const Sha256 = z.string().check(z.regex(/^[0-9a-f]{64}$/));
const Count = z.int().check(z.minimum(0));
const Length = z.number().check(z.minimum(0));

/** A file of a library: its name is made of its hash, so it never changes. */
export const LibraryFile = z.strictObject({
  name: z.string().check(z.regex(/^[0-9a-f]{32}\.(index|records)$/)),
  bytes: Count,
  sha256: Sha256,
});
export type LibraryFile = z.infer<typeof LibraryFile>;

export const Shard = z.strictObject({
  /** Field of law, as statute entries name it; `other` where a record settles none. */
  field: Id,
  records: Count,
  /** `chidu-case-index/1` and `chidu-case-records/1`, row by row the same cases. */
  index: LibraryFile,
  texts: LibraryFile,
});
export type Shard = z.infer<typeof Shard>;

/** `chidu-case-library/1`: what a library consists of. Published with the publisher's signature under it. */
export const LibraryManifest = z.strictObject({
  format: z.literal('chidu-case-library/1'),
  id: Id,
  title: z.string(),
  /**
   * `decisions`: cases that were decided, which count as like cases. `suits`: litigation over decisions, which warns of risks
   * and is never counted among them.
   */
  kind: z.enum(['decisions', 'suits']),
  /** Higher with every edition; a reader does not go back. */
  serial: z.int().check(z.minimum(1)),
  published: Day,
  records: Count,
  /** Mean lengths of the fields of a record, which every shard was built with: so their scores compare. */
  averages: z.strictObject({ title: Length, facts: Length, basis: Length, decision: Length }),
  /** Field of law → violations in it: which shards a case needs. */
  fields: z.record(Id, z.array(Id)),
  shards: z.array(Shard),
});
export type LibraryManifest = z.infer<typeof LibraryManifest>;

/** Name of the manifest beside the files it lists. */
export const MANIFEST_NAME = 'library.manifest';

/**
 * Checks the signatures of a signed text and answers what was signed, or null where nobody trusted signed it. Handed in:
 * the library knows no keys.
 */
export type CheckSigned = (signed: Uint8Array) => Promise<Uint8Array | null>;

/**
 * A manifest from its bytes. `check` is null only for a library that was built on this machine.
 * @throws ChiduError `library-signature`, `library-version` (fields.format names what was found), `library-manifest`.
 */
export async function readManifest(
  bytes: Uint8Array,
  check: CheckSigned | null,
): Promise<LibraryManifest> {
  const body = check === null ? bytes : await check(bytes);
  if (body === null) {
    throw new ChiduError('library-signature', 'the library is not signed by a trusted publisher');
  }
  const value = parsed(body);
  const format = (value as { format?: unknown } | null)?.format;
  if (typeof format === 'string' && format !== 'chidu-case-library/1') {
    throw new ChiduError('library-version', `no reader for ${format}`, { fields: { format } });
  }
  const manifest = LibraryManifest.safeParse(value);
  if (manifest.success) return manifest.data;
  const [first] = schemaIssues(value, manifest.error);
  throw new ChiduError('library-manifest', first?.message ?? 'not a manifest', {
    at: first?.at ?? '',
  });
}

/** The bytes to be signed: one line of JSON with a line end. */
export function manifestBody(manifest: LibraryManifest): Uint8Array {
  return new TextEncoder().encode(`${JSON.stringify(manifest)}\n`);
}

/** Fields of law that speak of a violation; all of them where it is not known. */
export function fieldsFor(manifest: LibraryManifest, violation: string | undefined): string[] {
  const all = [...new Set(manifest.shards.map(({ field }) => field))];
  if (violation === undefined) return all;
  const own = Object.entries(manifest.fields).filter(([, ids]) => ids.includes(violation));
  return own.length === 0 ? all : own.map(([field]) => field);
}

function parsed(body: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(body));
  } catch (cause) {
    throw new ChiduError('library-manifest', 'not JSON', { cause });
  }
}
