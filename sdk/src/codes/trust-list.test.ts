import { describe, expect, it } from 'vitest';
import { ed25519Signer, es256Signer, sm2Signer } from '../../../tests/conformance/signers.ts';
import { typicalPayload } from '../../../tests/conformance/typical.ts';
import { toHex } from './bytes.ts';
import { keyId } from './envelope.ts';
import { type Signer, signCode } from './sign.ts';
import { formatSignedText, jsonBody, parseSignedText, signText } from './signed-text.ts';
import {
  acceptTrustList,
  type ListedKey,
  readTrustList,
  type SeenList,
  type TrustList,
  type TrustRoots,
} from './trust-list.ts';
import { verifyCode } from './verify.ts';

const AUTHORITY = '11330106002489123X';
const holders = ['一', '二', '三'].map((name) => ({
  name,
  ed25519: ed25519Signer(`root ${name}`),
  sm2: sm2Signer(`root ${name}`),
}));
const [first, second, third] = holders as [Holder, Holder, Holder];
type Holder = (typeof holders)[number];

const roots: TrustRoots = {
  format: 'chidu-roots/1',
  quorum: 2,
  seqFloor: 5,
  holders: holders.map(({ name, ed25519, sm2 }) => ({
    name,
    ed25519: toHex(ed25519.spki),
    sm2: toHex(sm2.spki),
  })),
};
const both = (...of: Holder[]): Signer[] => of.flatMap(({ ed25519, sm2 }) => [ed25519, sm2]);

const authorityKey = sm2Signer('authority');
const listed = (signer: Signer, change: Partial<ListedKey> = {}): ListedKey => ({
  alg: signer.alg,
  spki: toHex(signer.spki),
  role: 'authority',
  authorities: [AUTHORITY],
  notBefore: 20260101,
  notAfter: 20261231,
  revokedAt: null,
  reason: null,
  ...change,
});

const list = (change: Partial<TrustList> = {}): TrustList => ({
  format: 'chidu-trust-list/1',
  seq: 7,
  issued: '2026-11-01T00:00:00Z',
  nextUpdate: '2026-12-01T00:00:00Z',
  authorities: [
    {
      code: AUTHORITY,
      name: '甲市市场监督管理局',
      region: '330106',
      parent: null,
      hosts: ['fxjd.example.gov.cn'],
      channels: [
        {
          number: 1,
          kind: 'supervision',
          name: { zh: '法制监督', en: 'Oversight' },
          contact: '12345',
        },
      ],
    },
  ],
  keys: [listed(authorityKey)],
  packs: [{ id: 'sample-points', publisher: toHex(keyId(authorityKey.spki)) }],
  logs: [],
  witnesses: [],
  witnessQuorum: 0,
  ...change,
});

const now = Date.parse('2026-11-21T00:00:00Z');
const signed = (of: TrustList, signers: Signer[] = both(first, second)) =>
  signText(jsonBody(of), signers);
const read = async (
  of: TrustList,
  signers?: Signer[],
  options: { sm2?: boolean; seen?: SeenList; now?: number } = {},
) => readTrustList(await signed(of, signers), { roots, now, ...options });

describe('trust list', () => {
  it('is read when two of three holders signed, and its keys verify a code', async () => {
    const result = await read(list());
    expect(result).toMatchObject({ ok: true, seq: 7, stale: false, holders: ['一', '二'] });
    if (!result.ok) throw new Error(result.error);
    const { text } = await signCode(typicalPayload, authorityKey);
    expect(await verifyCode(text, result.keys)).toMatchObject({
      ok: true,
      key: { role: 'authority' },
    });
  });

  it('accepts any two holders and all three', async () => {
    expect(await read(list(), both(first, third))).toMatchObject({ holders: ['一', '三'] });
    expect(await read(list(), both(third, second, first))).toMatchObject({
      holders: ['一', '二', '三'],
    });
  });

  it('shows staleness and does not refuse for it', async () => {
    const later = Date.parse('2026-12-01T00:00:01Z');
    expect(await read(list(), undefined, { now: later })).toMatchObject({ ok: true, stale: true });
  });

  it.each<[string, Signer[]]>([
    ['one holder', both(first)],
    ['one holder twice', [first.ed25519, first.ed25519]],
    ['nobody', []],
    ['strangers', [ed25519Signer('stranger'), ed25519Signer('other stranger')]],
    ['SM2 lines alone', [first.sm2, second.sm2]],
    ['a listed authority', [authorityKey, first.ed25519]],
  ])('is refused for want of a quorum: signed by %s', async (_, signers) => {
    expect(await read(list(), signers)).toMatchObject({ ok: false, error: 'trust-quorum' });
  });

  it('counts a holder only with a good SM2 line where SM2 is asked for', async () => {
    expect(await read(list(), undefined, { sm2: true })).toMatchObject({ ok: true });
    const half = [first.ed25519, first.sm2, second.ed25519];
    expect(await read(list(), half)).toMatchObject({ ok: true });
    expect(await read(list(), half, { sm2: true })).toMatchObject({ error: 'trust-quorum' });
    const liar: Signer = { ...second.sm2, sign: (message) => second.sm2.sign(message.slice(1)) };
    expect(await read(list(), [...half, liar], { sm2: true })).toMatchObject({
      error: 'trust-quorum',
    });
  });

  it('is refused when one byte of the body changes', async () => {
    const bytes = await signed(list());
    for (let at = 0; at < jsonBody(list()).length; at += 41) {
      const changed = bytes.with(at, (bytes[at] as number) ^ 1);
      expect(await readTrustList(changed, { roots, now })).toMatchObject({ ok: false });
    }
  });

  it('is refused below the floor of the build and below what was seen', async () => {
    expect(await read(list({ seq: 4 }))).toMatchObject({
      error: 'trust-rollback',
      fields: { floor: 5 },
    });
    const seen = { seq: 8, hash: '' };
    expect(await read(list(), undefined, { seen })).toMatchObject({ error: 'trust-rollback' });
  });

  it('is refused when another list of the same number was seen', async () => {
    const result = await read(list());
    if (!result.ok) throw new Error(result.error);
    const seen = { seq: result.seq, hash: result.hash };
    expect(await read(list(), undefined, { seen })).toMatchObject({ ok: true });
    expect(await read(list({ issued: '2026-11-02T00:00:00Z' }), undefined, { seen })).toMatchObject(
      {
        error: 'trust-fork',
      },
    );
  });

  it('is refused with a key listed twice', async () => {
    const twice = [listed(authorityKey), listed(authorityKey, { role: 'publisher' })];
    expect(await read(list({ keys: twice }))).toMatchObject({
      error: 'trust-duplicate-kid',
      fields: { kid: toHex(keyId(authorityKey.spki)) },
    });
  });

  it('is refused with a key of another algorithm than it says', async () => {
    for (const alg of [-7, -19, -8]) {
      expect(await read(list({ keys: [listed(authorityKey, { alg })] }))).toMatchObject({
        error: 'trust-algorithm',
        fields: { at: '/keys/0' },
      });
    }
  });

  it.each<[string, Partial<Record<keyof TrustList, unknown>>, string]>([
    ['another format', { format: 'chidu-trust-list/2' }, '/format'],
    [
      'a day that does not exist',
      { keys: [listed(authorityKey, { notAfter: 20260230 })] },
      '/keys/0/notAfter',
    ],
    ['a time without zone', { nextUpdate: '2026-12-01' }, '/nextUpdate'],
    [
      'a key of no listed authority',
      { keys: [listed(authorityKey, { authorities: ['x'] })] },
      '/keys/0',
    ],
    ['no keys', { keys: undefined }, '/keys'],
  ])('is refused with %s, and says where', async (_, change, at) => {
    const result = await read({ ...list(), ...change } as TrustList);
    expect(result).toMatchObject({ error: 'trust-schema', fields: { at } });
  });

  it.each([
    ['nothing', ''],
    ['JSON without signatures', '{}\n'],
    ['a broken line', '{}\n\n— 00 -19 x\n'],
    ['no line end', '{}\n\n— 0000000000000000 -19 AAAA'],
  ])('is refused as malformed: %s', async (_, text) => {
    const bytes = new TextEncoder().encode(text);
    expect(await readTrustList(bytes, { roots, now })).toMatchObject({ error: 'trust-schema' });
  });

  it('raises the memory it is given, and never lowers it', async () => {
    let seen: SeenList | null = null;
    const memory = {
      read: async () => seen,
      write: async (next: SeenList) => {
        seen = next;
      },
    };
    const accept = async (seq: number) =>
      acceptTrustList(await signed(list({ seq })), { roots, now, memory });
    expect(await accept(7)).toMatchObject({ ok: true });
    expect(seen).toMatchObject({ seq: 7 });
    expect(await accept(6)).toMatchObject({ error: 'trust-rollback' });
    expect(await accept(9)).toMatchObject({ ok: true });
    expect(seen).toMatchObject({ seq: 9 });
  });
});

it('a signed text gives body and lines back', async () => {
  const bytes = await signText(jsonBody({ a: 1 }), [es256Signer('a'), ed25519Signer('b')]);
  const text = parseSignedText(bytes);
  expect(text?.signatures.map(({ alg }) => alg)).toEqual([-7, -19]);
  expect(formatSignedText(text as NonNullable<typeof text>)).toEqual(bytes);
});
