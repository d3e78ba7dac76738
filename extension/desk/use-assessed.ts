import type { Assessment } from '@chidu/sdk/discretion';
import { type Rule, ruleHash } from '@chidu/sdk/rules';
import { useEffect } from 'preact/hooks';
import { appendHistory, historyOf } from '../platform/docket-store.ts';

/** So that answers given one after the other are one entry. */
const REST_MS = 2000;

/** Puts each result that was reached and stood for a moment into the history of its case. */
export function useAssessed(
  caseNumber: string,
  assessment: Assessment | null,
  rule: Rule | null,
): void {
  const { outcome, suggestion } = assessment ?? {};
  useEffect(() => {
    if (caseNumber === '' || !rule || outcome === undefined || outcome === 'undecided') return;
    const timer = setTimeout(() => void note(), REST_MS);
    const note = async (): Promise<void> => {
      const what = {
        event: 'assessed',
        outcome,
        suggestion: suggestion ?? null,
        ruleHash: await ruleHash(rule),
      } as const;
      const before = (await historyOf(caseNumber)).findLast(
        (entry) => entry.what.event === 'assessed',
      );
      if (JSON.stringify(before?.what) !== JSON.stringify(what))
        await appendHistory(caseNumber, new Date().toISOString(), what);
    };
    return () => clearTimeout(timer);
  }, [caseNumber, rule, outcome, suggestion]);
}
