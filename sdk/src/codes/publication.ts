import type { KeyRing } from './key.ts';
import { verifySignature } from './signature.ts';
import { parseJsonBody, parseSignedText } from './signed-text.ts';

/**
 * What a listed `publisher` key signed: the body of a signed text, for packs and libraries that name their day in `published`
 * (`YYYY-MM-DD`). Null where no signature is that of a publisher whose key was good on that day and is not revoked.
 */
export async function readPublication(
  bytes: Uint8Array,
  keys: KeyRing,
): Promise<Uint8Array | null> {
  const signed = parseSignedText(bytes);
  if (signed === null) return null;
  const { published } = (parseJsonBody(signed.body) ?? {}) as { published?: unknown };
  const day = typeof published === 'string' ? Number(published.replaceAll('-', '')) : Number.NaN;
  for (const { kid, alg, signature } of signed.signatures) {
    const key = keys.get(kid);
    if (key === undefined || key.role !== 'publisher' || key.alg !== alg) continue;
    if (key.revokedAt !== null || !(day >= key.notBefore && day <= key.notAfter)) continue;
    if (await verifySignature(alg, key.spki, signed.body, signature)) return signed.body;
  }
  return null;
}
