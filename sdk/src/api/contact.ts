import { AEAD_AES_128_GCM, CipherSuite, KDF_HKDF_SHA256, KEM_DHKEM_P256_HKDF_SHA256 } from 'hpke';
import { decodeBase64, encodeBase64 } from '../codes/base64.ts';
import { fromHex, type KeyRing, parseSignedText, toHex, verifySignature } from '../codes/index.ts';
import { parseJsonStrict, sha256 } from '../text/index.ts';
import type { Recipient, SealedContact } from './objection.ts';

/** How the supervision body reaches a party. Written by the party, opened by nobody else. */
export interface Contact {
  readonly name: string;
  readonly telephone?: string;
  readonly email?: string;
  readonly address?: string;
}

/** Sealed texts are all as long as this, so that their length tells nothing. */
const PADDED = 1024;

const suite = () => new CipherSuite(KEM_DHKEM_P256_HKDF_SHA256, KDF_HKDF_SHA256, AEAD_AES_128_GCM);

/** Both halves of a supervision body's key, as WebCrypto holds them. */
export type RecipientKeys = Awaited<ReturnType<ReturnType<typeof suite>['GenerateKeyPair']>>;

/** A key pair of a supervision body; the private half does not leave the browser that made it. */
export async function newRecipientKeys(): Promise<{
  readonly publicKey: string;
  readonly keys: RecipientKeys;
}> {
  const keys = await suite().GenerateKeyPair(false);
  return { keys, publicKey: toHex(await suite().SerializePublicKey(keys.publicKey)) };
}

/**
 * The recipient of an authority's contacts from the signed text that the service hands out, or null where it is not signed
 * by a listed `supervisor` key of that authority, or has run out, the key or the text. The host cannot put a key of its own in its place.
 */
export async function readRecipient(
  bytes: Uint8Array,
  {
    keys,
    authority,
    today,
  }: { readonly keys: KeyRing; readonly authority: string; readonly today: string },
): Promise<Recipient | null> {
  const signed = parseSignedText(bytes);
  const [line] = signed?.signatures ?? [];
  const key = keys.get(line?.kid ?? '');
  if (!signed || !line || !key || key.role !== 'supervisor' || key.alg !== line.alg) return null;
  const day = Number(today.replaceAll('-', ''));
  if (day < key.notBefore || day > key.notAfter) return null;
  if (key.revokedAt !== null || !(key.authorities ?? [authority]).includes(authority)) return null;
  if (!(await verifySignature(key.alg, key.spki, signed.body, line.signature))) return null;
  const read = parseJsonStrict(new TextDecoder().decode(signed.body));
  const recipient = (read.ok ? read.value : null) as Partial<Recipient> | null;
  const fits =
    recipient?.format === 'chidu-recipient/1' &&
    recipient.authority === authority &&
    /^04[0-9a-f]{128}$/.test(recipient.publicKey ?? '') &&
    (recipient.notAfter ?? '') >= today;
  return fits ? (recipient as Recipient) : null;
}

/** Seal a contact for the recipient, bound to the code that the objection is about. @throws for a key that is no point. */
export async function sealContact(
  recipient: Pick<Recipient, 'publicKey'>,
  contact: Contact,
  codeId: string,
): Promise<SealedContact> {
  const point = fromHex(recipient.publicKey) ?? new Uint8Array();
  const plain = new TextEncoder().encode(JSON.stringify(contact));
  if (plain.length > PADDED) throw new RangeError(`a contact has at most ${PADDED} bytes`);
  const padded = new Uint8Array(PADDED).fill(0x20);
  padded.set(plain);
  const hpke = suite();
  const { encapsulatedSecret, ciphertext } = await hpke.Seal(
    await hpke.DeserializePublicKey(point),
    padded,
    bound(codeId),
  );
  return {
    format: 'chidu-contact/1',
    recipient: await recipientId(point),
    encapsulated: encodeBase64(encapsulatedSecret),
    ciphertext: encodeBase64(ciphertext),
  };
}

/** Open a contact with the private key of its recipient; null where it is of another key or another code. */
export async function openContact(
  sealed: SealedContact,
  keys: RecipientKeys,
  codeId: string,
): Promise<Contact | null> {
  try {
    const plain = await suite().Open(
      keys,
      decodeBase64(sealed.encapsulated),
      decodeBase64(sealed.ciphertext),
      bound(codeId),
    );
    return JSON.parse(new TextDecoder().decode(plain)) as Contact;
  } catch {
    return null;
  }
}

const bound = (codeId: string) => ({
  info: new TextEncoder().encode('chidu-contact/1'),
  aad: new TextEncoder().encode(codeId),
});

/** Id of a recipient's public key: the first 8 bytes of its SHA-256, hex. */
export const recipientId = async (point: Uint8Array): Promise<string> =>
  toHex((await sha256(point)).subarray(0, 8));
