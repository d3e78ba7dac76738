import { concatBytes } from '../bytes.ts';

const IV = [
  0x7380166f, 0x4914b2b9, 0x172442d7, 0xda8a0600, 0xa96f30bc, 0x163138aa, 0xe38dee4d, 0xb0fb0e4e,
];
const BLOCK_BYTES = 64;

/** SM3 (GB/T 32905-2016): 32 bytes. For signatures only; large files are hashed with SHA-256. */
export function sm3(message: Uint8Array): Uint8Array {
  const padding = new Uint8Array(BLOCK_BYTES - ((message.length + 8) % BLOCK_BYTES) + 8);
  padding[0] = 0x80;
  new DataView(padding.buffer).setBigUint64(padding.length - 8, BigInt(message.length) * 8n);
  const padded = concatBytes([message, padding]);
  const state = Uint32Array.from(IV);
  for (let at = 0; at < padded.length; at += BLOCK_BYTES) {
    compress(state, new DataView(padded.buffer, at, BLOCK_BYTES));
  }
  const digest = new DataView(new ArrayBuffer(32));
  for (const [index, value] of state.entries()) digest.setUint32(index * 4, value);
  return new Uint8Array(digest.buffer);
}

/** One block, GB/T 32905 §5.3; the names of words and functions are the standard's. */
function compress(state: Uint32Array, block: DataView): void {
  const w = new Uint32Array(68);
  const word = (index: number): number => w[index] as number;
  for (let j = 0; j < 16; j++) w[j] = block.getUint32(j * 4);
  for (let j = 16; j < 68; j++) {
    const mixed = p1(word(j - 16) ^ word(j - 9) ^ rotl(word(j - 3), 15));
    w[j] = mixed ^ rotl(word(j - 13), 7) ^ word(j - 6);
  }
  let [a, b, c, d, e, f, g, h] = state as unknown as Octet;
  for (let j = 0; j < 64; j++) {
    const early = j < 16;
    const ss1 = rotl(rotl(a, 12) + e + rotl(early ? 0x79cc4519 : 0x7a879d8a, j), 7);
    const ff = early ? a ^ b ^ c : (a & b) | (a & c) | (b & c);
    const gg = early ? e ^ f ^ g : (e & f) | (~e & g);
    const tt1 = (ff + d + (ss1 ^ rotl(a, 12)) + (word(j) ^ word(j + 4))) | 0;
    const tt2 = (gg + h + ss1 + word(j)) | 0;
    [d, c, b, a] = [c, rotl(b, 9), a, tt1];
    [h, g, f, e] = [g, rotl(f, 19), e, p0(tt2)];
  }
  for (const [index, value] of [a, b, c, d, e, f, g, h].entries()) {
    state[index] = (state[index] as number) ^ value;
  }
}

type Octet = [number, number, number, number, number, number, number, number];

const rotl = (x: number, n: number): number => (x << (n % 32)) | (x >>> ((32 - n) % 32));
const p0 = (x: number): number => x ^ rotl(x, 9) ^ rotl(x, 17);
const p1 = (x: number): number => x ^ rotl(x, 15) ^ rotl(x, 23);
