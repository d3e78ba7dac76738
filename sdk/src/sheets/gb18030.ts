import { refusal } from './refusal.ts';

/**
 * GB 18030. The platform decodes it and does not encode it, so the table is made once by decoding all it can hold: two bytes
 * for the characters of GBK, four for the rest of Unicode, which follow in order.
 *
 * @throws ChiduError `sheet-format` for the 19 private-use characters that the platform's decoder does not give back.
 */
let table: Map<string, number> | undefined;

export function encodeGb18030(text: string): Uint8Array {
  table ??= makeTable();
  const bytes: number[] = [];
  for (const sign of text) {
    const point = sign.codePointAt(0) ?? 0;
    const code = table.get(sign);
    if (point < 0x80) bytes.push(point);
    else if (point >= 0x10000) bytes.push(...four(point - 0x10000 + SUPPLEMENTARY));
    else if (code === undefined) throw refusal('sheet-format', '', `GB 18030 has no ${sign}`);
    else if (code < 0x10000) bytes.push(code >> 8, code & 0xff);
    else bytes.push(...four(code - 0x10000));
  }
  return Uint8Array.from(bytes);
}

/** Position of U+10000 among the four-byte codes: 0x90308130. */
const SUPPLEMENTARY = 189_000;
/** Four-byte codes of the Basic Multilingual Plane: 0x81308130 to 0x8431A439. */
const BASIC = 39_420;

function makeTable(): Map<string, number> {
  const decoder = new TextDecoder('gb18030');
  const made = new Map<string, number>();
  for (let position = 0; position < BASIC; position += 1) {
    made.set(decoder.decode(Uint8Array.from(four(position))), 0x10000 + position);
  }
  for (let lead = 0x81; lead <= 0xfe; lead += 1) {
    for (let trail = 0x40; trail <= 0xfe; trail += 1) {
      if (trail === 0x7f) continue;
      const sign = decoder.decode(Uint8Array.of(lead, trail));
      // The ideographic space has two codes; the first is the usual one.
      if ((made.get(sign) ?? 0x10000) >= 0x10000) made.set(sign, (lead << 8) | trail);
    }
  }
  return made;
}

function four(position: number): [number, number, number, number] {
  const third = Math.floor(position / 10);
  const second = Math.floor(third / 126);
  return [
    0x81 + Math.floor(second / 10),
    0x30 + (second % 10),
    0x81 + (third % 126),
    0x30 + (position % 10),
  ];
}
