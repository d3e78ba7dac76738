import { decodeQRBatch } from 'qr/decode.js';
import { readCodeText } from '../text.ts';

/** A picture as a canvas gives it: RGBA, 8 bits each, row by row. */
export interface Pixels {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8ClampedArray;
}

/** Reads every QR code in a picture; the browser's `BarcodeDetector` behind a function, where there is one. */
export type NativeScan = (pixels: Pixels) => Promise<readonly string[]>;

/** Enlarging helps where a module has fewer than 4 pixels, reducing where the page is one big photo. */
const SCALES = [1, 2, 0.5];
/** A picture is not enlarged beyond this many pixels. */
const MAX_PIXELS = 12_000_000;
const EFFORT = 50;
const TIME_MS = 2000;

/**
 * Find a supervision code in a picture of a notice; null where none can be read. Asks `native` first, then reads the
 * pixels itself, in plain JavaScript, so that nothing leaves the page and no other code than this is loaded. Other QR
 * codes on the page are passed over.
 */
export async function scanCode(pixels: Pixels, native?: NativeScan): Promise<string | null> {
  const found = firstCode((await native?.(pixels).catch(() => [])) ?? []);
  if (found !== null) return found;
  for (const scale of SCALES) {
    if (pixels.width * pixels.height * scale ** 2 > MAX_PIXELS && scale > 1) continue;
    const [results = []] = await decodeQRBatch([resize(pixels, scale)], {
      effort: EFFORT,
      timeLimit: TIME_MS,
    });
    const code = firstCode(results.filter((result) => typeof result === 'string'));
    if (code !== null) return code;
  }
  return null;
}

const firstCode = (texts: readonly string[]): string | null =>
  texts.find((text) => readCodeText(text).found) ?? null;

/** Bilinear; a step over several pixels takes the nearest four, which is good enough for halving. */
function resize(pixels: Pixels, scale: number): Pixels {
  if (scale === 1) return pixels;
  const width = Math.max(1, Math.round(pixels.width * scale));
  const height = Math.max(1, Math.round(pixels.height * scale));
  const data = new Uint8ClampedArray(width * height * 4);
  for (let y = 0; y < height; y++) {
    const fromY = Math.min(pixels.height - 1, Math.max(0, (y + 0.5) / scale - 0.5));
    const top = Math.floor(fromY);
    const below = Math.min(pixels.height - 1, top + 1);
    for (let x = 0; x < width; x++) {
      const fromX = Math.min(pixels.width - 1, Math.max(0, (x + 0.5) / scale - 0.5));
      const left = Math.floor(fromX);
      const right = Math.min(pixels.width - 1, left + 1);
      for (let channel = 0; channel < 4; channel++) {
        const at = (column: number, row: number): number =>
          pixels.data[(row * pixels.width + column) * 4 + channel] as number;
        const upper = mix(at(left, top), at(right, top), fromX - left);
        const lower = mix(at(left, below), at(right, below), fromX - left);
        data[(y * width + x) * 4 + channel] = mix(upper, lower, fromY - top);
      }
    }
  }
  return { width, height, data };
}

const mix = (a: number, b: number, share: number): number => a + (b - a) * share;
