import { ALGORITHMS } from './algorithm.ts';
import { encodeDigits } from './digits.ts';
import { encodeEnvelope, encodeHeader, keyId, signedBytes } from './envelope.ts';
import { type CodeIdentity, identify } from './identity.ts';
import { type CodePayload, encodePayload } from './payload.ts';

/**
 * Whoever holds a private key: WebCrypto, a PKCS#11 token, a signature server, a file in a test. `sign` gets the
 * message itself, not its hash, and answers 64 bytes: r ‖ s, or the Ed25519 signature.
 */
export interface Signer {
  readonly alg: number;
  /** SubjectPublicKeyInfo of the public key, DER. */
  readonly spki: Uint8Array;
  sign(message: Uint8Array): Promise<Uint8Array>;
}

/** A pair of WebCrypto keys. The private one may be non-extractable; the public one is exported as SPKI. */
export type WebCryptoKeyPair =
  Awaited<ReturnType<typeof globalThis.crypto.subtle.generateKey>> extends infer Generated
    ? Extract<Generated, { privateKey: unknown; publicKey: unknown }>
    : never;

const ES256 = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' };

/**
 * Signer over a WebCrypto key pair, ES256 (ECDSA on P-256) or Ed25519.
 * @throws {TypeError} for a key of another algorithm.
 */
export async function webCryptoSigner(pair: WebCryptoKeyPair): Promise<Signer> {
  const { name } = pair.privateKey.algorithm;
  if (name !== 'ECDSA' && name !== 'Ed25519') throw new TypeError(`no signer for ${name} keys`);
  const { subtle } = globalThis.crypto;
  const algorithm = name === 'ECDSA' ? ES256 : { name };
  return {
    alg: name === 'ECDSA' ? ALGORITHMS.ES256 : ALGORITHMS.Ed25519,
    spki: new Uint8Array(await subtle.exportKey('spki', pair.publicKey)),
    sign: async (message) =>
      new Uint8Array(
        await subtle.sign(algorithm, pair.privateKey, message as Uint8Array<ArrayBuffer>),
      ),
  };
}

/** A new key pair that cannot leave the browser profile, for an officer's desk. Its file on disk is not hardware. */
export const generateOfficerKey = async (): Promise<WebCryptoKeyPair> =>
  globalThis.crypto.subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-256' }, false, [
    'sign',
    'verify',
  ]);

/** A signed code, ready to print. */
export interface SignedCode extends CodeIdentity {
  /** `1<digits>`: what `codeUrl` puts into an address and a person can type. */
  readonly text: string;
  /** The COSE_Sign1 body. */
  readonly bytes: Uint8Array;
}

/** A code that lacks its signature: its id is known, so that a log can hold it before anybody signs. */
export interface PreparedCode extends CodeIdentity {
  readonly protected: Uint8Array;
  readonly payload: Uint8Array;
}

/**
 * A payload ready to be signed with a key.
 * @throws {ChiduError} `payload` where the payload breaks the format.
 */
export function prepareCode(
  payload: CodePayload,
  { alg, spki }: Pick<Signer, 'alg' | 'spki'>,
): PreparedCode {
  const content = {
    protected: encodeHeader(alg, keyId(spki)),
    payload: encodePayload(payload),
  };
  return { ...content, ...identify(content) };
}

/** Sign what was prepared, with the key that it was prepared for. */
export async function finishCode(
  prepared: PreparedCode,
  signer: Pick<Signer, 'sign'>,
): Promise<SignedCode> {
  const signature = await signer.sign(signedBytes(prepared));
  const bytes = encodeEnvelope({
    protected: prepared.protected,
    payload: prepared.payload,
    signature,
  });
  const { id, checkCode } = prepared;
  return { text: `1${encodeDigits(bytes)}`, bytes, id, checkCode };
}

/**
 * Sign a payload.
 * @throws {ChiduError} `payload` where the payload breaks the format.
 */
export async function signCode(payload: CodePayload, signer: Signer): Promise<SignedCode> {
  return finishCode(prepareCode(payload, signer), signer);
}
