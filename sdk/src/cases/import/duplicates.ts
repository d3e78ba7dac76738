import { halfWidth } from '../../text/index.ts';
import type { CaseRecord } from '../record.ts';

/** How a record is already there. */
export interface Duplicate {
  /** `number`: the same decision again. `text`: almost the same facts under another number, which officers do write. */
  readonly kind: 'number' | 'text';
  /** Id of the earlier one. */
  readonly of: string;
}

/** Characters in a shingle. */
const SHINGLE = 4;
/** The sketch of a text: the least hash of its shingles in each of so many parts of their range. */
const BINS = 30;
/** Parts that must agree together for two texts to be compared at all: fewer, and the phrases of all decisions would do. */
const BAND = 6;
/** Share of the parts that agree in texts that are almost the same: it estimates their common shingles. */
const NEAR = 0.8;
/** Texts shorter than this are alike by nature. */
const SHORTEST = 60;

/**
 * Finds records that are there already. Texts are compared by the least hashes of their shingles (one-permutation minhash: Li,
 * Owen and Zhang 2012), candidates found by bands of them: of pairs that share nine tenths of their shingles, 98 in 100 are found.
 */
export class Duplicates {
  readonly #numbers = new Map<string, string>();
  readonly #bands = new Map<number, number[]>();
  readonly #sketches: Uint32Array[] = [];
  readonly #ids: string[] = [];

  /** The earlier record that this one repeats, if any. It is remembered either way. */
  add(record: Pick<CaseRecord, 'id' | 'number' | 'facts'>): Duplicate | null {
    const number = record.number === undefined ? '' : plainNumber(record.number);
    const same = number === '' ? undefined : this.#numbers.get(number);
    if (same !== undefined) return { kind: 'number', of: same };
    if (number !== '') this.#numbers.set(number, record.id);
    if (record.facts.length < SHORTEST) return null;
    const sketch = sketchOf(record.facts);
    const bands = bandsOf(sketch);
    const near = this.#near(sketch, bands);
    const at = this.#sketches.push(sketch) - 1;
    this.#ids.push(record.id);
    for (const key of bands) {
      const list = this.#bands.get(key);
      if (list === undefined) this.#bands.set(key, [at]);
      else list.push(at);
    }
    return near === null ? null : { kind: 'text', of: near };
  }

  #near(sketch: Uint32Array, bands: readonly number[]): string | null {
    for (const key of bands) {
      for (const at of this.#bands.get(key) ?? []) {
        const other = this.#sketches[at] as Uint32Array;
        let same = 0;
        for (let bin = 0; bin < BINS; bin += 1) if (other[bin] === sketch[bin]) same += 1;
        if (same >= NEAR * BINS) return this.#ids[at] as string;
      }
    }
    return null;
  }
}

/** 〔2025〕, (2025), [2025] and spaces are written at will. */
export function plainNumber(number: string): string {
  return halfWidth(number)
    .replace(/[〔【［[（]/g, '(')
    .replace(/[〕】］\]）]/g, ')')
    .replace(/\s/g, '');
}

/** Signs that carry no meaning are left out, digits all count as one: other amounts do not make another text. */
function sketchOf(text: string): Uint32Array {
  const plain = halfWidth(text)
    .replace(/[^\p{L}\p{N}]/gu, '')
    .replace(/\d+/g, '0');
  const sketch = new Uint32Array(BINS).fill(0xffffffff);
  for (let at = 0; at + SHINGLE <= plain.length; at += 1) {
    let hash = 0x811c9dc5;
    for (let i = at; i < at + SHINGLE; i += 1) {
      hash = Math.imul(hash ^ plain.charCodeAt(i), 0x01000193);
    }
    hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
    hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
    hash = (hash ^ (hash >>> 16)) >>> 0;
    const bin = hash % BINS;
    if (hash < (sketch[bin] as number)) sketch[bin] = hash;
  }
  return sketch;
}

/** One number for each band, told apart by its place. */
function bandsOf(sketch: Uint32Array): number[] {
  return Array.from({ length: BINS / BAND }, (_, band) => {
    let key = band;
    for (let i = band * BAND; i < (band + 1) * BAND; i += 1) {
      key = Math.imul(key ^ (sketch[i] as number), 0x9e3779b1);
      key ^= key >>> 15;
    }
    return key >>> 0;
  });
}
