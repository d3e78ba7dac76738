import { littleEndian } from './bytes.ts';

/**
 * What RFC 8032 leaves to implementations and libraries answer differently, refused before any of them is asked:
 * S ≥ L, a point whose y is not reduced, and points of small order. The last are known by y alone: the eight have
 * y = 0, ±1 or one of two values of order 8.
 */
export function isStrictEd25519(publicKey: Uint8Array, signature: Uint8Array): boolean {
  const r = yOf(signature.subarray(0, 32));
  const a = yOf(publicKey);
  return isStrictPoint(a) && isStrictPoint(r) && littleEndian(signature.subarray(32)) < L;
}

const P = 2n ** 255n - 19n;
const L = 2n ** 252n + 27742317777372353535851937790883648493n;
const ORDER_8_Y = 2707385501144840649318225287225658788936804267575313519463743609750303402022n;
const SMALL_ORDER_Y = [0n, 1n, P - 1n, ORDER_8_Y, P - ORDER_8_Y];

const isStrictPoint = (y: bigint): boolean => y < P && !SMALL_ORDER_Y.includes(y);

/** y of an encoded point: 255 bits, the top bit is the sign of x. */
const yOf = (point: Uint8Array): bigint => littleEndian(point) & (2n ** 255n - 1n);
