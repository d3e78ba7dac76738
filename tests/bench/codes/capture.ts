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

/**
 * A code printed at 300 dpi in its true size and photographed: perspective, blur, uneven light, noise, JPEG. All of it
 * simulated; a figure from it compares decoders and sizes, and promises nothing about one telephone.
 * @param random uniform in [0, 1), seeded by the caller
 */
export function capture(symbol: CodeSymbol, rig: Rig, random: () => number): Picture {
  const print = printed(symbol);
  const sideMm = (symbol.modules + 2 * QUIET_ZONE) * MODULE_MM + 2 * PAPER_MM;
  const side = Math.ceil(sideMm * rig.pixelsPerMm);
  const toPage = view(rig.tilt, random);
  const ink = (u: number, v: number): number => {
    const x = Math.floor((u * sideMm - PAPER_MM) / (MODULE_MM / DOTS));
    const y = Math.floor((v * sideMm - PAPER_MM) / (MODULE_MM / DOTS));
    return x < 0 || y < 0 || x >= print.side || y >= print.side
      ? 1
      : (print.white[y * print.side + x] as number);
  };
  const light = { x: random() - 0.5, y: random() - 0.5, top: 200 + 45 * random() };
  const sharp = new Float32Array(side * side);
  const steps = 3;
  for (let y = 0; y < side; y++) {
    for (let x = 0; x < side; x++) {
      let white = 0;
      for (let sub = 0; sub < steps * steps; sub++) {
        const u = (x + ((sub % steps) + 0.5) / steps) / side;
        const v = (y + (Math.floor(sub / steps) + 0.5) / steps) / side;
        white += ink(...toPage(u, v));
      }
      const share = 1 + 0.4 * (light.x * (x / side - 0.5) + light.y * (y / side - 0.5));
      sharp[y * side + x] = (30 + (light.top - 30) * (white / steps ** 2)) * share;
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

/** From a place in the picture to a place on the page, both 0 to 1: a page leaning and turned by up to `tilt` degrees. */
function view(tilt: number, random: () => number): (u: number, v: number) => [number, number] {
  const angle = () => ((2 * random() - 1) * tilt * Math.PI) / 180;
  const [turn, leanX, leanY] = [angle(), angle(), angle()];
  const distance = 3;
  return (u, v) => {
    const [x, y] = [u - 0.5, v - 0.5];
    const depth = 1 + (x * Math.sin(leanX) + y * Math.sin(leanY)) / distance;
    const [px, py] = [(x * depth) / Math.cos(leanX), (y * depth) / Math.cos(leanY)];
    return [
      0.5 + px * Math.cos(turn) - py * Math.sin(turn),
      0.5 + px * Math.sin(turn) + py * Math.cos(turn),
    ];
  };
}

function blur(image: Float32Array, side: number, sigma: number): Float32Array {
  const reach = Math.ceil(3 * sigma);
  if (reach === 0) return image;
  const kernel = Array.from({ length: 2 * reach + 1 }, (_, at) =>
    Math.exp(-((at - reach) ** 2) / (2 * sigma ** 2)),
  );
  const total = kernel.reduce((sum, weight) => sum + weight, 0);
  const along = (
    source: Float32Array,
    step: (line: number, at: number) => number,
  ): Float32Array => {
    const result = new Float32Array(source.length);
    for (let line = 0; line < side; line++) {
      for (let at = 0; at < side; at++) {
        let sum = 0;
        for (let offset = -reach; offset <= reach; offset++) {
          const place = Math.min(side - 1, Math.max(0, at + offset));
          sum += (source[step(line, place)] as number) * (kernel[offset + reach] as number);
        }
        result[step(line, at)] = sum / total;
      }
    }
    return result;
  };
  return along(
    along(image, (line, at) => line * side + at),
    (line, at) => at * side + line,
  );
}

const gaussian = (random: () => number): number =>
  Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());

/** Luminance quantisation, ITU-T T.81 table K.1. */
const QUANTISATION = [
  16, 11, 10, 16, 24, 40, 51, 61, 12, 12, 14, 19, 26, 58, 60, 55, 14, 13, 16, 24, 40, 57, 69, 56,
  14, 17, 22, 29, 51, 87, 80, 62, 18, 22, 37, 56, 68, 109, 103, 77, 24, 35, 55, 64, 81, 104, 113,
  92, 49, 64, 78, 87, 103, 121, 120, 101, 72, 92, 95, 98, 112, 100, 103, 99,
];
const COSINES = Array.from({ length: 64 }, (_, at) => {
  const [frequency, place] = [at >> 3, at & 7];
  return (
    Math.cos(((2 * place + 1) * frequency * Math.PI) / 16) *
    (frequency === 0 ? Math.SQRT1_2 : 1) *
    0.5
  );
});

/** What JPEG loses: blocks of 8, cosine transform, quantisation and back. */
function jpeg(image: Float32Array, side: number, quality: number): Uint8ClampedArray {
  const scale = quality < 50 ? 5000 / quality : 200 - 2 * quality;
  const table = QUANTISATION.map((step) => Math.max(1, Math.floor((step * scale + 50) / 100)));
  const result = new Uint8ClampedArray(side * side);
  const block = new Float32Array(64);
  const other = new Float32Array(64);
  const transform = (from: Float32Array, to: Float32Array, forward: boolean): void => {
    for (let a = 0; a < 8; a++) {
      for (let b = 0; b < 8; b++) {
        let sum = 0;
        for (let k = 0; k < 8; k++) {
          sum += (from[a * 8 + k] as number) * (COSINES[forward ? b * 8 + k : k * 8 + b] as number);
        }
        to[b * 8 + a] = sum;
      }
    }
  };
  for (let top = 0; top < side; top += 8) {
    for (let left = 0; left < side; left += 8) {
      const place = (at: number): number =>
        Math.min(side - 1, top + (at >> 3)) * side + Math.min(side - 1, left + (at & 7));
      for (let at = 0; at < 64; at++) {
        block[at] = Math.min(255, Math.max(0, image[place(at)] as number)) - 128;
      }
      transform(block, other, true);
      transform(other, block, true);
      for (let at = 0; at < 64; at++) {
        const step = table[at] as number;
        block[at] = Math.round((block[at] as number) / step) * step;
      }
      transform(block, other, false);
      transform(other, block, false);
      for (let at = 0; at < 64; at++) {
        if (top + (at >> 3) < side && left + (at & 7) < side)
          result[place(at)] = (block[at] as number) + 128;
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
