import { decodeBase64Url, encodeBase64Url } from '../codes/base64.ts';
import { jsonBody, parseSignedText, type Signer, signText, toHex } from '../codes/index.ts';
import { parseJsonStrict, sha256 } from '../text/index.ts';
import type { Authorize } from './client.ts';
import { SignedRequest } from './request-envelope.ts';

export interface AuthorizerOptions {
  readonly signer: Signer;
  /** Name of the service as its configuration states it: a request signed for one service is worth nothing at another. */
  readonly audience: string;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** A name that is not used twice: `crypto.randomUUID`. */
  readonly newId: () => string;
}

/**
 * Signs requests with a person's own key, one way for all staff: the signed text `chidu-request/1` names audience,
 * method, path, time, id and the hash of the body, and travels as a header. What was signed is kept with the act.
 */
export function requestAuthorizer({ signer, audience, now, newId }: AuthorizerOptions): Authorize {
  return async ({ method, path, body, id }) => {
    const content = toHex(await sha256(new TextEncoder().encode(body)));
    const request: SignedRequest = {
      format: 'chidu-request/1',
      audience,
      method,
      path,
      made: new Date(now()).toISOString(),
      id: id ?? newId(),
      content,
    };
    return `Chidu ${encodeBase64Url(await signText(jsonBody(request), [signer]))}`;
  };
}

/** A header taken apart: what it says, and over which bytes which key is to be asked. Nothing is believed yet. */
export interface ReadAuthorization {
  readonly request: SignedRequest;
  /** The whole signed text, to be kept. */
  readonly text: Uint8Array;
  readonly signed: Uint8Array;
  readonly kid: string;
  readonly alg: number;
  readonly signature: Uint8Array;
}

/** Read the value of `Authorization`, or null where it is none of this scheme. Never throws on what a stranger sends. */
export function readAuthorization(header: string): ReadAuthorization | null {
  const [, text] = /^Chidu ([A-Za-z0-9_-]{1,4096})$/.exec(header) ?? [];
  const bytes = text === undefined ? null : decodeBase64Url(text);
  const signed = bytes && parseSignedText(bytes);
  const [line, ...more] = signed?.signatures ?? [];
  if (!signed || line === undefined || more.length > 0) return null;
  const value = parseJsonStrict(new TextDecoder().decode(signed.body));
  const request = value.ok ? SignedRequest.safeParse(value.value) : null;
  if (!request?.success) return null;
  return { request: request.data, text: bytes, signed: signed.body, ...line };
}
