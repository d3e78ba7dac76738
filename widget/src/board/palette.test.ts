import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { LEVEL_SIGNS } from './view/level-signs.ts';

const COLOURS = readFileSync(new URL('styles/colours.css', import.meta.url), 'utf8');

/** What tells one thing from another on the board: bars and their room, and the three levels. */
const SERIES = ['accent', 'raised', 'fail', 'unknown', 'muted'] as const;

/**
 * As a person without one kind of cone sees it: Machado, Oliveira and Fernandes 2009, table 1, severity 1.0, over linear RGB.
 */
const EYES = {
  trichromacy: [1, 0, 0, 0, 1, 0, 0, 0, 1],
  protanopia: [
    ...[0.152286, 1.052583, -0.204868],
    ...[0.114503, 0.786281, 0.099216],
    ...[-0.003882, -0.048116, 1.051998],
  ],
  deuteranopia: [
    ...[0.367322, 0.860646, -0.227968],
    ...[0.280085, 0.672501, 0.047413],
    ...[-0.01182, 0.04294, 0.968881],
  ],
  tritanopia: [
    ...[1.255528, -0.076749, -0.178779],
    ...[-0.078411, 0.930809, 0.147602],
    ...[0.004733, 0.691367, 0.3039],
  ],
} as const;

/** Four times what is just noticed, 2.3 (Mahy, Van Eycken and Oosterlinck 1994): small signs want more than large fields. */
const APART = 4 * 2.3;

type Triple = readonly [number, number, number];

/** Linear light of an sRGB colour, `#rgb` or `#rrggbb` (IEC 61966-2-1). */
function linear(hex: string): Triple {
  const digits = hex.length === 4 ? hex.replace(/[0-9a-f]/gi, '$&$&') : hex;
  const channel = (at: number) => {
    const value = Number.parseInt(digits.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  };
  return [channel(1), channel(3), channel(5)];
}

const product = (m: readonly number[], [r, g, b]: Triple): Triple => [
  (m[0] ?? 0) * r + (m[1] ?? 0) * g + (m[2] ?? 0) * b,
  (m[3] ?? 0) * r + (m[4] ?? 0) * g + (m[5] ?? 0) * b,
  (m[6] ?? 0) * r + (m[7] ?? 0) * g + (m[8] ?? 0) * b,
];

const XYZ = [
  ...[0.4124564, 0.3575761, 0.1804375],
  ...[0.2126729, 0.7151522, 0.072175],
  ...[0.0193339, 0.119192, 0.9503041],
];

/** CIELAB under D65. */
function lab(rgb: Triple): Triple {
  const [x, y, z] = product(XYZ, rgb.map((value) => Math.min(1, Math.max(0, value))) as never);
  const f = (t: number) => (t > 216 / 24389 ? Math.cbrt(t) : ((24389 / 27) * t + 16) / 116);
  const [fx, fy, fz] = [f(x / 0.95047), f(y), f(z / 1.08883)];
  return [116 * fy - 16, 500 * (fx - fy), 200 * (fy - fz)];
}

const distance = (a: Triple, b: Triple) => Math.hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2]);

/** Colours of a theme; what it leaves out is that of the light one. */
function theme(selector: string): Map<string, string> {
  const start = COLOURS.indexOf(`${selector} {`);
  const block = COLOURS.slice(start, COLOURS.indexOf('}', start));
  return new Map(
    [...block.matchAll(/--chidu-([a-z-]+): (#[0-9a-f]+);/g)].map(([, name, hex]) => [
      name as string,
      hex as string,
    ]),
  );
}

const LIGHT = theme(':host');
const THEMES = { light: LIGHT, dark: new Map([...LIGHT, ...theme(':host([theme="dark"])')]) };

it('the simulation leaves a normal eye alone and takes red from green', () => {
  const seen = (eye: keyof typeof EYES, hex: string) => lab(product(EYES[eye], linear(hex)));
  const [red, green] = ['#d62728', '#2ca02c'];
  expect(distance(seen('trichromacy', red), lab(linear(red)))).toBe(0);
  const apart = (eye: keyof typeof EYES) => distance(seen(eye, red), seen(eye, green));
  expect(apart('deuteranopia')).toBeLessThan(apart('trichromacy') / 2);
  expect(lab([1, 1, 1])[0]).toBeCloseTo(100, 3);
});

it('every two colours of the board are told apart by every eye, or by a shape of their own', () => {
  const alike: string[] = [];
  for (const [name, colours] of Object.entries(THEMES))
    for (const [eye, matrix] of Object.entries(EYES))
      for (const [i, one] of SERIES.entries())
        for (const other of SERIES.slice(i + 1)) {
          const [a, b] = [one, other].map((each) =>
            lab(product(matrix, linear(colours.get(each) ?? ''))),
          ) as [Triple, Triple];
          if (distance(a, b) < APART) alike.push(`${name}, ${eye}: ${one} and ${other}`);
        }
  expect(alike).toEqual([]);
});

it('levels are shapes and words, and never colours alone', () => {
  const signs = Object.values(LEVEL_SIGNS);
  expect(Object.keys(LEVEL_SIGNS)).toEqual(['high', 'medium', 'low']);
  expect(new Set(signs).size).toBe(signs.length);
});
