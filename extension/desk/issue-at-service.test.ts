import { type Client, createClient } from '@chidu/sdk/api/client';
import { type KeyEntry, keyRing, signCode, webCryptoSigner } from '@chidu/sdk/codes';
import type { Assessment } from '@chidu/sdk/discretion';
import { expect, it } from 'vitest';
import { checkIssued } from './check-issued.ts';
import { issueAtService, type ServiceIssue } from './issue-at-service.ts';

const issue: ServiceIssue = {
  authority: '11990100MB0A00018B',
  caseNumber: '兰市监案〔2026〕138号',
  document: '兰市监罚告〔2026〕138号',
  documentKind: 1,
  ruleHash: 'ab'.repeat(32),
  violation: 'food-unlicensed-operation',
  assessment: {
    tier: 'ordinary',
    suggestion: 7_000_000,
    points: 36,
    band: { min: 6_500_000, max: 8_500_000 },
    facts: [[1, 1_000_000]],
    factors: [[2, 3, 5]],
  } as unknown as Assessment,
  kinds: ['fine'],
  fine: 7_500_000,
  departure: '当事人积极配合，但数量较大。',
  earlier: null,
};
const ANSWER = { codeId: 'c', checkCode: '0000-0000-0000', text: `1${'0'.repeat(50)}` };

/** A desk whose request ids last, and a service that answers as told. */
function desk(responses: readonly (Response | 'lost')[]) {
  const sent: { readonly id: string; readonly body: string }[] = [];
  let held: { id: string; body: string } | null = null;
  let made = 0;
  const authorized: string[] = [];
  const client: Client = createClient({
    base: 'https://fw.example.gov.cn',
    authorize: async ({ id = '' }) => {
      authorized.push(id);
      return 'Chidu x';
    },
    fetch: async (_, init) => {
      sent.push({ id: authorized.at(-1) ?? '', body: String(init?.body) });
      const response = responses[sent.length - 1];
      if (response === undefined || response === 'lost') throw new TypeError('network');
      return response;
    },
  });
  const forget = async (): Promise<void> => {
    held = null;
  };
  return {
    sent,
    kept: forget,
    ports: {
      client,
      requestId: async (body: string) => {
        if (held?.body !== body) held = { id: `id-${made++}`, body };
        return held.id;
      },
      refused: forget,
    },
  };
}
const json = (status: number, value: object) =>
  new Response(JSON.stringify(value), {
    status,
    headers: { 'content-type': 'application/json' },
  });

it('sends facts and choices without points, what the officer saw, and why the fine departs', async () => {
  const { sent, ports } = desk([json(201, ANSWER)]);
  expect(await issueAtService(issue, ports)).toMatchObject({ ok: true, id: 'c' });
  expect(JSON.parse(sent[0]?.body ?? '')).toMatchObject({
    format: 'chidu-issue/1',
    facts: [[1, 1_000_000]],
    factors: [[2, 3]],
    tier: 4,
    fine: 7_500_000,
    seen: { points: 36, range: { min: 6_500_000, max: 8_500_000 } },
    departure: { suggested: 7_000_000, reason: issue.departure },
  });
});

it('asks again under the same id after an answer that was lost, and under a new one after a refusal', async () => {
  const refusal = json(409, { error: 'live-code' });
  const { sent, ports, kept } = desk([
    'lost',
    json(201, ANSWER),
    json(201, ANSWER),
    refusal,
    json(201, ANSWER),
  ]);
  expect(await issueAtService(issue, ports)).toEqual({ ok: false, error: 'unreachable' });
  expect((await issueAtService(issue, ports)).ok).toBe(true);
  // Killed before the code was kept, the desk gets the same code again.
  expect((await issueAtService(issue, ports)).ok).toBe(true);
  expect(new Set(sent.map((one) => JSON.stringify(one))).size).toBe(1);
  await kept();
  expect((await issueAtService(issue, ports)).ok).toBe(false);
  await issueAtService(issue, ports);
  expect(sent.map(({ id }) => id)).toEqual(['id-0', 'id-0', 'id-0', 'id-1', 'id-2']);
});

it('uses no code from the service that is not under a listed key, or says something else', async () => {
  const pair = await crypto.subtle.generateKey('Ed25519', false, ['sign', 'verify']);
  const signer = await webCryptoSigner(pair);
  const entry: KeyEntry = {
    alg: signer.alg,
    spki: signer.spki,
    authorities: [issue.authority],
    role: 'authority',
    notBefore: 20260101,
    notAfter: 20261231,
    revokedAt: null,
  };
  const signed = async (fine: number) => {
    const code = await signCode(
      {
        authority: issue.authority,
        document: issue.document,
        documentKind: 1,
        issued: 20261122,
        rule: { pack: 'sample', version: '1', hash: new Uint8Array(32) },
        violation: issue.violation,
        tier: 4,
        range: { min: 6_500_000, max: 8_500_000 },
        fine,
        kinds: [3],
      },
      signer,
    );
    return { ok: true as const, id: code.id, checkCode: code.checkCode, text: code.text };
  };
  const keys = keyRing([entry]);
  const good = await signed(7_500_000);
  expect(await checkIssued(good, issue, keys)).toBe(good);
  expect(await checkIssued(await signed(7_600_000), issue, keys)).toEqual({
    ok: false,
    error: 'code-differs',
  });
  expect(await checkIssued(good, { ...issue, document: '另一文号' }, keys)).toMatchObject({
    ok: false,
  });
  expect(await checkIssued(good, issue, keyRing([]))).toEqual({ ok: false, error: 'unknown-key' });
});
