import { zlibSync } from 'fflate';
import { concatBytes } from '../bytes.ts';
import { type CodeSymbol, MODULE_MM, QUIET_ZONE } from './symbol.ts';

/**
 * A code as a black and white PNG, for templates that take no SVG. A module is a whole number of dots: 5 for a printer
 * of 300 dpi, 10 for 600. The file states its resolution; scale it nowhere.
 */
export function pngCode(symbol: CodeSymbol, dots: number): Uint8Array<ArrayBuffer> {
  if (!Number.isInteger(dots) || dots < 1) throw new RangeError('dots must be a whole number');
  const side = (symbol.modules + 2 * QUIET_ZONE) * dots;
  const header = new DataView(new ArrayBuffer(13));
  header.setUint32(0, side);
  header.setUint32(4, side);
  header.setUint8(8, 1); // one bit a pixel, greyscale
  const resolution = new DataView(new ArrayBuffer(9));
  const dotsPerMetre = Math.round((dots * 1000) / MODULE_MM);
  resolution.setUint32(0, dotsPerMetre);
  resolution.setUint32(4, dotsPerMetre);
  resolution.setUint8(8, 1); // the unit is the metre
  return concatBytes([
    Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a),
    chunk('IHDR', new Uint8Array(header.buffer)),
    chunk('pHYs', new Uint8Array(resolution.buffer)),
    chunk('IDAT', zlibSync(scanLines(symbol, dots, side))),
    chunk('IEND', new Uint8Array(0)),
  ]);
}

/** Rows of bits, 1 is white, each behind a filter byte of 0 (PNG §7.2, §9.2). */
function scanLines(symbol: CodeSymbol, dots: number, side: number): Uint8Array {
  const rowBytes = Math.ceil(side / 8) + 1;
  const lines = new Uint8Array(rowBytes * side);
  for (let y = 0; y < side; y++) {
    for (let x = 0; x < side; x++) {
      const column = Math.floor(x / dots) - QUIET_ZONE;
      const row = Math.floor(y / dots) - QUIET_ZONE;
      const inside = Math.min(column, row) >= 0 && Math.max(column, row) < symbol.modules;
      if (inside && symbol.dark(column, row)) continue;
      const at = y * rowBytes + 1 + (x >> 3);
      lines[at] = (lines[at] as number) | (0x80 >> (x & 7));
    }
  }
  return lines;
}

function chunk(type: string, data: Uint8Array): Uint8Array {
  const typed = concatBytes([new TextEncoder().encode(type), data]);
  const whole = new DataView(new ArrayBuffer(typed.length + 8));
  whole.setUint32(0, data.length);
  new Uint8Array(whole.buffer).set(typed, 4);
  whole.setUint32(typed.length + 4, crc32(typed));
  return new Uint8Array(whole.buffer);
}

/** CRC-32 of PNG, annex D. */
function crc32(bytes: Uint8Array): number {
  let crc = -1;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit++) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
  }
  return ~crc >>> 0;
}
