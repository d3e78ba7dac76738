import {
  approveKey,
  jsonBody,
  keyRequest,
  type ListedKey,
  type SeenList,
  type Signer,
  signText,
  type TrustList,
  type TrustRoots,
  toHex,
} from '@chidu/sdk/codes';
import { describe, expect, it } from 'vitest';
import { ed25519Signer, es256Signer } from '../../tests/conformance/signers.ts';
import type { Settings } from '../platform/settings.ts';
import { checkList, readRoots } from './check-list.ts';
import { approvalFault, keyState } from './key-state.ts';

const AUTHORITY = '11330106002489123X';
const NOW = '2026-11-21T02:00:00Z';
const officer = es256Signer('officer');
const approver = es256Signer('approver');
const holders = ['甲', '乙', '丙'].map((name) => ({ name, key: ed25519Signer(`root ${name}`) }));
const roots: TrustRoots = {
  format: 'chidu-roots/1',
  quorum: 2,
  seqFloor: 1,
  holders: holders.map(({ name, key }) => ({ name, ed25519: toHex(key.spki), sm2: '00' })),
};
const settings: Settings = {
  language: 'zh',
  authority: { name: '', code: AUTHORITY },
  officer: { name: '', number: '17' },
  portal: 'https://portal.example',
  service: '',
  trustList: '',
  roots: { pinned: roots, sha256: 'a1' },
  adaptersOff: [],
};
const listed = ({ alg, spki }: Signer, change: Partial<ListedKey>): ListedKey => ({
  alg,
  spki: toHex(spki),
  role: 'officer',
  authorities: [AUTHORITY],
  notBefore: 20260101,
  notAfter: 20271231,
  revokedAt: null,
  reason: null,
  ...change,
});
const approverKey = listed(approver, { role: 'approver' });

const request = Uint8Array.from(
  await keyRequest({ authority: AUTHORITY, officer: 17, made: '2026-11-21T01:00:00Z' }, officer),
);
const granted = { role: 'officer', notBefore: 20261128, notAfter: 20271127, approved: NOW };
const approval = Uint8Array.from(await approveKey(request, granted, approver));
const spki = Uint8Array.from(officer.spki);

/** Checks a list with these keys as the page does; `signed` of the holders have signed it. */
async function checked(
  keys: readonly ListedKey[],
  change: { settings?: Partial<Settings>; seq?: number; signed?: number; seen?: SeenList } = {},
) {
  const list: TrustList = {
    format: 'chidu-trust-list/1',
    seq: change.seq ?? 7,
    issued: '2026-11-20T00:00:00Z',
    nextUpdate: '2026-12-04T00:00:00Z',
    authorities: [
      { code: AUTHORITY, name: '', region: '330106', parent: null, hosts: [], channels: [] },
    ],
    keys,
    packs: [],
    logs: [],
    witnesses: [],
    witnessQuorum: 0,
  };
  const signers = holders.slice(0, change.signed ?? 2).map(({ key }) => key);
  const bytes = Uint8Array.from(await signText(jsonBody(list), signers));
  const asked: string[] = [];
  const result = await checkList(
    { ...settings, ...change.settings },
    {
      allowed: async (origins) => origins[0] !== 'https://closed.example/*',
      fetch: async (address) => {
        asked.push(String(address));
        return new Response(bytes, { status: String(address).endsWith('.txt') ? 200 : 404 });
      },
      memory: () => ({ read: async () => change.seen ?? null, write: async () => undefined }),
      now: () => new Date(NOW),
    },
  );
  return { result, asked };
}

describe('the state of a key', () => {
  it.each([
    ['none', null, []],
    ['requested', { spki, request }, [approverKey]],
    ['approved', { spki, request, approval }, [approverKey]],
    ['listed', { spki, request, approval }, [approverKey, listed(officer, {})]],
    ['listed', { spki, request }, [listed(officer, {})]],
    ['revoked', { spki, request }, [listed(officer, { revokedAt: 20261120, reason: 'lost' })]],
  ] as const)('is %s', async (state, key, keys) => {
    const { result } = await checked(keys);
    const found = await keyState(key, result);
    expect(found.state).toBe(state);
    if (state !== 'none') expect(found).toMatchObject({ seq: 7 });
  });

  it('counts no approval of somebody who is not listed as an approver', async () => {
    const { result } = await checked([listed(approver, {})]);
    expect(await keyState({ spki, request, approval }, result)).toMatchObject({
      state: 'requested',
      fault: 'enrol-approver',
    });
    expect(await approvalFault(approval, request, result)).toBe('enrol-approver');
  });

  it.each([
    ['no-portal', { settings: { portal: '' } }, false],
    ['no-roots', { settings: { roots: null } }, false],
    ['not-allowed', { settings: { portal: 'https://closed.example' } }, false],
    ['unreachable', { settings: { trustList: 'https://portal.example/gone' } }, true],
    ['trust-quorum', { signed: 1 }, true],
    ['trust-rollback', { seen: { seq: 8, hash: '' } }, true],
  ] as const)('is not known where the list is: %s', async (why, change, asks) => {
    const { result, asked } = await checked([listed(officer, {})], change);
    expect(asked.length).toBe(asks ? 1 : 0);
    expect(await keyState({ spki, request, approval }, result)).toEqual({
      state: 'unchecked',
      why,
      approval: true,
    });
  });
});

describe('an approval that is brought back', () => {
  it('is kept without a list when it answers the request, and only then', async () => {
    const { result } = await checked([], { settings: { roots: null } });
    expect(await approvalFault(approval, request, result)).toBeNull();
    const other = await keyRequest(
      { authority: AUTHORITY, officer: 18, made: '2026-11-21T01:00:00Z' },
      officer,
    );
    expect(await approvalFault(approval, other, result)).toBe('enrol-request');
    expect(await approvalFault(new Uint8Array(), request, result)).toBe('enrol-schema');
  });

  it('is refused when its signature is not that of the listed approver', async () => {
    const { result } = await checked([approverKey]);
    const forged = await approveKey(request, granted, {
      ...approver,
      sign: (message) => es256Signer('x').sign(message),
    });
    expect(await approvalFault(forged, request, result)).toBe('enrol-signature');
    expect(await approvalFault(approval, request, result)).toBeNull();
  });
});

it('takes roots only with a quorum that their holders can reach', () => {
  expect(readRoots(JSON.stringify(roots))).toEqual(roots);
  for (const text of [
    '',
    '[]',
    JSON.stringify({ ...roots, quorum: 1 }),
    JSON.stringify({ ...roots, quorum: 4 }),
  ])
    expect(readRoots(text)).toBeNull();
});
