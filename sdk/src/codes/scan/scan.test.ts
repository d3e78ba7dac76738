import { describe, expect, it } from 'vitest';
import { capture, type Picture, seeded } from '../../../../tests/bench/codes/capture.ts';
import { type CodeSymbol, codeSymbol } from '../draw/index.ts';
import { type Pixels, scanCode } from './index.ts';

const PORTAL = 'https://zfjd.hangzhou.gov.cn';
/** Digits that give these versions at a prefix of 31 characters. */
const DIGITS = { 13: 700, 15: 890, 18: 1240 };

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
