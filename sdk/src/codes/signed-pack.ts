import type { TrustError } from '../errors.ts';
import { verifySignature } from './signature.ts';
import { parseJsonBody, parseSignedText } from './signed-text.ts';
import type { AcceptedTrustList } from './trust-list.ts';

export type SignedPack =
  | {
      readonly ok: true;
      /** The JSON of the pack; what it says is for `loadBenchmarkPack` to judge. */
      readonly value: unknown;
      /** Kid of the key that signed. */
      readonly publisher: string;
    }
  | {
      readonly ok: false;
      readonly error: Extract<TrustError, `pack-${string}`>;
      readonly fields: Readonly<Record<string, string>>;
    };

/**
 * 基准签名: a benchmark pack as a signed text, by the key that the trust list names for its id and by no other publisher. Format:
 * the JSON of `chidu-benchmark/1`, an empty line, a line for each signature.
 *
 * Errors: `pack-schema` (no signed text, or no pack in it), `pack-unlisted` (the list names nobody for this id), `pack-key`
 * (the named key is no publisher's, is revoked, is not good on the day, or signs for another authority), `pack-signature`
 * (that key did not sign these bytes).
 */
export async function readSignedPack(
  bytes: Uint8Array,
  { list, keys }: Pick<AcceptedTrustList, 'list' | 'keys'>,
  /** `YYYY-MM-DD` */
  today: string,
): Promise<SignedPack> {
  const signed = parseSignedText(bytes);
  const value = signed === null ? undefined : parseJsonBody(signed.body);
  const { id, publisher: by } = (value ?? {}) as { id?: unknown; publisher?: { code?: unknown } };
  if (signed === null || typeof id !== 'string')
    return { ok: false, error: 'pack-schema', fields: {} };
  const named = list.packs.filter((one) => one.id === id).map(({ publisher }) => publisher);
  if (named.length === 0) return { ok: false, error: 'pack-unlisted', fields: { pack: id } };
  const fields = { pack: id, kid: named.join(' ') };
  const day = Number(today.replaceAll('-', ''));
  const good = named.filter((kid) => {
    const key = keys.get(kid);
    if (key === undefined || key.role !== 'publisher' || key.revokedAt !== null) return false;
    const { authorities, notBefore, notAfter } = key;
    const scoped = authorities !== null && authorities.length > 0;
    const mayFor = !scoped || (typeof by?.code === 'string' && authorities.includes(by.code));
    return mayFor && notBefore <= day && day <= notAfter;
  });
  if (good.length === 0) return { ok: false, error: 'pack-key', fields };
  for (const { kid, alg, signature } of signed.signatures) {
    const key = keys.get(kid);
    if (!good.includes(kid) || key?.alg !== alg) continue;
    if (await verifySignature(alg, key.spki, signed.body, signature))
      return { ok: true, value, publisher: kid };
  }
  return { ok: false, error: 'pack-signature', fields };
}
