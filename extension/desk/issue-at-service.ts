import type { Client } from '@chidu/sdk/api/client';
import type { Assessment } from '@chidu/sdk/discretion';
import { type PenaltyKind, penaltyNumber, type Tier } from '@chidu/sdk/rules';
import type { IssuedCode } from '../platform/database.ts';

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
  readonly earlier: IssuedCode | null;
}

export interface ServicePorts {
  readonly client: Client;
  /** The request id for a body: the same one until its code is kept or refused, over restarts too. */
  readonly requestId: (body: string) => Promise<string>;
  readonly refused: () => Promise<void>;
}

export type ServiceAnswer =
  | { readonly ok: true; readonly id: string; readonly checkCode: string; readonly text: string }
  | { readonly ok: false; readonly error: string };

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
  { client, requestId, refused }: ServicePorts,
): Promise<ServiceAnswer> {
  const { assessment, fine, departure, earlier } = issue;
  const { tier, suggestion, points, band } = assessment;
  const body = {
    format: 'chidu-issue/1' as const,
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
    ...(earlier && {
      replaces: {
        codeId: earlier.codeId,
        why: 'reissued' as const,
        reason: departure ?? '办案人员重新签发',
      },
    }),
  };
  const called = await client.issueCode({ body, id: await requestId(JSON.stringify(body)) });
  if (!called.ok) {
    // Where no answer came, the act may have been done: the next try must be the same act.
    if (called.status !== null && called.status < 500) await refused();
    return { ok: false, error: called.error };
  }
  const { codeId, checkCode, text } = called.answer;
  return { ok: true, id: codeId, checkCode, text };
}
