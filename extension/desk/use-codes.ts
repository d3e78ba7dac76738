import { useEffect, useState } from 'preact/hooks';
import { codesOfCase, currentCode, type IssuedCode, recordCode } from '../platform/database.ts';
import { appendHistory } from '../platform/docket-store.ts';
import { allIssuing, issuingId, issuingSettled } from '../platform/issuing.ts';
import { send } from '../platform/messages.ts';
import { hasHosts } from '../platform/permissions.ts';
import type { Settings } from '../platform/settings.ts';
import { trustMemory } from '../platform/trust-memory.ts';
import type { Said } from './codes-section.tsx';
import type { ServiceAnswer, ServiceIssue } from './issue-at-service.ts';
import type { Issued, IssueRequest } from './issue-code.ts';
import type { Readings } from './use-desk.ts';

/** The codes of a case, what was last done with one, and the acts that make and move them. */
export function useCodes(caseNumber: string, settings: Settings, reread: () => Promise<Readings>) {
  const [codes, setCodes] = useState<readonly IssuedCode[]>([]);
  const [said, setSaid] = useState<Said | null>(null);
  useEffect(() => {
    setCodes([]);
    if (caseNumber) void codesOfCase(caseNumber).then(setCodes);
  }, [caseNumber]);
  const order = async ({ codeId }: IssuedCode, act: 'place' | 'remove'): Promise<void> =>
    setSaid({ codeId, act, results: await send(`notice/${act}`, { codeId }) });
  const sign = async (request: IssueRequest): Promise<Issued> => {
    // Signing and drawing come when they are needed: most openings of the panel sign nothing.
    const [{ issueCode }, { officerSigner }] = await Promise.all([
      import('./issue-code.ts'),
      import('./officer-key.ts'),
    ]);
    const issued = await issueCode(request, {
      reread,
      signer: officerSigner,
      service: settings.service === '' ? null : await servicePort(settings),
      current: currentCode,
      // A code that the service has made is asked for under the same id until it is kept here.
      record: async (code, answers) => {
        await recordCode(code);
        await issuingSettled(answers);
      },
      now: () => new Date(),
    });
    const kept = issued.ok ? issued.code : 'code' in issued.refusal ? issued.refusal.code : null;
    if (!kept) return issued;
    const { codeId, document, fine, departure, issuedAt } = kept;
    await appendHistory(caseNumber, issuedAt, {
      event: 'issued',
      codeId,
      document,
      fine,
      departs: departure !== null,
    });
    // An open notice must not keep the code that has just been replaced.
    for (const old of codes)
      if (!old.supersededBy && old.document === document) {
        await order(old, 'remove');
        await appendHistory(caseNumber, issuedAt, {
          event: 'superseded',
          codeId: old.codeId,
          by: codeId,
        });
      }
    await order(kept, 'place');
    setCodes(await codesOfCase(caseNumber));
    return issued;
  };
  return { codes, said, order, sign };
}

/** The service, and the check of what comes from it: a code that is not the authority's or says another fine is not printed. */
async function servicePort(
  settings: Settings,
): Promise<(issue: ServiceIssue) => Promise<ServiceAnswer>> {
  const [{ issueAtService }, { service }, { checkList }, { checkIssued }] = await Promise.all([
    import('./issue-at-service.ts'),
    import('../platform/service.ts'),
    import('../options/check-list.ts'),
    import('./check-issued.ts'),
  ]);
  return async (issue) => {
    const checked = await checkList(settings, {
      allowed: hasHosts,
      fetch: (...asked: Parameters<typeof fetch>) => fetch(...asked),
      memory: trustMemory,
      now: () => new Date(),
    });
    if (!checked.ok) return { ok: false, error: checked.why };
    const client = await service();
    if (!client) return { ok: false, error: 'no-key' };
    const answer = await issueAtService(issue, {
      client,
      requestId: issuingId,
      unanswered: allIssuing,
      settled: issuingSettled,
    });
    if (answer.ok) return checkIssued(answer, issue, checked.accepted.keys);
    const { before } = answer;
    if (!before) return answer;
    const found = await checkIssued(before.code, before.issue, checked.accepted.keys);
    return found.ok ? answer : found;
  };
}
