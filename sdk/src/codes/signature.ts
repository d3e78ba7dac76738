import { ALGORITHMS } from './algorithm.ts';
import { concatBytes, equalBytes, fromHex } from './bytes.ts';
import { isStrictEd25519 } from './ed25519-strict.ts';

/** DER in front of the raw public key; a key in any other form is no key of this format. */
const SPKI_PREFIX = {
  /** 32 bytes follow (RFC 8410). */
  [ALGORITHMS.Ed25519]: '302a300506032b6570032100',
  /** 65 bytes follow: id-ecPublicKey, prime256v1, uncompressed point (RFC 5480). */
  [ALGORITHMS.ES256]: '3059301306072a8648ce3d020106082a8648ce3d030107034200',
  /** 65 bytes follow: id-ecPublicKey, SM2 curve 1.2.156.10197.1.301, uncompressed point. */
  [ALGORITHMS.SM2]: '3059301306072a8648ce3d020106082a811ccf5501822d034200',
};
const RAW_BYTES = {
  [ALGORITHMS.Ed25519]: 32,
  [ALGORITHMS.ES256]: 65,
  [ALGORITHMS.SM2]: 65,
};

type Verify = (publicKey: Uint8Array, message: Uint8Array, signature: Uint8Array) => boolean;

/** The raw public key inside an SPKI of `alg`, or null where it is not exactly that. */
export function rawPublicKey(alg: number, spki: Uint8Array): Uint8Array | null {
  if (!isAlgorithm(alg)) return null;
  const prefix = fromHex(SPKI_PREFIX[alg]) as Uint8Array;
  if (spki.length !== prefix.length + RAW_BYTES[alg]) return null;
  return equalBytes(spki.subarray(0, prefix.length), prefix) ? spki.subarray(prefix.length) : null;
}

/** SubjectPublicKeyInfo of a raw public key of `alg`, or null where the length is not that of such a key. */
export function spkiOf(alg: keyof typeof SPKI_PREFIX, raw: Uint8Array): Uint8Array | null {
  if (raw.length !== RAW_BYTES[alg]) return null;
  return concatBytes([fromHex(SPKI_PREFIX[alg]) as Uint8Array, raw]);
}

/** Does format 1 know this algorithm number? */
export const isAlgorithm = (alg: number): alg is keyof typeof SPKI_PREFIX => alg in SPKI_PREFIX;

/**
 * Verify a 64-byte signature. False for a key or signature that is unusable in any way; never throws on data.
 * Uses WebCrypto where it has the algorithm; SM2, and what a platform lacks, is loaded when first needed.
 */
export async function verifySignature(
  alg: number,
  spki: Uint8Array,
  message: Uint8Array,
  signature: Uint8Array,
): Promise<boolean> {
  const publicKey = rawPublicKey(alg, spki);
  if (publicKey === null || signature.length !== 64) return false;
  if (alg === ALGORITHMS.SM2) {
    const { verifySm2 } = await import('./sm2/index.ts');
    return verifySm2(publicKey, message, signature);
  }
  if (alg === ALGORITHMS.ES256) {
    const algorithm = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' };
    const without = async (): Promise<Verify> => (await import('./software/es256.ts')).verifyEs256;
    return verifyOnPlatform(algorithm, without, publicKey, message, signature);
  }
  if (!isStrictEd25519(publicKey, signature)) return false;
  const without = async (): Promise<Verify> =>
    (await import('./software/ed25519.ts')).verifyEd25519;
  return verifyOnPlatform({ name: 'Ed25519' }, without, publicKey, message, signature);
}

async function verifyOnPlatform(
  algorithm: { name: string; namedCurve?: string; hash?: string },
  loadSoftware: () => Promise<Verify>,
  publicKey: Uint8Array,
  message: Uint8Array,
  signature: Uint8Array,
): Promise<boolean> {
  // No `subtle` on plain http; no Ed25519 in older engines, which name that in several ways. Software decides then.
  const subtle = globalThis.crypto?.subtle;
  const key = await subtle
    ?.importKey('raw', publicKey as Uint8Array<ArrayBuffer>, algorithm, false, ['verify'])
    .catch(() => undefined);
  if (subtle === undefined || key === undefined) {
    return (await loadSoftware())(publicKey, message, signature);
  }
  return subtle.verify(
    algorithm,
    key,
    signature as Uint8Array<ArrayBuffer>,
    message as Uint8Array<ArrayBuffer>,
  );
}
