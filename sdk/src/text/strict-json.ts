import type { Issue } from '../errors.ts';
import { pointer } from './pointer.ts';

/**
 * JSON text to a value, refusing what `JSON.parse` lets pass: an object that names a key twice keeps only the last one,
 * so two readers may see two contents under one hash.
 *
 * Shape: `{ ok: true, value }` or `{ ok: false, issues }` with code `json` or `duplicate-key` and the place.
 */
export function parseJsonStrict(
  text: string,
): { ok: true; value: unknown } | { ok: false; issues: Issue[] } {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    const message = error instanceof Error ? error.message : 'not JSON';
    return { ok: false, issues: [{ code: 'json', at: '', message }] };
  }
  const issues = duplicateKeys(text);
  return issues.length === 0 ? { ok: true, value } : { ok: false, issues };
}

/** One pass over the text of a valid JSON document: only strings, brackets and commas matter. */
function duplicateKeys(text: string): Issue[] {
  const issues: Issue[] = [];
  const levels: { keys: Set<string> | null; step: string | number; keyNext: boolean }[] = [];
  for (const [token] of text.matchAll(/"(?:[^"\\]|\\.)*"|[{}[\],]/g)) {
    const level = levels.at(-1);
    if (token === '{') levels.push({ keys: new Set(), step: '', keyNext: true });
    else if (token === '[') levels.push({ keys: null, step: 0, keyNext: false });
    else if (token === '}' || token === ']') levels.pop();
    else if (level === undefined) continue;
    else if (token === ',') {
      if (typeof level.step === 'number') level.step += 1;
      else level.keyNext = true;
    } else if (level.keys !== null && level.keyNext) {
      const key = JSON.parse(token) as string;
      level.step = key;
      level.keyNext = false;
      if (level.keys.has(key)) {
        const message = `the key ${token} stands twice`;
        issues.push({ code: 'duplicate-key', at: pointer(levels.map((one) => one.step)), message });
      }
      level.keys.add(key);
    }
  }
  return issues;
}
