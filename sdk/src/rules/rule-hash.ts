import { canonicalJson, hex, sha256 } from '../text/index.ts';
import type { Rule } from './rule.ts';

/** The bytes that are hashed, as text: RFC 8785, UTF-8. What `rules/<hash>.json` serves. */
export function canonicalRule(rule: Rule): string {
  return canonicalJson(rule);
}

/** SHA-256 of the canonical Rule, 64 lower-case hexadecimal digits: label 5 of a supervision code. */
export async function ruleHash(rule: Rule): Promise<string> {
  return hex(await sha256(new TextEncoder().encode(canonicalRule(rule))));
}
