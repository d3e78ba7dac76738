import { describe, expect, it } from 'vitest';
import { capture, type Picture, seeded } from '../../../../tests/bench/codes/capture.ts';
import { type CodeSymbol, codeSymbol } from '../draw/index.ts';
import { type Pixels, scanCode } from './index.ts';

const PORTAL = 'https://zfjd.hangzhou.gov.cn';
/** Digits that give these versions at a prefix of 31 characters. */
const DIGITS = { 13: 700, 15: 890, 18: 1240 };

/**
 * Middles of stains, in shares of the side. They leave out the corners, which hold what a reader finds a symbol by: ink over
 * the small square at the lower right defeats one reading in some.
 */
const STAINS = [
  [0.5, 0.5],
  [0.7, 0.7],
  [0.5, 0.8],
] as const;

const symbolOf = (digits: number, random: () => number): CodeSymbol =>
  codeSymbol(
    PORTAL,
    `1${Array.from({ length: digits }, () => Math.floor(random() * 10)).join('')}`,
  );

const rgba = ({ width, height, grey }: Picture): Pixels => {
  const data = new Uint8ClampedArray(width * height * 4).fill(255);
  for (const [at, level] of grey.entries()) data.fill(level, at * 4, at * 4 + 3);
  return { width, height, data };
};

describe('reading a code from a picture', () => {
  it.each(Object.entries(DIGITS))(
    'reads version %s in a fair capture at 20 cm',
    async (version, digits) => {
      const random = seeded(Number(version));
      const rig = { pixelsPerMm: 7.5, blur: 0.09, noise: 10, tilt: 10, quality: 60 };
      for (let round = 0; round < 3; round++) {
        const symbol = symbolOf(digits, random);
        expect(symbol.version).toBe(Number(version));
        expect(await scanCode(rgba(capture(symbol, rig, random)))).toBe(symbol.url);
      }
    },
  );

  it.each(Object.entries(DIGITS))(
    'reads version %s scanned at 300 dpi with a tenth of it lost to a stain',
    async (version, digits) => {
      const random = seeded(Number(version) + 100);
      const rig = { pixelsPerMm: 300 / 25.4, blur: 0.03, noise: 4, tilt: 0, quality: 90 };
      for (const [x, y] of STAINS) {
        const symbol = symbolOf(digits, random);
        const side = Math.sqrt(0.1) * symbol.modules;
        const lost = (at: number, from: number) =>
          Math.abs(at + 0.5 - from * symbol.modules) < side / 2;
        for (const ink of [false, true]) {
          const dark: CodeSymbol['dark'] = (column, row) =>
            lost(column, x) && lost(row, y) ? ink : symbol.dark(column, row);
          const stained = capture({ ...symbol, dark }, rig, random);
          expect(await scanCode(rgba(stained))).toBe(symbol.url);
        }
      }
    },
  );

  it('finds a small code on a large photograph of a page', async () => {
    const random = seeded(7);
    const symbol = symbolOf(DIGITS[15], random);
    const rig = { pixelsPerMm: 10, blur: 0.08, noise: 6, tilt: 5, quality: 75 };
    const small = capture(symbol, rig, random);
    const page = {
      width: 2100,
      height: 2970,
      data: new Uint8ClampedArray(2100 * 2970 * 4).fill(235),
    };
    for (let y = 0; y < small.height; y++) {
      for (let x = 0; x < small.width; x++) {
        const at = ((y + 2100) * page.width + x + 250) * 4;
        page.data.fill(small.grey[y * small.width + x] as number, at, at + 3);
      }
    }
    expect(await scanCode(page)).toBe(symbol.url);
  });

  it('takes what the browser reads, and passes over other QR codes', async () => {
    const blank = { width: 8, height: 8, data: new Uint8ClampedArray(256) };
    const code = `${PORTAL}/c#1${'0'.repeat(60)}`;
    expect(await scanCode(blank, async () => ['https://pay.example.cn', code])).toBe(code);
    expect(await scanCode(blank, async () => ['https://pay.example.cn'])).toBeNull();
    expect(await scanCode(blank, () => Promise.reject(new Error('no detector')))).toBeNull();
  });
});
