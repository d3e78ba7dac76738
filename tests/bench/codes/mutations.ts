import { type CheckedCode, type KeyRing, verifyCode } from '@chidu/sdk/codes';
import { digitsOf } from '../../conformance/raw-code.ts';

/** A good code, taken apart far enough to break it anywhere. */
export interface Sample {
  readonly text: string;
  readonly body: Uint8Array;
}

export interface Tally {
  tried: number;
  accepted: number;
  /** Anything but a refusal with one of the codes of the format. */
  uncoded: number;
}

type Mutate = (sample: Sample, random: () => number) => string;

const pick = (length: number, random: () => number): number => Math.floor(random() * length);
const bytesText = (bytes: Uint8Array): string => digitsOf([...bytes]);

/** Where the parts of a body lie: tag and array, header, unprotected map, payload head, payload, signature. */
const HEADER_END = 20;

const splice = (
  body: Uint8Array,
  at: number,
  remove: number,
  insert: readonly number[],
): Uint8Array =>
  Uint8Array.from([...body.subarray(0, at), ...insert, ...body.subarray(at + remove)]);

/** Heads of other shapes: floats, tags, undefined, breaks, open and overlong strings, arrays and maps. */
const SHAPES: readonly (readonly number[])[] = [
  [0xf9, 0x3c, 0x00],
  [0xfa, 0, 0, 0, 0],
  [0xfb, 0, 0, 0, 0, 0, 0, 0, 0],
  [0xc1],
  [0xd8, 0x18],
  [0xf4],
  [0xf6],
  [0xf7],
  [0xf8, 0xff],
  [0xff],
  [0x5f],
  [0x7f],
  [0x9f],
  [0xbf],
  [0x5b, 255, 255, 255, 255, 255, 255, 255, 255],
  [0x9b, 0, 0, 0, 1, 0, 0, 0, 0],
  [0xbb, 0, 0, 0, 0, 0, 0, 0, 1],
  [0x18, 0x17],
  [0x19, 0, 1],
  [0x1b, 0, 0, 0, 0, 0, 0, 0, 1],
  [0x3b, 255, 255, 255, 255, 255, 255, 255, 255],
  [0x1c],
  [0xa0],
  [0x80],
];

export const mutations: Readonly<Record<string, Mutate>> = {
  'one digit changed': ({ text }, random) => {
    const at = 1 + pick(text.length - 1, random);
    const digit = (Number(text[at]) + 1 + pick(9, random)) % 10;
    return text.slice(0, at) + digit + text.slice(at + 1);
  },
  'digits left out, added or swapped': ({ text }, random) => {
    const at = 1 + pick(text.length - 2, random);
    const way = pick(3, random);
    if (way === 0) return text.slice(0, at) + text.slice(at + 1 + pick(20, random));
    if (way === 1) return text.slice(0, at) + pick(10 ** 9, random) + text.slice(at);
    return text.slice(0, at) + text[at + 1] + text[at] + text.slice(at + 2);
  },
  'one to three bits flipped': ({ body }, random) => {
    const changed = body.slice();
    for (let flips = 1 + pick(3, random); flips > 0; flips--) {
      const at = pick(body.length, random);
      changed[at] = (changed[at] as number) ^ (1 << pick(8, random));
    }
    return bytesText(changed);
  },
  'bytes left out or added': ({ body }, random) => {
    const at = pick(body.length, random);
    const insert = Array.from({ length: pick(4, random) }, () => pick(256, random));
    return bytesText(splice(body, at, pick(4, random), insert));
  },
  'another CBOR shape somewhere': ({ body }, random) => {
    const shape = SHAPES[pick(SHAPES.length, random)] as readonly number[];
    return bytesText(splice(body, pick(body.length, random), pick(3, random), shape));
  },
  'header bytes changed': ({ body }, random) => {
    const changed = body.slice();
    for (let changes = 1 + pick(4, random); changes > 0; changes--)
      changed[pick(HEADER_END, random)] = pick(256, random);
    return bytesText(changed);
  },
  'cut and joined with another part': ({ body }, random) => {
    const [a, b] = [pick(body.length, random), pick(body.length, random)];
    return bytesText(Uint8Array.from([...body.subarray(0, a), ...body.subarray(b)]));
  },
};

/** Breaks samples `count` times in one way and verifies each. What comes out unchanged is not counted. */
export async function tally(
  mutate: Mutate,
  samples: readonly Sample[],
  keys: KeyRing,
  count: number,
  random: () => number,
): Promise<Tally> {
  const result: Tally = { tried: 0, accepted: 0, uncoded: 0 };
  const originals = new Set(samples.map(({ text }) => text));
  while (result.tried < count) {
    const sample = samples[pick(samples.length, random)] as Sample;
    const text = mutate(sample, random);
    if (originals.has(text)) continue;
    result.tried++;
    const checked: CheckedCode | null = await verifyCode(text, keys).catch(() => null);
    if (checked === null) result.uncoded++;
    else if (checked.ok) result.accepted++;
  }
  return result;
}
