import { describe, expect, it } from 'vitest';
import { ed25519Signer, sm2Signer } from '../../../tests/conformance/signers.ts';
import { toHex } from './bytes.ts';
import { keyId } from './envelope.ts';
import { keyRing } from './key.ts';
import type { Signer } from './sign.ts';
import { readSignedPack } from './signed-pack.ts';
import { jsonBody, signText } from './signed-text.ts';
import type { TrustList } from './trust-list.ts';

const CODE = '11330106002489123X';
const pack = {
  format: 'chidu-benchmark/1',
  id: 'city-points',
  publisher: { name: '示例市市场监督管理局', code: CODE },
};
const [publisher, other] = ['publisher', 'other'].map((name) => ed25519Signer(name)) as [
  Signer,
  Signer,
];
const kid = (signer: Signer): string => toHex(keyId(signer.spki));

function trust(change: object = {}, named: readonly Signer[] = [publisher]) {
  const entry = ({ alg, spki }: Signer) => ({
    alg,
    spki,
    role: 'publisher',
    authorities: [CODE],
    notBefore: 20260101,
    notAfter: 20261231,
    revokedAt: null,
  });
  const list = {
    packs: named.map((signer) => ({ id: pack.id, publisher: kid(signer) })),
  } as unknown as TrustList;
  return { list, keys: keyRing([{ ...entry(publisher), ...change }, entry(other)]) };
}
const signed = (by: readonly Signer[] = [publisher], value: object = pack) =>
  signText(jsonBody(value), by);
const TODAY = '2026-11-22';

describe('a signed benchmark', () => {
  it('is the one that the key named for it has signed', async () => {
    const read = await readSignedPack(await signed(), trust(), TODAY);
    expect(read).toEqual({ ok: true, value: pack, publisher: kid(publisher) });
    const both = await readSignedPack(await signed([other, publisher]), trust(), TODAY);
    expect(both).toMatchObject({ ok: true, publisher: kid(publisher) });
  });

  it('counts under SM2 as well', async () => {
    const sm2 = sm2Signer('publisher');
    const { list, keys } = trust({ alg: sm2.alg, spki: sm2.spki }, [sm2]);
    expect(await readSignedPack(await signed([sm2]), { list, keys }, TODAY)).toMatchObject({
      ok: true,
    });
  });

  it.each<[string, Signer[], object, string]>([
    ['of another publisher of the list', [other], {}, 'pack-signature'],
    ['of nobody', [], {}, 'pack-signature'],
    ['of a key that is revoked', [publisher], { revokedAt: 20261101 }, 'pack-key'],
    ['of a key of later', [publisher], { notBefore: 20261123 }, 'pack-key'],
    ['of a key of before', [publisher], { notAfter: 20261121 }, 'pack-key'],
    ['of a key that issues codes', [publisher], { role: 'authority' }, 'pack-key'],
    ['of a key of another authority', [publisher], { authorities: ['x'] }, 'pack-key'],
  ])('is not one with the signature %s', async (_, by, change, error) => {
    expect(await readSignedPack(await signed(by), trust(change), TODAY)).toMatchObject({
      ok: false,
      error,
    });
  });

  it('is refused where a byte changed, where the list names nobody, and without a signature', async () => {
    const bytes = await signed();
    const at = bytes.indexOf(0x63, 40);
    const changed = bytes.with(at, 0x64);
    expect(await readSignedPack(changed, trust(), TODAY)).toMatchObject({ ok: false });
    const strange = await signed([publisher], { ...pack, id: 'elsewhere' });
    expect(await readSignedPack(strange, trust(), TODAY)).toMatchObject({ error: 'pack-unlisted' });
    expect(await readSignedPack(jsonBody(pack), trust(), TODAY)).toMatchObject({
      error: 'pack-schema',
    });
  });
});
