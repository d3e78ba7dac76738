import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ed25519Signer } from '../../../tests/conformance/signers.ts';
import { typicalPayload } from '../../../tests/conformance/typical.ts';
import { encodeDigits } from './digits.ts';
import { encodeEnvelope, encodeHeader, keyId, signedBytes } from './envelope.ts';
import { type KeyEntry, keyRing } from './key.ts';
import { type CodePayload, encodePayload } from './payload.ts';
import { generateOfficerKey, signCode, webCryptoSigner } from './sign.ts';
import { verifyCode } from './verify.ts';

const signer = ed25519Signer('verify test');
const entry = (change: Partial<KeyEntry> = {}): KeyEntry => ({
  alg: signer.alg,
  spki: signer.spki,
  authorities: null,
  role: 'authority',
  notBefore: 20260101,
  notAfter: 20261231,
  revokedAt: null,
  ...change,
});
const ring = (change?: Partial<KeyEntry>) => keyRing([entry(change)]);
const signed = async (change: Partial<CodePayload> = {}) =>
  (await signCode({ ...typicalPayload, ...change }, signer)).text;

/** A code over any bytes as payload. */
async function signedBytesOf(payload: Uint8Array): Promise<string> {
  const content = { protected: encodeHeader(signer.alg, keyId(signer.spki)), payload };
  const signature = await signer.sign(signedBytes(content));
  return `1${encodeDigits(encodeEnvelope({ ...content, signature }))}`;
}

describe('verifying a code', () => {
  it('gives payload, key and identity of a code it accepts', async () => {
    const code = await signCode(typicalPayload, signer);
    expect(await verifyCode(`${code.text}&appinstall=0`, ring())).toEqual({
      ok: true,
      id: code.id,
      checkCode: code.checkCode,
      text: code.text,
      bytes: code.bytes,
      payload: typicalPayload,
      payloadBytes: encodePayload(typicalPayload),
      kid: Buffer.from(keyId(signer.spki)).toString('hex'),
      key: entry(),
    });
  });

  it('accepts what a key signs that cannot leave the browser', async () => {
    const pair = await generateOfficerKey();
    expect(pair.privateKey.extractable).toBe(false);
    const officer = await webCryptoSigner(pair);
    const { text } = await signCode(typicalPayload, officer);
    const keys = (role: string) => keyRing([entry({ alg: officer.alg, spki: officer.spki, role })]);
    expect(await verifyCode(text, keys('officer-provisional'))).toMatchObject({ ok: true });
    expect(await verifyCode(text, keys('officer'))).toMatchObject({ error: 'key-authority' });
  });

  it('lets a code of a revoked key stand only when it was witnessed before', async () => {
    const text = await signed();
    const revoked = ring({ revokedAt: 20261116 });
    const witnessedOn = (day: number | null) =>
      verifyCode(text, revoked, { witnessedOn: async () => day });
    expect(await verifyCode(text, revoked)).toMatchObject({ error: 'key-revoked' });
    expect(await witnessedOn(null)).toMatchObject({ error: 'key-revoked' });
    expect(await witnessedOn(20261116)).toMatchObject({ error: 'key-revoked' });
    expect(await witnessedOn(20261115)).toMatchObject({ ok: true });
  });

  it('asks for the witness of the code by its id, and of no other code', async () => {
    const code = await signCode(typicalPayload, signer);
    const asked: string[] = [];
    const witnessedOn = (id: string) => {
      asked.push(id);
      return null;
    };
    await verifyCode(code.text, ring(), { witnessedOn });
    await verifyCode(code.text, ring({ revokedAt: 20261231 }), { witnessedOn });
    expect(asked).toEqual([code.id]);
  });

  it('leaves a payload that is no map to the check of the payload', async () => {
    const several = ring({ authorities: ['a', 'b'] });
    expect(await verifyCode(await signedBytesOf(Uint8Array.of(0xff)), several)).toMatchObject({
      error: 'not-canonical',
    });
    expect(await verifyCode(await signedBytesOf(Uint8Array.of(0x80)), several)).toMatchObject({
      error: 'payload',
    });
    const number = Uint8Array.of(0xa1, 2, 5);
    expect(await verifyCode(await signedBytesOf(number), several)).toMatchObject({
      error: 'key-authority',
    });
    expect(await verifyCode(await signedBytesOf(number), ring())).toMatchObject({
      error: 'payload',
    });
  });

  it('says what a message needs', async () => {
    const text = await signed();
    const kid = Buffer.from(keyId(signer.spki)).toString('hex');
    const fields = async (input: string, keys = ring()) => {
      const result = await verifyCode(input, keys);
      return result.ok ? null : result.fields;
    };
    expect(await fields(`2${text.slice(1)}`)).toEqual({ reason: 'format-digit', digit: '2' });
    expect(await fields('hello')).toEqual({ reason: 'no-code' });
    expect(await fields(text, keyRing([]))).toEqual({ kid });
    expect(await fields(await signedBytesOf(Uint8Array.of(0xa1, 1, 1)))).toEqual({
      kid,
      label: '3',
    });
  });

  it('never throws, whatever the text', async () => {
    const text = await signed();
    const piece = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.stringMatching(/^1[0-9]{40,200}$/),
      fc.nat(text.length).map((at) => text.slice(0, at)),
      fc.constantFrom(
        'https://a.cn/c#',
        'https://a.cn/c/',
        'https://a.cn/?q=',
        '%E4%',
        '%31',
        '１',
        ' ',
      ),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(piece, { maxLength: 4 }), async (pieces) => {
        const result = await verifyCode(pieces.join(''), ring());
        if (!result.ok) expect(result.error).toMatch(/^[a-z-]+$/);
      }),
      { seed: 5, numRuns: 2000 },
    );
  });
});

describe('signing', () => {
  it.each<[string, Partial<CodePayload>, string]>([
    ['a day that does not exist', { issued: 20260230 }, '4'],
    ['a minimum above the maximum', { range: { min: 2, max: 1 } }, '11'],
    ['a negative fine', { fine: -1 }, '12'],
    ['text that is not NFC', { document: 'e\u0301' }, '3'],
    ['half a surrogate pair', { document: '\ud842' }, '3'],
    [
      'factors out of order',
      {
        factors: [
          [2, 1, 1],
          [1, 1, 1],
        ],
      },
      '7',
    ],
    [
      'a factor twice',
      {
        factors: [
          [1, 1, 1],
          [1, 2, 1],
        ],
      },
      '7',
    ],
    ['a fraction of a fen', { fine: 0.5 }, '12'],
    ['an amount beyond exact integers', { fine: 2 ** 53 }, '12'],
    [
      'a hash of another length',
      { rule: { ...typicalPayload.rule, hash: new Uint8Array(20) } },
      '5',
    ],
  ])('refuses %s, and names the label', async (_, change, at) => {
    await expect(signed(change)).rejects.toMatchObject({ code: 'payload', at });
  });

  it('writes back what it does not know, and never over a label that it knows', async () => {
    const unknown = new Map<number, string>([
      [40, 'kept'],
      [9, 'not taken'],
    ]);
    const result = await verifyCode(await signed({ unknown }), ring());
    expect(result.ok && result.payload.unknown).toEqual(new Map([[40, 'kept']]));
    expect(result.ok && result.payload.tier).toBe(typicalPayload.tier);
  });
});
