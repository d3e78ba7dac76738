import { ALGORITHMS, fromHex, type Signer } from '@chidu/sdk/codes';
import { publicKeySm2, signSm2, sm3 } from '@chidu/sdk/codes/sm2';
import { ed25519 } from '@noble/curves/ed25519.js';
import { p256 } from '@noble/curves/nist.js';

/**
 * Test keys whose seeds anyone can compute, with signatures that hang on nothing but the message: the same vectors come
 * out on every machine. Never list such a key anywhere.
 */
export const seedOf = (name: string): Uint8Array =>
  sm3(new TextEncoder().encode(`chidu test key ${name}`));

const bytes = (...parts: (string | Uint8Array)[]): Uint8Array =>
  Uint8Array.from(
    parts.flatMap((part) => [...(typeof part === 'string' ? (fromHex(part) ?? []) : part)]),
  );

export const ed25519Spki = (point: Uint8Array): Uint8Array =>
  bytes('302a300506032b6570032100', point);
export const es256Spki = (point: Uint8Array): Uint8Array =>
  bytes('3059301306072a8648ce3d020106082a8648ce3d030107034200', point);
export const sm2Spki = (point: Uint8Array): Uint8Array =>
  bytes('3059301306072a8648ce3d020106082a811ccf5501822d034200', point);

export function ed25519Signer(name: string): Signer {
  const secret = seedOf(name);
  return {
    alg: ALGORITHMS.Ed25519,
    spki: ed25519Spki(ed25519.getPublicKey(secret)),
    sign: async (message) => ed25519.sign(message, secret),
  };
}

export function es256Signer(name: string): Signer {
  const secret = seedOf(name);
  return {
    alg: ALGORITHMS.ES256,
    spki: es256Spki(p256.getPublicKey(secret, false)),
    sign: async (message) => p256.sign(message, secret, { lowS: false, format: 'compact' }),
  };
}

export function sm2Signer(name: string): Signer {
  const secret = seedOf(name);
  return {
    alg: ALGORITHMS.SM2,
    spki: sm2Spki(publicKeySm2(secret)),
    sign: async (message) => signSm2(secret, message, () => bytes(seedOf(name), sm3(message))),
  };
}

export const signers = { ed25519: ed25519Signer, es256: es256Signer, sm2: sm2Signer };
