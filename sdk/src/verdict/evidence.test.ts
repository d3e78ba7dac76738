import { beforeAll, describe, expect, it } from 'vitest';
import { readTrustList, signText, statusListBody, type TrustRoots } from '../codes/index.ts';
import { canonicalJson } from '../text/index.ts';
import { changedSince, type Evidence, loadersOf, readEvidence, writeEvidence } from './evidence.ts';
import { type SignedCase, signedCase } from './fixtures/signed-case.ts';
import type { Verdict } from './verdict.ts';
import { verify } from './verify.ts';

const MADE = new Date('2026-11-21T03:00:00Z');
const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

/** What any reader does with an evidence file: its own roots, the file's parts. */
async function again(evidence: Evidence, roots: TrustRoots, now = MADE): Promise<Verdict> {
  const { trustList, ...loaders } = loadersOf(evidence);
  const list = await readTrustList(trustList ?? new Uint8Array(), { roots, now: now.getTime() });
  const trust = list.ok
    ? { keys: list.keys, against: 'evidence', nextUpdate: list.list.nextUpdate }
    : ({ keys: null, why: 'trust-refused', against: 'evidence' } as const);
  return verify(evidence.code, { trust, ...loaders, now: () => now });
}

describe('evidence', () => {
  let signed: SignedCase;
  let status: Uint8Array;
  let file: Uint8Array;

  beforeAll(async () => {
    signed = await signedCase({ meta: { statusIndex: 9 } });
    const head = {
      authority: signed.authority,
      period: '2026',
      seq: 1,
      issued: '2026-11-20T00:00:00Z',
      nextUpdate: '2026-12-01T00:00:00Z',
    };
    status = await signText(statusListBody(head, [], 16), [signed.signer]);
    const parts = {
      code: signed.text,
      trustList: signed.list,
      rule: utf8(canonicalJson(signed.rule)),
      statusList: status,
      made: MADE,
    };
    const empty = {
      format: 'chidu-verdict/1',
      steps: [],
      payload: null,
      kid: null,
      codeId: null,
      checkCode: null,
      rule: null,
      replayed: null,
    } as const;
    const first = readEvidence(writeEvidence({ ...parts, verdict: empty })) as Evidence;
    file = writeEvidence({ ...parts, verdict: await again(first, signed.roots) });
  });

  it('holds all that a second check needs, and the check finds the same', async () => {
    const evidence = readEvidence(file) as Evidence;
    const verdict = await again(evidence, signed.roots);
    expect(
      verdict.steps.filter(({ finding }) => finding.state === 'pass').map(({ id }) => id),
    ).toEqual(['trust', 'code', 'key', 'signature', 'rule', 'replay', 'status']);
    expect(changedSince(evidence, verdict)).toEqual([]);
    expect(evidence.found.checkCode).toBe(signed.checkCode);
  });

  it('is not believed under other roots', async () => {
    const stranger = await signedCase();
    const verdict = await again(readEvidence(file) as Evidence, stranger.roots);
    expect(verdict.payload).toBeNull();
    expect(changedSince(readEvidence(file) as Evidence, verdict)).toContainEqual({
      id: 'trust',
      before: 'pass',
      after: 'unknown trust-refused',
    });
  });

  it('cannot pass off another Rule, another code, or findings of its own', async () => {
    const evidence = readEvidence(file) as Evidence;
    const rule = evidence.rule?.replace(/"points":\d+/, '"points":99') ?? null;
    const swapped = await again({ ...evidence, rule }, signed.roots);
    expect(swapped.steps).toContainEqual(
      expect.objectContaining({ id: 'rule', finding: expect.objectContaining({ state: 'fail' }) }),
    );
    const digit = evidence.code.replace(/\d$/, (last) => String((Number(last) + 1) % 10));
    expect((await again({ ...evidence, code: digit }, signed.roots)).payload).toBeNull();
    const boast = { ...evidence, rule: null, found: evidence.found };
    expect(changedSince(boast, await again(boast, signed.roots))).toContainEqual({
      id: 'rule',
      before: 'pass',
      after: 'unknown rule-not-found',
    });
  });

  it('says what grew stale since', async () => {
    const evidence = readEvidence(file) as Evidence;
    const later = await again(evidence, signed.roots, new Date('2027-02-01T00:00:00Z'));
    expect(changedSince(evidence, later).map(({ id, after }) => `${id} ${after}`)).toEqual([
      'trust unknown trust-stale',
      'status unknown status-stale',
    ]);
  });

  it.each([
    ['bytes that are no text', Uint8Array.of(0xff)],
    ['no JSON', utf8('evidence')],
    ['another format', utf8('{"format":"chidu-evidence/2"}')],
    [
      'a member missing',
      utf8(
        '{"format":"chidu-evidence/1","made":"2026-11-21T03:00:00Z","code":"1","found":{"steps":[],"codeId":null,"checkCode":null,"kid":null}}',
      ),
    ],
  ])('is not read from %s', (_, bytes) => {
    expect(readEvidence(bytes)).toBeNull();
  });
});
