import type { CaseHistory, Happened } from '../events/case-history.ts';

/**
 * A case as it was known at the end of a day: entries after it are not there. Null where nothing was. With it a rule is tried on
 * the past as it would have worked then.
 */
export function knownOn(history: CaseHistory, day: string): CaseHistory | null {
  const then = (one: Happened) => one.day <= day;
  const codes = history.codes.filter(then).map((code) => ({
    ...code,
    firstViewed: code.firstViewed && then(code.firstViewed) ? code.firstViewed : null,
    ended: code.ended && then(code.ended) ? code.ended : null,
    decided: code.decided && then(code.decided) ? code.decided : null,
  }));
  const stages = history.stages.filter(then);
  const changes = history.changes.filter(then);
  const remedies = history.remedies.filter(then);
  const objections = history.objections.filter(then).map((objection) => {
    const steps = objection.steps.filter(then);
    return {
      ...objection,
      steps,
      escalations: objection.escalations.filter(then),
      state: steps.findLast(({ data }) => data)?.data?.state ?? 'received',
      result: steps.findLast(({ data }) => data?.result)?.data?.result ?? null,
    };
  });
  const nothing = [codes, stages, changes, remedies, objections].every((list) => list.length === 0);
  return nothing ? null : { ...history, codes, stages, changes, remedies, objections };
}
