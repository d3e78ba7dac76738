import { describe, expect, it } from 'vitest';
import { ed25519Signer, es256Signer, sm2Signer } from '../../../tests/conformance/signers.ts';
import { type KeyEntry, keyRing } from './key.ts';
import type { Signer } from './sign.ts';
import { signText } from './signed-text.ts';
import { type CodeStatus, readStatusList, statusListBody } from './status-list.ts';

const AUTHORITY = '11330106002489123X';
const publisher = es256Signer('publisher');
const entry = (signer: Signer, change: Partial<KeyEntry> = {}): KeyEntry => ({
  alg: signer.alg,
  spki: signer.spki,
  role: 'publisher',
  authorities: [AUTHORITY],
  notBefore: 20260101,
  notAfter: 20261231,
  revokedAt: null,
  ...change,
});
const head = {
  authority: AUTHORITY,
  period: '2026',
  seq: 3,
  issued: '2026-11-20T00:00:00Z',
  nextUpdate: '2026-11-22T00:00:00Z',
};
const now = Date.parse('2026-11-21T00:00:00Z');
const marked: [number, CodeStatus][] = [
  [0, 'withdrawn'],
  [1, 'superseded'],
  [6, 'decided-differently'],
  [131_071, 'withdrawn'],
];
const read = async (
  signer: Signer = publisher,
  entries: KeyEntry[] = [entry(publisher)],
  options: { now?: number; floor?: number } = {},
) =>
  readStatusList(await signText(statusListBody(head, marked), [signer]), {
    keys: keyRing(entries),
    now,
    ...options,
  });

describe('status list', () => {
  it('answers the status of each position', async () => {
    const result = await read();
    if (!result.ok) throw new Error(result.error);
    for (const [index, status] of marked) expect(result.statusOf(index)).toBe(status);
    for (const index of [2, 3, 4, 5, 7, 131_070]) expect(result.statusOf(index)).toBe('valid');
    for (const index of [-1, 131_072, 0.5]) expect(result.statusOf(index)).toBeNull();
  });

  it('keeps the last word on a position', async () => {
    const body = statusListBody(
      head,
      [
        [9, 'decided-differently'],
        [9, 'withdrawn'],
      ],
      12,
    );
    const result = await readStatusList(await signText(body, [publisher]), {
      keys: keyRing([entry(publisher)]),
      now,
    });
    expect(result.ok && result.statusOf(9)).toBe('withdrawn');
    expect(() => statusListBody(head, [[12, 'withdrawn']], 12)).toThrow(RangeError);
  });

  it('shows staleness', async () => {
    const late = { now: Date.parse('2026-11-22T00:00:01Z') };
    expect(await read(publisher, undefined, late)).toMatchObject({ ok: true, stale: true });
  });

  it.each<[string, KeyEntry[]]>([
    ['unknown', [entry(sm2Signer('another'))]],
    ['an officer', [entry(publisher, { role: 'officer' })]],
    ['of another authority', [entry(publisher, { authorities: ['x'] })]],
    ['out of its window', [entry(publisher, { notAfter: 20261119 })]],
    ['revoked', [entry(publisher, { revokedAt: 20261120 })]],
  ])('is refused when its signer is %s', async (_, entries) => {
    expect(await read(publisher, entries)).toMatchObject({ error: 'status-key' });
  });

  it('is refused with a bad signature, an older number, and bits that do not fill it', async () => {
    const liar: Signer = { ...publisher, sign: async () => new Uint8Array(64).fill(1) };
    expect(await read(liar)).toMatchObject({ error: 'status-signature' });
    expect(await read(publisher, undefined, { floor: 4 })).toMatchObject({
      error: 'status-rollback',
    });
    const short = new TextDecoder().decode(statusListBody(head, [])).replace('131072', '131068');
    const bytes = await signText(new TextEncoder().encode(short), [publisher]);
    expect(await readStatusList(bytes, { keys: keyRing([entry(publisher)]), now })).toMatchObject({
      error: 'status-schema',
      fields: { at: '/bits' },
    });
  });

  it('may be signed with any algorithm', async () => {
    for (const signer of [ed25519Signer('p'), sm2Signer('p')]) {
      expect(await read(signer, [entry(signer, { role: 'authority' })])).toMatchObject({
        ok: true,
      });
    }
  });
});
