import {
  encodeBase64Url,
  generateOfficerKey,
  keyRequest,
  type Signer,
  webCryptoSigner,
} from '@chidu/sdk/codes';
import { type OfficerKey, officerKey, saveOfficerKey } from '../platform/database.ts';

/** For whom a key signs: authority and the officer's number in its register. */
export type KeyHolder = OfficerKey['requestedFor'];

/**
 * Makes the officer's key in this browser, with the signed request that a second person approves after comparing its
 * twelve digits. The private half is non-extractable: a lost profile or a new machine means a new key and a new request.
 */
export async function makeOfficerKey(holder: KeyHolder, at: string): Promise<OfficerKey> {
  return keep(await generateOfficerKey(), holder, at, at);
}

/** The same key asks anew, for another authority or number. */
export async function requestAnew(
  key: OfficerKey,
  holder: KeyHolder,
  at: string,
): Promise<OfficerKey> {
  return keep(key.pair, holder, key.createdAt, at);
}

async function keep(
  pair: CryptoKeyPair,
  holder: KeyHolder,
  createdAt: string,
  made: string,
): Promise<OfficerKey> {
  const signer = await webCryptoSigner(pair);
  const key: OfficerKey = {
    id: 'officer',
    pair,
    spki: Uint8Array.from(signer.spki),
    createdAt,
    // Instants in signed texts are whole seconds.
    request: Uint8Array.from(
      await keyRequest({ ...holder, made: made.replace(/\.\d+Z$/, 'Z') }, signer),
    ),
    requestedFor: holder,
    enrolled: null,
  };
  await saveOfficerKey(key);
  return key;
}

/** Keeps an approval that was brought back, beside the request that it answers. */
export async function keepApproval(
  key: OfficerKey,
  approval: Uint8Array<ArrayBuffer>,
): Promise<OfficerKey> {
  const approved: OfficerKey = { ...key, approval };
  await saveOfficerKey(approved);
  return approved;
}

export async function officerSigner(): Promise<Signer | null> {
  const key = await officerKey();
  return key && webCryptoSigner(key.pair);
}

export type Enrolled =
  | { readonly ok: true; readonly key: OfficerKey }
  | { readonly ok: false; readonly status: number | null };

/**
 * Stand-alone: hands the public half to the portal that shows this authority's codes. Nothing else leaves the machine,
 * and only when the officer says so. `status` is null where the portal could not be reached.
 */
export async function enrolKey(key: OfficerKey, portal: string, at: string): Promise<Enrolled> {
  const body = {
    alg: -7,
    spki: encodeBase64Url(key.spki),
    officer: String(key.requestedFor.officer),
    role: 'officer-provisional',
  };
  let response: Response;
  try {
    response = await fetch(`${portal}/demo/keys`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
  } catch {
    return { ok: false, status: null };
  }
  if (!response.ok) return { ok: false, status: response.status };
  const enrolled: OfficerKey = { ...key, enrolled: { portal, at } };
  await saveOfficerKey(enrolled);
  return { ok: true, key: enrolled };
}
