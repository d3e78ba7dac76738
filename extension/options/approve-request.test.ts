import { keyRequest, keyRing, readKeyApproval } from '@chidu/sdk/codes';
import { describe, expect, it } from 'vitest';
import { es256Signer } from '../../tests/conformance/signers.ts';
import {
  type Approver,
  approveRequest,
  type Decision,
  openRequest,
  usualWindow,
} from './approve-request.ts';

const AUTHORITY = '11330106002489123X';
const officer = es256Signer('officer');
const approver: Approver = { signer: es256Signer('approver'), authority: AUTHORITY, officer: 3 };
const NOW = new Date('2026-11-21T02:00:00.500Z');

const request = await keyRequest(
  { authority: AUTHORITY, officer: 17, made: '2026-11-21T01:00:00Z' },
  officer,
);
const read = await openRequest(request);
if (!read.ok) throw new Error(read.error);
const { opened } = read;
const decision: Decision = {
  digits: opened.digits,
  role: 'officer',
  from: '2026-11-28',
  to: '2027-11-27',
};

describe('approving a request', () => {
  it('signs what the trust list of the approver then bears out', async () => {
    const result = await approveRequest(opened, decision, approver, NOW);
    if (!result.ok) return expect.fail(result.fault);
    const ring = keyRing([
      {
        alg: approver.signer.alg,
        spki: approver.signer.spki,
        role: 'approver',
        authorities: [AUTHORITY],
        notBefore: 20260101,
        notAfter: 20261231,
        revokedAt: null,
      },
    ]);
    expect(await readKeyApproval(result.approval, request, ring)).toMatchObject({
      ok: true,
      key: { role: 'officer', notBefore: 20261128, notAfter: 20271127 },
    });
  });

  it.each([
    ['without groups', opened.digits.replaceAll('-', '')],
    ['with spaces around the groups', ` ${opened.digits.replaceAll('-', ' ')} `],
    ['with long dashes', opened.digits.replaceAll('-', '—')],
    [
      'in full width',
      opened.digits.replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0)),
    ],
  ])('takes the digits %s', async (_, digits) => {
    expect(await approveRequest(opened, { ...decision, digits }, approver, NOW)).toMatchObject({
      ok: true,
    });
  });

  const wrong = `${(Number(opened.digits[0]) + 1) % 10}${opened.digits.slice(1)}`;
  it.each<[string, Partial<Decision>]>([
    ['digits', { digits: wrong }],
    ['digits', { digits: opened.digits.slice(0, -1) }],
    ['digits', { digits: '' }],
    ['digits', { digits: `${opened.digits}x` }],
    ['window-text', { to: '' }],
    ['window-text', { from: '2026-11-31' }],
    ['window-past', { from: '2026-11-20' }],
    ['window-order', { to: '2026-11-27' }],
    ['window-long', { to: '2027-11-28' }],
    ['window-long', { from: '2028-02-29', to: '2029-03-01' }],
  ])('refuses with %s: %j', async (fault, change) => {
    expect(await approveRequest(opened, { ...decision, ...change }, approver, NOW)).toEqual({
      ok: false,
      fault,
    });
  });

  it('lets nobody approve a request of their own', async () => {
    expect(
      await approveRequest(opened, decision, { ...approver, signer: officer }, NOW),
    ).toMatchObject({ fault: 'own-key' });
    expect(await approveRequest(opened, decision, { ...approver, officer: 17 }, NOW)).toMatchObject(
      { fault: 'own-number' },
    );
  });

  it('opens nothing but a request signed by its own key', async () => {
    expect(await openRequest(new TextEncoder().encode('not a request'))).toMatchObject({
      error: 'enrol-schema',
    });
    const changed = new TextDecoder().decode(request).replace(/("officer": ?)17/, '$118');
    expect(await openRequest(new TextEncoder().encode(changed))).toMatchObject({
      error: 'enrol-signature',
    });
  });
});

it.each([
  ['2026-11-21', '2026-11-28', '2027-11-27'],
  ['2027-02-22', '2027-03-01', '2028-02-29'],
  ['2028-02-22', '2028-02-29', '2029-02-28'],
])('proposes twelve whole months a week from %s', (today, from, to) => {
  expect(usualWindow(new Date(`${today}T04:00:00Z`))).toEqual({ from, to });
});
