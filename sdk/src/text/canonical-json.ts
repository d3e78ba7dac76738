import { ChiduError } from '../errors.ts';
import { pointer } from './pointer.ts';

/**
 * Canonical JSON (RFC 8785): keys sorted by UTF-16 code units, no white space, numbers and strings as ECMAScript writes
 * them. Stricter than the RFC's habit: what JSON cannot carry is refused instead of dropped or turned into `null`.
 *
 * @throws ChiduError `canonical-json` with the JSON pointer of the value: undefined, functions, symbols, bigint, numbers
 * that are not finite, lone surrogates, and objects that are neither plain nor arrays (Date, Map, typed arrays).
 */
export function canonicalJson(value: unknown): string {
  return write(value, '');
}

function write(value: unknown, at: string): string {
  if (value === null || value === true || value === false) return String(value);
  if (typeof value === 'string') return quote(value, at);
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) throw refusal(at, `${value} is not a JSON number`);
    return JSON.stringify(value);
  }
  if (Array.isArray(value)) {
    const items: string[] = [];
    // Indexed, not mapped: a hole must be met as undefined.
    for (let i = 0; i < value.length; i += 1) items.push(write(value[i], `${at}/${i}`));
    return `[${items.join(',')}]`;
  }
  if (typeof value !== 'object') throw refusal(at, `a ${typeof value} is not JSON`);
  const prototype = Object.getPrototypeOf(value);
  if (prototype !== Object.prototype && prototype !== null) {
    throw refusal(at, 'only plain objects and arrays are JSON');
  }
  const object = value as Record<string, unknown>;
  // The default order of sort() is that of UTF-16 code units, which RFC 8785 section 3.2.3 asks for.
  const members = Object.keys(object)
    .sort()
    .map((key) => {
      const place = at + pointer([key]);
      return `${quote(key, place)}:${write(object[key], place)}`;
    });
  return `{${members.join(',')}}`;
}

function quote(text: string, at: string): string {
  if (!text.isWellFormed()) throw refusal(at, 'the text holds half of a surrogate pair');
  return JSON.stringify(text);
}

function refusal(at: string, message: string): ChiduError {
  return new ChiduError('canonical-json', message, { at });
}
