import type { IssueRequest } from '@chidu/sdk/api';
import type { Client } from '@chidu/sdk/api/client';
import type { Assessment } from '@chidu/sdk/discretion';
import { type PenaltyKind, penaltyNumber, type Tier } from '@chidu/sdk/rules';
import type { Issuing } from '../platform/issuing.ts';

export interface ServiceIssue {
  readonly authority: string;
  readonly caseNumber: string;
  readonly document: string;
  readonly documentKind: 1 | 2 | 3 | 4;
  readonly ruleHash: string;
  readonly violation: string;
  readonly assessment: Assessment;
  readonly kinds: readonly PenaltyKind[];
  readonly fine: number | undefined;
  readonly departure: string | null;
  readonly replaces: Replaces | null;
  /** Items of the four lists that apply, `pack/number`. */
  readonly listItems: readonly string[];
}

/** The live code whose place the new one takes; `handed-over` where a colleague issued it. */
export interface Replaces {
  readonly codeId: string;
  readonly why: 'reissued' | 'handed-over';
  readonly reason: string;
}

export interface ServicePorts {
  readonly client: Client;
  /** The request id for a body: the same one until its code is kept or refused, over restarts too. */
  readonly requestId: (body: string) => Promise<string>;
  /** Requests whose answers have not arrived. */
  readonly unanswered: () => Promise<readonly Issuing[]>;
  readonly settled: (ids: readonly string[]) => Promise<void>;
}

/** What a code must say that came from the service. */
export type Expected = Pick<IssueRequest, 'authority' | 'document' | 'documentKind'> &
  Pick<ServiceIssue, 'fine'>;

export interface ServiceCode {
  readonly ok: true;
  readonly id: string;
  readonly checkCode: string;
  readonly text: string;
  /** The requests that this answers; to be settled when the code is kept. */
  readonly answers: readonly string[];
}

export interface ServiceRefusal {
  readonly ok: false;
  readonly error: string;
  /** With `live-code`: the id of the live code, which this machine does not know. */
  readonly live?: string;
  /** With `issued-before`: what was done at an earlier request of this machine, whose answer was lost. */
  readonly before?: {
    readonly code: ServiceCode;
    readonly issue: Expected &
      Pick<ServiceIssue, 'departure'> & { readonly suggested: number | null };
  };
}
export type ServiceAnswer = ServiceCode | ServiceRefusal;

/** Labels of the tiers in a code: formats/supervision-code.md, label 9. */
const TIER_NUMBER: Readonly<Record<Tier, number>> = {
  waive: 1,
  mitigate: 2,
  lighten: 3,
  ordinary: 4,
  aggravate: 5,
};

/**
 * Asks the service for the code: it works everything out again from the facts and refuses where its result is not the one that
 * the officer saw. Sent twice, after an answer that was lost, it is one code.
 */
export async function issueAtService(
  issue: ServiceIssue,
  ports: ServicePorts,
): Promise<ServiceAnswer> {
  const { client, requestId, settled, unanswered } = ports;
  const { assessment, fine, departure, replaces, listItems } = issue;
  const { tier, suggestion, points, band } = assessment;
  const body: IssueRequest = {
    format: 'chidu-issue/1',
    authority: issue.authority,
    caseNumber: issue.caseNumber,
    document: issue.document,
    documentKind: issue.documentKind,
    rule: issue.ruleHash,
    violation: issue.violation,
    facts: assessment.facts.map(([fact, value]): [number, number] => [fact, value]),
    factors: assessment.factors.map(([factor, option]): [number, number] => [factor, option]),
    tier: tier === null ? TIER_NUMBER.waive : TIER_NUMBER[tier],
    ...(fine !== undefined && { fine }),
    ...(issue.kinds.length > 0 && { kinds: issue.kinds.map((kind) => penaltyNumber(kind)) }),
    seen: { points, range: band },
    ...(departure !== null &&
      suggestion !== null && { departure: { suggested: suggestion, reason: departure } }),
    ...(listItems.length > 0 && { listItems: [...listItems] }),
    ...(replaces && { replaces }),
  };
  const text = JSON.stringify(body);
  const id = await requestId(text);
  const called = await client.issueCode({ body, id });
  if (called.ok) {
    // Of this case and paper there was no live code, so nothing that was asked before has been done.
    const others = (await unanswered()).filter((one) => isOfSame(read(one), body));
    return codeOf(called.answer, [id, ...others.map((one) => one.id)]);
  }
  // Where no answer came, the act may have been done: the next try must be the same act.
  if (called.status !== null && called.status < 500) await settled([id]);
  const live = called.fields?.codeId;
  if (called.error !== 'live-code' || typeof live !== 'string')
    return { ok: false, error: called.error };
  return (await lostAnswer(live, body, ports)) ?? { ok: false, error: 'live-code', live };
}

/** Is the live code one that this machine asked for, and never heard of? Asked again under its own id it is the same act. */
async function lostAnswer(
  live: string,
  body: IssueRequest,
  { client, unanswered }: ServicePorts,
): Promise<ServiceAnswer | null> {
  for (const one of await unanswered()) {
    const asked = read(one);
    if (!isOfSame(asked, body)) continue;
    const called = await client.issueCode({ body: asked, id: one.id });
    if (!called.ok || called.answer.codeId !== live) continue;
    const { authority, document, documentKind, fine, departure } = asked;
    return {
      ok: false,
      error: 'issued-before',
      before: {
        code: codeOf(called.answer, [one.id]),
        issue: {
          authority,
          document,
          documentKind,
          fine,
          departure: departure?.reason ?? null,
          suggested: departure?.suggested ?? null,
        },
      },
    };
  }
  return null;
}

const codeOf = (
  { codeId, checkCode, text }: { codeId: string; checkCode: string; text: string },
  answers: readonly string[],
): ServiceCode => ({ ok: true, id: codeId, checkCode, text, answers });

const read = ({ body }: Issuing): IssueRequest => JSON.parse(body) as IssueRequest;

/** A case has one live code before the decision (kinds 1 and 2) and one after it. */
const isOfSame = (a: IssueRequest, b: IssueRequest): boolean =>
  a.authority === b.authority &&
  a.caseNumber === b.caseNumber &&
  a.documentKind <= 2 === b.documentKind <= 2;
