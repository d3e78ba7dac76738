import type { IssueRequest } from '../../api/index.ts';
import { type CodePayload, fromHex } from '../../codes/index.ts';
import type { Assessment } from '../../discretion/index.ts';
import { ChiduError } from '../../errors.ts';
import type { Rule } from '../../rules/index.ts';
import { dayNumber } from '../../text/index.ts';
import { replayRule } from '../../verdict/index.ts';

/** What the facts of a request come to, by the service's own arithmetic. */
export interface WorkedOut {
  /** Labels 4 to 13, 24 and 25 of the code; the rest is the document's. */
  readonly payload: CodePayload;
  readonly assessment: Assessment;
}

/**
 * Works a request out again from its facts and chosen options. Points, range and tier are the service's own; where the
 * desk showed anything else, nothing is issued.
 *
 * @throws {ChiduError} `replay-differs` with what differs, `departure-unexplained`.
 */
export function workOut(request: IssueRequest, rule: Rule, issued: string): WorkedOut {
  const factors = request.factors.map(([number, optionNumber]) => {
    const factor = rule.benchmark.factors.find((one) => one.number === number);
    const option = factor?.options.find((one) => one.number === optionNumber);
    if (option === undefined) throw differs('replay-factors', { factor: number });
    return [number, optionNumber, option.points] as const;
  });
  const { points, range } = request.seen;
  const payload: CodePayload = {
    authority: request.authority,
    document: request.document.normalize('NFC'),
    issued: dayNumber(issued),
    rule: {
      pack: rule.pack.id,
      version: rule.pack.version,
      hash: fromHex(request.rule) as Uint8Array,
    },
    violation: request.violation,
    ...(factors.length > 0 && { factors }),
    ...(points !== null && { points }),
    tier: request.tier,
    ...(request.fine !== undefined && range !== null && { range }),
    ...(request.fine !== undefined && { fine: request.fine }),
    ...(request.kinds !== undefined && { kinds: [...request.kinds].sort((a, b) => a - b) }),
    ...(request.facts.length > 0 && { facts: request.facts }),
    documentKind: request.documentKind,
  };
  const { finding, ruleFinding, assessment } = replayRule(payload, rule);
  for (const { state, ...why } of [ruleFinding, finding]) {
    if (state === 'pass') continue;
    const { code, fields } = why as { code: string; fields?: Record<string, unknown> };
    throw differs(code, fields ?? {});
  }
  if (assessment === null) throw differs('replay-undecided', {});
  // The replay takes absent points and a range without a fine as nothing said: here both have been seen or not.
  if (assessment.points !== points) {
    throw differs('replay-points', { seen: points, replayed: assessment.points });
  }
  explained(request, assessment);
  return { payload, assessment };
}

/** A fine that is not the suggestion carries the reason why (行政处罚法 5: proportionate, and on the record). */
function explained({ fine, departure }: IssueRequest, { suggestion }: Assessment): void {
  if (suggestion === null || fine === suggestion) return;
  if (departure === undefined || departure.suggested !== suggestion) {
    throw new ChiduError('departure-unexplained', 'the fine is not the suggestion', {
      at: '/departure',
      fields: { suggested: suggestion },
    });
  }
}

const differs = (step: string, fields: Record<string, unknown>): ChiduError =>
  new ChiduError('replay-differs', 'the service comes to something else from these facts', {
    at: step,
    fields,
  });
