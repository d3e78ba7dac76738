import { weierstrass } from '@noble/curves/abstract/weierstrass.js';
import { bigEndian, concatBytes } from '../bytes.ts';
import { sm3 } from './sm3.ts';

/** The recommended curve of GB/T 32918.5-2017. */
const CURVE = {
  p: 0xfffffffeffffffffffffffffffffffffffffffff00000000ffffffffffffffffn,
  n: 0xfffffffeffffffffffffffffffffffff7203df6b21c6052b53bbf40939d54123n,
  h: 1n,
  a: 0xfffffffeffffffffffffffffffffffffffffffff00000000fffffffffffffffcn,
  b: 0x28e9fa9e9d9f5e344d5a9e4bcf6509a7f39789f515ab8f92ddbcbd414d940e93n,
  Gx: 0x32c4ae2c1f1981195f9904466a39c9948fe30bbff2660be1715a4589334c74c7n,
  Gy: 0xbc3736a2f4f6779c59bdcee36b692153d0a9877cc62a474002df32e52139f0a0n,
};
const { n } = CURVE;
/** GM/T 0009: the identity when none is agreed. OpenSSL's command uses an empty one unless told otherwise. */
const USER_ID = new TextEncoder().encode('1234567812345678');

const Point = weierstrass(CURVE);

/**
 * Verify SM2 with SM3 (GB/T 32918.2 §7). `publicKey` is the uncompressed point, `signature` is r ‖ s. False for
 * anything that is out of range or off the curve; never throws on data.
 */
export function verifySm2(
  publicKey: Uint8Array,
  message: Uint8Array,
  signature: Uint8Array,
  userId: Uint8Array = USER_ID,
): boolean {
  const r = bigEndian(signature.subarray(0, 32));
  const s = bigEndian(signature.subarray(32));
  if (signature.length !== 64 || !isScalar(r) || !isScalar(s)) return false;
  const t = (r + s) % n;
  const key = pointOf(publicKey);
  if (t === 0n || key === null) return false;
  const sum = Point.BASE.mulAddUnsafe(s, key, t);
  if (sum.is0()) return false;
  return (digest(publicKey, message, userId) + sum.toAffine().x) % n === r;
}

/**
 * Sign SM2 with SM3 (GB/T 32918.2 §6): for tests and for a desk that stands alone. BigInt arithmetic is not constant
 * in time; an authority's key belongs into a device. `random` gives fresh secret bytes.
 */
export function signSm2(
  secretKey: Uint8Array,
  message: Uint8Array,
  random: (length: number) => Uint8Array,
  userId: Uint8Array = USER_ID,
): Uint8Array {
  const d = bigEndian(secretKey);
  if (!isScalar(d) || d === n - 1n) throw new RangeError('SM2 secret key out of range');
  const e = digest(publicKeySm2(secretKey), message, userId);
  for (;;) {
    // 16 bytes more than n has: the bias of the reduction is below 2^-128.
    const k = (bigEndian(random(48)) % (n - 1n)) + 1n;
    const r = (e + Point.BASE.multiply(k).toAffine().x) % n;
    const s = Point.Fn.mul(Point.Fn.inv(1n + d), Point.Fn.create(k - r * d));
    if (r !== 0n && r + k !== n && s !== 0n) {
      return concatBytes([Point.Fn.toBytes(r), Point.Fn.toBytes(s)]);
    }
  }
}

/** The uncompressed public point of a 32-byte secret key. */
export const publicKeySm2 = (secretKey: Uint8Array): Uint8Array =>
  Point.BASE.multiply(bigEndian(secretKey)).toBytes(false);

const isScalar = (value: bigint): boolean => value > 0n && value < n;

function pointOf(publicKey: Uint8Array) {
  try {
    return publicKey.length === 65 ? Point.fromBytes(publicKey) : null;
  } catch {
    return null;
  }
}

/** e = SM3(Z ‖ message), Z binding identity, curve and public key (GB/T 32918.2 §5.5). */
function digest(publicKey: Uint8Array, message: Uint8Array, userId: Uint8Array): bigint {
  const bits = userId.length * 8;
  const { a, b, Gx, Gy } = CURVE;
  const z = sm3(
    concatBytes([
      Uint8Array.of(bits >> 8, bits & 0xff),
      userId,
      ...[a, b, Gx, Gy].map((value) => Point.Fp.toBytes(value)),
      publicKey.subarray(1),
    ]),
  );
  return bigEndian(sm3(concatBytes([z, message])));
}
