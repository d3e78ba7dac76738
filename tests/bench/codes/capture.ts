import { type CodeSymbol, MODULE_MM, QUIET_ZONE } from '@chidu/sdk/codes/draw';

/** A grey picture, 0 black to 255 white. */
export interface Picture {
  readonly width: number;
  readonly height: number;
  readonly grey: Uint8ClampedArray;
}

/** How well a printed code was photographed. Lengths in millimetres, angles in degrees. */
export interface Rig {
  readonly pixelsPerMm: number;
  /** Standard deviation of the lens and hand blur. */
  readonly blur: number;
  /** Standard deviation in grey levels. */
  readonly noise: number;
  /** The page leans away by up to this. */
  readonly tilt: number;
  /** JPEG quality as libjpeg counts it. */
  readonly quality: number;
}

/** Dots of a printer of 300 dpi in a module. */
const DOTS = 5;
/** White paper around the quiet zone, and how much the ink of a dot runs, in dots. */
const PAPER_MM = 6;
const INK_SPREAD = 0.35;
/** Places looked at in each pixel. */
const SUBSAMPLES = 4;

/**
 * A code printed at 300 dpi in its true size and photographed: perspective, blur, uneven light, noise, JPEG. All of it
 * simulated; a figure from it compares decoders and sizes, and promises nothing about one telephone.
 * @param random uniform in [0, 1), seeded by the caller
 */
export function capture(symbol: CodeSymbol, rig: Rig, random: () => number): Picture {
  const print = printed(symbol);
  const sideMm = (symbol.modules + 2 * QUIET_ZONE) * MODULE_MM + 2 * PAPER_MM;
  const side = Math.ceil(sideMm * rig.pixelsPerMm);
  const page = view(rig.tilt, random);
  const light = { x: random() - 0.5, y: random() - 0.5, top: 200 + 45 * random() };
  const sharp = new Float32Array(side * side);
  const dotsPerSide = (sideMm * DOTS) / MODULE_MM;
  const paper = (PAPER_MM * DOTS) / MODULE_MM;
  for (let y = 0; y < side; y++) {
    for (let x = 0; x < side; x++) {
      let white = 0;
      for (let sub = 0; sub < SUBSAMPLES; sub++) {
        const u = (x + ((sub & 1) + 0.5) / 2) / side - 0.5;
        const v = (y + ((sub >> 1) + 0.5) / 2) / side - 0.5;
        const depth = 1 + u * page.leanX + v * page.leanY;
        const pu = u * depth * page.stretchX;
        const pv = v * depth * page.stretchY;
        const column = Math.floor((0.5 + pu * page.cos - pv * page.sin) * dotsPerSide - paper);
        const row = Math.floor((0.5 + pu * page.sin + pv * page.cos) * dotsPerSide - paper);
        const outside = column < 0 || row < 0 || column >= print.side || row >= print.side;
        white += outside ? 1 : (print.white[row * print.side + column] as number);
      }
      const share = 1 + 0.4 * (light.x * (x / side - 0.5) + light.y * (y / side - 0.5));
      sharp[y * side + x] = (30 + (light.top - 30) * (white / SUBSAMPLES)) * share;
    }
  }
  const blurred = blur(sharp, side, rig.blur * rig.pixelsPerMm);
  const noisy = blurred.map((level) => level + rig.noise * gaussian(random));
  return { width: side, height: side, grey: jpeg(noisy, side, rig.quality) };
}

/** The symbol as dots of paper (1) and ink (0), with the ink run a little. */
function printed(symbol: CodeSymbol): { side: number; white: Float32Array } {
  const side = (symbol.modules + 2 * QUIET_ZONE) * DOTS;
  const white = new Float32Array(side * side).fill(1);
  for (let y = 0; y < symbol.modules * DOTS; y++) {
    for (let x = 0; x < symbol.modules * DOTS; x++) {
      if (!symbol.dark(Math.floor(x / DOTS), Math.floor(y / DOTS))) continue;
      white[(y + QUIET_ZONE * DOTS) * side + x + QUIET_ZONE * DOTS] = 0;
    }
  }
  return { side, white: blur(white, side, INK_SPREAD) };
}

/** A page leaning and turned by up to `tilt` degrees, as the factors that take a place in the picture to one on it. */
function view(tilt: number, random: () => number) {
  const angle = (): number => ((2 * random() - 1) * tilt * Math.PI) / 180;
  const [turn, leanX, leanY] = [angle(), angle(), angle()];
  const distance = 3;
  return {
    cos: Math.cos(turn),
    sin: Math.sin(turn),
    leanX: Math.sin(leanX) / distance,
    leanY: Math.sin(leanY) / distance,
    stretchX: 1 / Math.cos(leanX),
    stretchY: 1 / Math.cos(leanY),
  };
}

/** Gaussian, along the rows and then along the columns; edges repeat. */
function blur(image: Float32Array, side: number, sigma: number): Float32Array {
  const reach = Math.ceil(3 * sigma);
  if (reach === 0) return image;
  const weights = Float32Array.from({ length: 2 * reach + 1 }, (_, at) =>
    Math.exp(-((at - reach) ** 2) / (2 * sigma ** 2)),
  );
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return along(along(image, side, weights, total, side, 1), side, weights, total, 1, side);
}

/** One pass: `line` is the step from line to line, `next` the step along a line. */
function along(
  source: Float32Array,
  side: number,
  weights: Float32Array,
  total: number,
  line: number,
  next: number,
): Float32Array {
  const reach = (weights.length - 1) / 2;
  const result = new Float32Array(source.length);
  for (let start = 0, lines = 0; lines < side; lines++, start += line) {
    for (let at = 0; at < side; at++) {
      let sum = 0;
      for (let tap = 0; tap < weights.length; tap++) {
        const place = Math.min(side - 1, Math.max(0, at + tap - reach));
        sum += (source[start + place * next] as number) * (weights[tap] as number);
      }
      result[start + at * next] = sum / total;
    }
  }
  return result;
}

const gaussian = (random: () => number): number =>
  Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());

/** Luminance quantisation, ITU-T T.81 table K.1. */
const QUANTISATION = [
  16, 11, 10, 16, 24, 40, 51, 61, 12, 12, 14, 19, 26, 58, 60, 55, 14, 13, 16, 24, 40, 57, 69, 56,
  14, 17, 22, 29, 51, 87, 80, 62, 18, 22, 37, 56, 68, 109, 103, 77, 24, 35, 55, 64, 81, 104, 113,
  92, 49, 64, 78, 87, 103, 121, 120, 101, 72, 92, 95, 98, 112, 100, 103, 99,
];
/** Row: frequency, column: place. */
const COSINES = Float32Array.from({ length: 64 }, (_, at) => {
  const [frequency, place] = [at >> 3, at & 7];
  const scale = frequency === 0 ? Math.SQRT1_2 : 1;
  return Math.cos(((2 * place + 1) * frequency * Math.PI) / 16) * scale * 0.5;
});
const TRANSPOSED = COSINES.map((_, at) => COSINES[(at & 7) * 8 + (at >> 3)] as number);

/** to = (matrix · from), transposed: twice gives the transform along both axes. */
function transform(from: Float32Array, to: Float32Array, matrix: Float32Array): void {
  for (let row = 0; row < 64; row += 8) {
    for (let column = 0; column < 8; column++) {
      let sum = 0;
      for (let k = 0; k < 8; k++)
        sum += (from[row + k] as number) * (matrix[column * 8 + k] as number);
      to[column * 8 + (row >> 3)] = sum;
    }
  }
}

/** What JPEG loses: blocks of 8, cosine transform, quantisation and back. */
function jpeg(image: Float32Array, side: number, quality: number): Uint8ClampedArray {
  const scale = quality < 50 ? 5000 / quality : 200 - 2 * quality;
  const table = QUANTISATION.map((step) => Math.max(1, Math.floor((step * scale + 50) / 100)));
  const result = new Uint8ClampedArray(side * side);
  const block = new Float32Array(64);
  const other = new Float32Array(64);
  for (let top = 0; top < side; top += 8) {
    for (let left = 0; left < side; left += 8) {
      for (let at = 0; at < 64; at++) {
        const place =
          Math.min(side - 1, top + (at >> 3)) * side + Math.min(side - 1, left + (at & 7));
        block[at] = Math.min(255, Math.max(0, image[place] as number)) - 128;
      }
      transform(block, other, COSINES);
      transform(other, block, COSINES);
      for (let at = 0; at < 64; at++) {
        const step = table[at] as number;
        block[at] = Math.round((block[at] as number) / step) * step;
      }
      transform(block, other, TRANSPOSED);
      transform(other, block, TRANSPOSED);
      for (let at = 0; at < 64; at++) {
        const [y, x] = [top + (at >> 3), left + (at & 7)];
        if (y < side && x < side) result[y * side + x] = (block[at] as number) + 128;
      }
    }
  }
  return result;
}

/** Uniform numbers from a seed (mulberry32), so that a run can be repeated. */
export function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
