import type { Docket, HistoryEvent } from '../docket/docket.ts';
import type { StepId } from '../docket/steps.ts';
import type { Outgoing } from './outgoing.ts';

/** Our steps by the service's names (`CASE_STAGES`); a service of the notice is no stage there. */
const STAGE: Readonly<Partial<Record<StepId, string>>> = {
  filed: 'filed',
  investigated: 'evidence',
  reviewed: 'review',
  noticed: 'noticed',
  decided: 'decided',
  served: 'served',
  paid: 'executed',
  closed: 'closed',
};

/** What of a case's news the service is told: steps reached, papers changed. Nothing else leaves the machine. */
export function outgoingOf(
  news: readonly HistoryEvent[],
  { caseNumber, papers }: Docket,
  at: { readonly authority: string; readonly now: string; readonly newId: () => string },
): Outgoing[] {
  const { authority, now, newId } = at;
  const wrap = (kind: Outgoing['kind'], body: Outgoing['body']): Outgoing => ({
    id: newId(),
    kind,
    body: { format: `chidu-${kind}/1`, authority, caseNumber, ...body, seen: now },
    madeAt: now,
    tries: 0,
    fault: null,
    refused: false,
    notBefore: now,
  });
  return news.flatMap((event) => {
    if (event.event === 'step') {
      const stage = STAGE[event.step];
      return stage ? [wrap('stage', { stage, on: event.day, source: event.step })] : [];
    }
    if (event.event !== 'paper-changed') return [];
    const codeId = papers[event.document]?.bound?.codeId;
    return [
      wrap('page', {
        ...(codeId && { codeId }),
        part: event.document,
        before: event.was,
        after: event.is,
      }),
    ];
  });
}
