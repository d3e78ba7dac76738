import type { Observation } from '../../discretion/deviation/index.ts';
import type { CaseHistory, CodeHistory, Happened } from '../events/case-history.ts';
import type { IssuedData } from '../events/event-data.ts';

/** One case as it is compared with like cases. */
export interface Decided {
  readonly history: CaseHistory;
  readonly code: CodeHistory;
  readonly issued: IssuedData;
  /** Fen. */
  readonly fine: number;
  readonly suggestion: number;
  /** The entry that set the fine. */
  readonly at: Happened;
}

/** 不予 and 减轻 are set by a person: there is nothing to compare them with. */
const COMPARABLE = new Set([3, 4, 5]);

/** The fine that stands in a case, beside the suggestion for it; null where there is none to compare. */
export function decidedOf(history: CaseHistory): Decided | null {
  const code = history.codes.findLast(({ issued, ended }) => issued !== null && ended === null);
  const issued = code?.issued;
  if (!code || !issued || issued.suggestion === null) return null;
  const { suggestion } = issued;
  const data = code.decided?.data;
  const fine = data ? data.fine : issued.fine;
  const tier = data ? data.tier : issued.tier;
  if (!fine || suggestion === 0 || !COMPARABLE.has(tier)) return null;
  return { history, code, issued, fine, suggestion, at: code.decided ?? code };
}

/** Facts (amounts on a log scale), options and tier: what like cases of one violation share. No name, no office. */
export function observationOf({ history, issued, fine, suggestion }: Decided): Observation {
  const features: Record<string, number | string> = { tier: `t${issued.tier}` };
  for (const [number, value] of issued.facts) features[`fact ${number}`] = Math.log1p(value);
  for (const [factor, option] of issued.factors) features[`factor ${factor}`] = `o${option}`;
  return { id: history.id, decided: fine, suggested: suggestion, features };
}
