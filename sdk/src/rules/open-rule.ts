import { hex, sha256 } from '../text/index.ts';
import type { Loaded } from './loaded.ts';
import type { Rule } from './rule.ts';

/**
 * A Rule from its canonical bytes (`rules/<hash>.json` on any host) by the hash that a signed code binds. The hash
 * vouches that these are the bytes which its publisher checked with `loadRule` and an authority signed for, so nothing is
 * checked again and no schema is carried along; bytes of unknown origin go through `loadRule`. Codes: `hash-differs`,
 * `json`, `schema`.
 *
 * @param hash SHA-256, 64 lower-case hexadecimal digits
 */
export async function openRule(bytes: Uint8Array, hash: string): Promise<Loaded<Rule>> {
  const found = hex(await sha256(bytes));
  if (found !== hash)
    return refused('hash-differs', 'not the bytes that were signed', {
      found,
    });
  let value: unknown;
  try {
    value = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    return refused('json', 'not JSON');
  }
  if ((value as { format?: unknown } | null)?.format !== 'chidu-rule/1')
    return refused('schema', 'not chidu-rule/1');
  return { ok: true, value: value as Rule };
}

function refused(
  code: 'hash-differs' | 'json' | 'schema',
  message: string,
  fields: Record<string, unknown> = {},
): Loaded<Rule> {
  return { ok: false, issues: [{ code, at: '', message, fields }] };
}
