import { type KeyRing, parseSignedText, verifySignature } from '@chidu/sdk/codes';
import * as z from 'zod/mini';
import { type Content, readContent } from './apply-files.ts';

/**
 * `chidu-desk-update/1`: adapters and packs in one signed text, for desks that reach no network. The files stand in it as
 * text, so that their bytes are those that were tested.
 */
export const Update = z.strictObject({
  format: z.literal('chidu-desk-update/1'),
  /** Rises with every update; an older one is refused. */
  seq: z.int().check(z.minimum(1)),
  /** Day of issue, `YYYY-MM-DD`. */
  issued: z.string().check(z.regex(/^\d{4}-\d\d-\d\d$/)),
  files: z
    .array(z.strictObject({ as: z.enum(['adapter', 'benchmark', 'lists']), text: z.string() }))
    .check(z.minLength(1)),
});
export type Update = z.infer<typeof Update>;

export type UpdateFault = 'schema' | 'signer' | 'signature' | 'rollback' | 'content';
export type ReadUpdate =
  | { readonly ok: true; readonly seq: number; readonly contents: readonly Content[] }
  | { readonly ok: false; readonly fault: UpdateFault };

/** An update, checked under the keys of an accepted trust list. All of its files count, or none does. */
export async function readUpdate(
  bytes: Uint8Array,
  keys: KeyRing,
  at: { readonly seq: number; readonly today: string },
): Promise<ReadUpdate> {
  const refuse = (fault: UpdateFault): ReadUpdate => ({ ok: false, fault });
  const signed = parseSignedText(bytes);
  let value: unknown;
  try {
    value = signed && JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(signed.body));
  } catch {
    return refuse('schema');
  }
  const { data: update } = Update.safeParse(value);
  if (!signed || !update) return refuse('schema');
  const [line] = signed.signatures;
  const key = keys.get(line?.kid ?? '');
  const day = Number(at.today.replaceAll('-', ''));
  const mayPublish =
    line !== undefined &&
    key !== undefined &&
    key.role === 'publisher' &&
    key.alg === line.alg &&
    key.revokedAt === null &&
    key.notBefore <= day &&
    day <= key.notAfter;
  if (!mayPublish) return refuse('signer');
  if (!(await verifySignature(key.alg, key.spki, signed.body, line.signature)))
    return refuse('signature');
  if (update.seq <= at.seq) return refuse('rollback');
  const contents: Content[] = [];
  for (const { as, text } of update.files) {
    const read = readContent(text, as);
    if (!read) return refuse('content');
    contents.push(read.content);
  }
  return { ok: true, seq: update.seq, contents };
}
