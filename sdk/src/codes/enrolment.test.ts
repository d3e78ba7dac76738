import { describe, expect, it } from 'vitest';
import { ed25519Signer, es256Signer } from '../../../tests/conformance/signers.ts';
import {
  approveKey,
  keyRequest,
  readKeyApproval,
  readKeyRequest,
  requestDigits,
} from './enrolment.ts';
import { type KeyEntry, keyRing } from './key.ts';
import type { Signer } from './sign.ts';

const AUTHORITY = '11330106002489123X';
const officer = es256Signer('officer');
const approver = ed25519Signer('approver');
const asked = { authority: AUTHORITY, officer: 17, made: '2026-11-21T01:00:00Z' };
const granted = {
  role: 'officer',
  notBefore: 20261128,
  notAfter: 20271127,
  approved: '2026-11-21T02:00:00Z',
};
const ring = (change: Partial<KeyEntry> = {}, signer: Signer = approver) =>
  keyRing([
    {
      alg: signer.alg,
      spki: signer.spki,
      role: 'approver',
      authorities: [AUTHORITY],
      notBefore: 20260101,
      notAfter: 20261231,
      revokedAt: null,
      ...change,
    },
  ]);

describe('enrolment of an officer key', () => {
  it('goes from request over digits to a listed key', async () => {
    const request = await keyRequest(asked, officer);
    expect(await readKeyRequest(request)).toMatchObject({ ok: true, request: asked });
    expect(await requestDigits(request)).toMatch(/^\d{4}-\d{4}-\d{4}$/);
    const approval = await approveKey(request, granted, approver);
    expect(await readKeyApproval(approval, request, ring())).toEqual({
      ok: true,
      key: {
        alg: -7,
        spki: Buffer.from(officer.spki).toString('hex'),
        role: 'officer',
        authorities: [AUTHORITY],
        notBefore: 20261128,
        notAfter: 20271127,
        revokedAt: null,
        reason: null,
      },
    });
  });

  it('shows other digits for every other request, and the same again for the same', async () => {
    const digits = await Promise.all(
      [asked, asked, { ...asked, officer: 18 }].map(async (fields) =>
        requestDigits(await keyRequest(fields, officer)),
      ),
    );
    expect(digits[0]).toBe(digits[1]);
    expect(digits[0]).not.toBe(digits[2]);
  });

  it('refuses a request not signed by its own key', async () => {
    const forged = await keyRequest(asked, {
      ...officer,
      sign: (message) => es256Signer('x').sign(message),
    });
    expect(await readKeyRequest(forged)).toMatchObject({ error: 'enrol-signature' });
    expect(await readKeyRequest(new Uint8Array())).toMatchObject({ error: 'enrol-schema' });
  });

  it('refuses an approval of another request', async () => {
    const other = await keyRequest({ ...asked, officer: 18 }, officer);
    const approval = await approveKey(other, granted, approver);
    const request = await keyRequest(asked, officer);
    expect(await readKeyApproval(approval, request, ring())).toMatchObject({
      error: 'enrol-request',
    });
  });

  it.each<[string, Partial<KeyEntry>]>([
    ['another role', { role: 'officer' }],
    ['another authority', { authorities: ['x'] }],
    ['a revoked key', { revokedAt: 20261101 }],
    ['a window that is over', { notAfter: 20261120 }],
  ])('refuses an approver with %s', async (_, change) => {
    const request = await keyRequest(asked, officer);
    const approval = await approveKey(request, granted, approver);
    expect(await readKeyApproval(approval, request, ring(change))).toMatchObject({
      error: 'enrol-approver',
    });
  });

  it('needs a second person: a key cannot approve itself', async () => {
    const request = await keyRequest(asked, officer);
    const approval = await approveKey(request, granted, officer);
    expect(await readKeyApproval(approval, request, ring({}, officer))).toMatchObject({
      error: 'enrol-approver',
    });
  });

  it('refuses an approval whose signature is not good', async () => {
    const request = await keyRequest(asked, officer);
    const approval = await approveKey(request, granted, {
      ...approver,
      sign: (message) => ed25519Signer('x').sign(message),
    });
    expect(await readKeyApproval(approval, request, ring())).toMatchObject({
      error: 'enrol-signature',
    });
  });
});
