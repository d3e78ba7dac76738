import { checkCodeOf, generateOfficerKey, type Signer, webCryptoSigner } from '@chidu/sdk/codes';
import { hex, sha256 } from '@chidu/sdk/text';
import { type OfficerKey, officerKey, saveOfficerKey } from '../platform/database.ts';
import { base64Url } from './bytes.ts';

/** Twelve digits of the public key, compared aloud by two people before a key is trusted: `dddd-dddd-dddd`. */
export const keyDigits = async ({ spki }: Pick<OfficerKey, 'spki'>): Promise<string> =>
  checkCodeOf(hex(await sha256(spki)));

/** Makes the officer's key in this browser. The private half is non-extractable and is replaced only on purpose. */
export async function makeOfficerKey(at: string): Promise<OfficerKey> {
  const pair = await generateOfficerKey();
  const key: OfficerKey = {
    id: 'officer',
    pair,
    spki: new Uint8Array(await crypto.subtle.exportKey('spki', pair.publicKey)),
    createdAt: at,
    enrolled: null,
  };
  await saveOfficerKey(key);
  return key;
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
export async function enrolKey(
  key: OfficerKey,
  portal: string,
  officer: { readonly name: string; readonly number: string },
  at: string,
): Promise<Enrolled> {
  const body = {
    alg: -7,
    spki: base64Url(key.spki),
    officer: officer.number || officer.name,
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
