import { decodeBase64, encodeBase64 } from './base64.ts';
import { concatBytes, toHex } from './bytes.ts';
import { keyId } from './envelope.ts';
import type { Signer } from './sign.ts';

/**
 * A text with signatures under it, after the manner of a signed note (C2SP): the exact bytes that were signed, an empty
 * line, then one line for each signature. One file, so that list and signatures cannot be of different days.
 *
 * ```
 * {"format":"chidu-trust-list/1", …}
 *
 * — 6c5e53a4b940dd22 -19 <base64 of 64 bytes>
 * ```
 */
export interface SignedText {
  /** What is signed: everything up to and with the line end before the empty line. */
  readonly body: Uint8Array;
  readonly signatures: readonly SignatureLine[];
}

export interface SignatureLine {
  /** Of the key that signed, hex. */
  readonly kid: string;
  readonly alg: number;
  readonly signature: Uint8Array;
}

const LINE = /^— (?<kid>[0-9a-f]{16}) (?<alg>-[0-9]{1,6}) (?<signature>[A-Za-z0-9+/]{86}==)$/;

/** Split a signed text; null where it is none. The body is not looked at. */
export function parseSignedText(bytes: Uint8Array): SignedText | null {
  const end = bytes.findLastIndex((byte, at) => byte === 0x0a && bytes[at - 1] === 0x0a);
  if (end < 1 || bytes.at(-1) !== 0x0a) return null;
  const lines = new TextDecoder()
    .decode(bytes.subarray(end + 1))
    .split('\n')
    .slice(0, -1);
  const signatures: SignatureLine[] = [];
  for (const line of lines) {
    const { kid, alg, signature } = LINE.exec(line)?.groups ?? {};
    if (kid === undefined || alg === undefined || signature === undefined) return null;
    signatures.push({ kid, alg: Number(alg), signature: decodeBase64(signature) });
  }
  return { body: bytes.slice(0, end), signatures };
}

/** Put a body, which ends with a line end and has no empty line, and its signatures into one text. */
export function formatSignedText({ body, signatures }: SignedText): Uint8Array {
  const lines = signatures.map(
    ({ kid, alg, signature }) => `— ${kid} ${alg} ${encodeBase64(signature)}\n`,
  );
  return concatBytes([body, new TextEncoder().encode(`\n${lines.join('')}`)]);
}

/** Sign a body with each signer: a line for each, in their order. */
export async function signText(body: Uint8Array, signers: readonly Signer[]): Promise<Uint8Array> {
  const signatures: SignatureLine[] = [];
  for (const signer of signers) {
    const kid = toHex(keyId(signer.spki));
    signatures.push({ kid, alg: signer.alg, signature: await signer.sign(body) });
  }
  return formatSignedText({ body, signatures });
}

/** JSON as the body of a signed text: one line, or indented for people; never an empty line. */
export const jsonBody = (value: unknown): Uint8Array =>
  new TextEncoder().encode(`${JSON.stringify(value, null, 1)}\n`);

/** The JSON value of a body, or undefined. */
export function parseJsonBody(body: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(body));
  } catch {
    return undefined;
  }
}
