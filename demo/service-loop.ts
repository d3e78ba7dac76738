import type { IssueRequest, Receipt } from '@chidu/sdk/api';
import { openContact, readRecipient, sealContact } from '@chidu/sdk/api/contact';
import { readTrustList } from '@chidu/sdk/codes';
import { hostedTiles, logPolicy, proveGrowth } from '@chidu/sdk/log';
import { penaltyNumber, ruleHash, TIERS } from '@chidu/sdk/rules';
import { logReader, type Verdict, verify } from '@chidu/sdk/verdict';
import { AUTHORITY } from './legacy/cases.ts';
import type { Journey } from './loop.ts';
import type { DemoServer } from './server.ts';

/** Everything that one case left behind on its way through the service. */
export interface ServiceJourney {
  readonly issued: { readonly text: string; readonly codeId: string; readonly index: number };
  readonly verdict: Verdict;
  readonly receipt: Receipt;
  /** Whether the handling officer saw the objection before it was routed. */
  readonly seenBefore: boolean;
  /** What the supervision body read as the contact. */
  readonly contact: string | undefined;
  readonly answer: { readonly result: string; readonly text: string } | null;
  /** `tlog-proof` of every entry of the code. */
  readonly proofs: readonly { readonly kind: string; readonly proof: string }[];
}

const CONTACT = { name: '某某（虚构）', telephone: '000-5550100' };

/**
 * The same case through the service: the officer's signed request, the authority's code, the party's objection, the
 * supervision body's answer, and the proofs; each by whoever does it, over HTTP.
 */
export async function travelThroughService(
  { case: subject, rule, assessment, row }: Journey,
  { url, service }: DemoServer,
  now: () => Date,
): Promise<ServiceJourney> {
  const hash = await ruleHash(rule);
  const request: IssueRequest = {
    format: 'chidu-issue/1',
    authority: AUTHORITY.code,
    caseNumber: row.ajbh,
    document: row.gzswh,
    documentKind: 1,
    rule: hash,
    violation: subject.violation,
    facts: assessment.facts.map(([fact, value]) => [fact, value]),
    factors: assessment.factors.map(([factor, option]) => [factor, option]),
    tier: assessment.tier === null ? 1 : TIERS.indexOf(assessment.tier) + 1,
    ...(assessment.suggestion !== null && { fine: assessment.suggestion }),
    kinds: [penaltyNumber('fine')],
    seen: { points: assessment.points, range: assessment.band },
  };
  const issued = done(await service.client('officer').issueCode({ body: request }));
  const party = service.client('party');
  const list = await acceptedList(url, now);
  const verdict = await verdictOf(issued.text, { url, service }, now);

  const today = now().toISOString().slice(0, 10);
  const sent = done(await party.recipient({ params: { authority: request.authority } }));
  const recipient = await readRecipient(new TextEncoder().encode(sent), {
    keys: list.keys,
    authority: request.authority,
    today,
  });
  if (recipient === null) throw new Error('the recipient of contacts is not signed for');
  const receipt = done(
    await party.object({
      body: {
        format: 'chidu-objection/1',
        code: issued.text,
        disputed: [{ kind: 'factor', factor: request.factors[0]?.[0] ?? 1 }],
        text: '对主观过错的认定有异议，请复核。',
        contact: await sealContact(recipient, CONTACT, issued.codeId),
      },
    }),
  );

  const { number } = receipt;
  const query = { authority: request.authority };
  const seen = await service.client('officer').readObjection({ params: { number }, query });
  const supervisor = service.client('supervisor');
  const file = done(await supervisor.readObjection({ params: { number }, query }));
  const contact =
    file.contact && (await openContact(file.contact, service.recipient, issued.codeId));
  const step = (version: number, name: 'accept' | 'answer', more = {}) =>
    supervisor.stepObjection({
      params: { number },
      body: { format: 'chidu-objection-step/1', ...query, step: name, version, ...more },
    });
  done(await step(0, 'accept'));
  done(await step(1, 'answer', { result: 'not-upheld', text: '经复核，认定有证据支持。' }));

  const view = done(await party.viewCode({ body: { code: issued.text } }));
  const { proofs } = done(await party.proofs({ body: { code: issued.text } }));
  return {
    issued: { text: issued.text, codeId: issued.codeId, index: issued.place.index },
    verdict,
    receipt,
    seenBefore: seen.ok,
    contact: contact?.telephone,
    answer: view.objections[0]?.answer ?? null,
    proofs,
  };
}

/** What anybody finds who checks a code of the service: list, rule, status and log, each fetched over HTTP. */
export async function verdictOf(
  text: string,
  { url, service }: Pick<DemoServer, 'url' | 'service'>,
  now: () => Date,
): Promise<Verdict> {
  const list = await acceptedList(url, now);
  const reader = logReader({
    policyOf: (origin) => logPolicy(list.list, origin),
    loadReceipt: async (codeId) => {
      const receipt = await service.client('party').receipt({ params: { codeId } });
      return receipt.ok ? { bytes: new TextEncoder().encode(receipt.answer), from: url } : null;
    },
    loadGrowth: (origin, from, to) =>
      proveGrowth(
        from,
        to,
        hostedTiles(async (path) => (await bytesAt(`http://${origin}/${path}`))?.bytes ?? null),
      ),
  });
  return verify(text, {
    trust: { keys: list.keys, against: String(list.seq), nextUpdate: list.list.nextUpdate },
    loadRule: (wanted) => bytesAt(`${url}/rules/${wanted}.json`),
    loadStatus: (authority, year) => bytesAt(`${url}/status/${authority}-${year}.txt`),
    ...reader,
    now,
  });
}

async function acceptedList(url: string, now: () => Date) {
  const roots = (await (await fetch(`${url}/roots.json`)).json()) as Parameters<
    typeof readTrustList
  >[1]['roots'];
  const found = await bytesAt(`${url}/trust-list.txt`);
  const list = await readTrustList(found?.bytes ?? new Uint8Array(), {
    roots,
    now: now().getTime(),
  });
  if (!list.ok) throw new Error(`trust list: ${list.error}`);
  return list;
}

async function bytesAt(address: string): Promise<{ bytes: Uint8Array; from: string } | null> {
  const response = await fetch(address);
  if (!response.ok) return null;
  return { bytes: new Uint8Array(await response.arrayBuffer()), from: address };
}

/** What a call answered; the story ends where one is refused. */
export function done<T>(
  called: { ok: true; answer: T } | { ok: false; error: string; at?: string },
): T {
  if (called.ok) return called.answer;
  throw new Error(`${called.error} ${called.at ?? ''}`);
}
