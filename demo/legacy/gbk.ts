/**
 * UTF-16 to GBK, by inverting the platform's own decoder: it knows all two-byte sequences, so no table is kept here.
 * Lead bytes 0x81 to 0xFE, trail bytes 0x40 to 0xFE without 0x7F: https://encoding.spec.whatwg.org/#gb18030-encoder
 */
const table = new Map<string, number>();

function fill(): void {
  const decoder = new TextDecoder('gbk');
  for (let lead = 0x81; lead <= 0xfe; lead++) {
    for (let trail = 0x40; trail <= 0xfe; trail++) {
      if (trail === 0x7f) continue;
      const text = decoder.decode(Uint8Array.of(lead, trail));
      if (text.length === 1 && text !== '\ufffd' && !table.has(text)) {
        table.set(text, (lead << 8) | trail);
      }
    }
  }
}

/** The text as GBK bytes. Throws a RangeError for a character GBK does not have: these pages must not lose one. */
export function encodeGbk(text: string): Uint8Array<ArrayBuffer> {
  if (table.size === 0) fill();
  const bytes: number[] = [];
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    if (code < 0x80) {
      bytes.push(code);
      continue;
    }
    const pair = table.get(character);
    if (pair === undefined) throw new RangeError(`GBK has no character ${character}`);
    bytes.push(pair >> 8, pair & 0xff);
  }
  return Uint8Array.from(bytes);
}
