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
  listItems: [],
  replaces: null,
};
const ANSWER = { codeId: 'c', checkCode: '0000-0000-0000', text: `1${'0'.repeat(50)}` };

/** A desk whose request ids last, and a service that answers as told. */
function desk(responses: readonly (Response | 'lost')[]) {
  const sent: { readonly id: string; readonly body: string }[] = [];
  let held: { id: string; body: string }[] = [];
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
  const settled = async (ids: readonly string[]): Promise<void> => {
    held = held.filter(({ id }) => !ids.includes(id));
  };
  return {
    sent,
    settled,
    ports: {
      client,
      requestId: async (body: string) => {
        const known = held.find((one) => one.body === body);
        if (known) return known.id;
        const id = `id-${made++}`;
        held.push({ id, body });
        return id;
      },
      unanswered: async () => held,
      settled,
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
  const { sent, ports, settled } = desk([
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
  await settled(['id-0']);
  expect((await issueAtService(issue, ports)).ok).toBe(false);
  await issueAtService(issue, ports);
  expect(sent.map(({ id }) => id)).toEqual(['id-0', 'id-0', 'id-0', 'id-1', 'id-2']);
});

const liveCode = (codeId: string) => json(409, { error: 'live-code', fields: { codeId } });
const changed: ServiceIssue = { ...issue, fine: 8_000_000 };

it('takes in the code of a lost answer when the officer has changed the decision meanwhile', async () => {
  const { sent, ports } = desk([
    'lost',
    liveCode('c'),
    json(201, ANSWER),
    json(201, { ...ANSWER, codeId: 'd' }),
  ]);
  await issueAtService(issue, ports);
  const answer = await issueAtService(changed, ports);
  expect(answer).toMatchObject({
    error: 'issued-before',
    before: {
      code: { id: 'c', answers: ['id-0'] },
      issue: { fine: 7_500_000, departure: issue.departure, suggested: 7_000_000 },
    },
  });
  // The old act under its old id, byte for byte: the service does not do it again.
  expect(sent[2]).toEqual(sent[0]);
  const { ok: _, before } = answer as Extract<typeof answer, { ok: false }>;
  await ports.settled(before?.code.answers ?? []);
  const replaces = { codeId: 'c', why: 'reissued' as const, reason: '办案人员重新签发' };
  expect(await issueAtService({ ...changed, replaces }, ports)).toMatchObject({
    ok: true,
    id: 'd',
  });
  expect(await ports.unanswered()).toHaveLength(1);
});

it('takes no code that is not the one of its own lost request', async () => {
  const { ports } = desk(['lost', liveCode('theirs'), liveCode('theirs')]);
  await issueAtService(issue, ports);
  expect(await issueAtService(changed, ports)).toEqual({
    ok: false,
    error: 'live-code',
    live: 'theirs',
  });
  // Nor does it ask on behalf of another case.
  const other = desk(['lost', liveCode('theirs')]);
  await issueAtService({ ...issue, caseNumber: '兰市监案〔2026〕1号' }, other.ports);
  expect(await issueAtService(changed, other.ports)).toMatchObject({ live: 'theirs' });
  expect(other.sent).toHaveLength(2);
});

it('says that a case was handed over, and which list items applied', async () => {
  const { sent, ports } = desk([json(201, ANSWER)]);
  const replaces = { codeId: 'theirs', why: 'handed-over' as const, reason: '原承办人调离' };
  await issueAtService({ ...issue, replaces, listItems: ['lists/3'] }, ports);
  expect(JSON.parse(sent[0]?.body ?? '')).toMatchObject({ replaces, listItems: ['lists/3'] });
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
    return {
      ok: true as const,
      id: code.id,
      checkCode: code.checkCode,
      text: code.text,
      answers: [],
    };
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
