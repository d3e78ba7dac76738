import { spawn } from 'node:child_process';
import { createPrivateKey, generateKeyPairSync, randomBytes, sign } from 'node:crypto';
import { buffer } from 'node:stream/consumers';
import { ALGORITHMS, fromHex, type Signer, toHex } from '@chidu/sdk/codes';
import { publicKeySm2, signSm2 } from '@chidu/sdk/codes/sm2';

/**
 * A private key in a file: for tests, drills and a desk that stands alone. `secret` is PKCS#8 in hex, for SM2 the 32
 * bytes of the key. Whoever reads the file has the key.
 */
interface KeyFile {
  readonly format: 'chidu-key/1';
  readonly alg: number;
  readonly spki: string;
  readonly secret: string;
}

/**
 * A key somewhere else: a PKCS#11 token, a signature server, an HSM behind its own command. The command gets the message
 * on standard input and answers the signature, as 64 bytes or as DER (`ECDSA-Sig-Value`). For SM2 the device must use
 * the user id 1234567812345678.
 */
interface DeviceFile {
  readonly format: 'chidu-device/1';
  readonly alg: number;
  readonly spki: string;
  readonly command: readonly [string, ...string[]];
  readonly signature: 'raw' | 'der';
}

const SM2_SPKI = '3059301306072a8648ce3d020106082a811ccf5501822d034200';

export const ALGORITHM_NAMES = {
  es256: ALGORITHMS.ES256,
  ed25519: ALGORITHMS.Ed25519,
  sm2: ALGORITHMS.SM2,
};

/** A new key as the text of its file. */
export function newKeyFile(name: keyof typeof ALGORITHM_NAMES): string {
  const file = (spki: string, secret: string): string =>
    `${JSON.stringify({ format: 'chidu-key/1', alg: ALGORITHM_NAMES[name], spki, secret } satisfies KeyFile)}\n`;
  if (name === 'sm2') {
    // The chance of a value outside the group is 2^-32; the signer would refuse it.
    const secret = randomBytes(32);
    return file(SM2_SPKI + toHex(publicKeySm2(secret)), toHex(secret));
  }
  const { publicKey, privateKey } =
    name === 'ed25519'
      ? generateKeyPairSync('ed25519')
      : generateKeyPairSync('ec', { namedCurve: 'P-256' });
  return file(
    toHex(publicKey.export({ format: 'der', type: 'spki' })),
    toHex(privateKey.export({ format: 'der', type: 'pkcs8' })),
  );
}

/**
 * The signer that a key file or a device file describes.
 * @throws {Error} where the text is neither.
 */
export function readSigner(text: string): Signer {
  const file = JSON.parse(text) as KeyFile | DeviceFile;
  const { alg } = file;
  const spki = fromHex(file.spki);
  if (spki === null) throw new Error('the spki of the key is not hex');
  if (file.format === 'chidu-device/1') return { alg, spki, sign: (message) => ask(file, message) };
  const secret = fromHex(file.secret);
  if (file.format !== 'chidu-key/1' || secret === null) throw new Error('this is no key file');
  if (alg === ALGORITHMS.SM2) {
    return { alg, spki, sign: async (message) => signSm2(secret, message, randomBytes) };
  }
  const key = createPrivateKey({ key: Buffer.from(secret), format: 'der', type: 'pkcs8' });
  const digest = alg === ALGORITHMS.ES256 ? 'sha256' : null;
  return {
    alg,
    spki,
    sign: async (message) =>
      new Uint8Array(sign(digest, message, { key, dsaEncoding: 'ieee-p1363' })),
  };
}

async function ask({ command, signature }: DeviceFile, message: Uint8Array): Promise<Uint8Array> {
  const [program, ...args] = command;
  const child = spawn(program, args, { stdio: ['pipe', 'pipe', 'inherit'] });
  const ended = new Promise<number | null>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', resolve);
  });
  // A device that will not read has ended or will end; its exit code says so.
  child.stdin.on('error', () => undefined);
  child.stdin.end(message);
  const answer = new Uint8Array(await buffer(child.stdout));
  if ((await ended) !== 0) throw new Error(`${program} did not sign`);
  const raw = signature === 'der' ? fromDer(answer) : answer;
  if (raw.length !== 64) throw new Error(`${program} answered no signature of 64 bytes`);
  return raw;
}

/** ECDSA-Sig-Value (RFC 3279 §2.2.3) to r ‖ s of 64 bytes. */
function fromDer(der: Uint8Array): Uint8Array {
  const raw = new Uint8Array(64);
  let at = 2;
  for (const end of [32, 64]) {
    const length = der[at + 1] ?? 0;
    const value = der.subarray(at + 2, at + 2 + length);
    const digits = value.subarray(value.findIndex((byte) => byte !== 0));
    if (der[at] !== 2 || digits.length > 32) throw new Error('the signature is not DER');
    raw.set(digits, end - digits.length);
    at += 2 + length;
  }
  return raw;
}
