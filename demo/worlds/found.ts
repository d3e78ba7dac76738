import type { CaseHistory } from '@chidu/sdk/oversight';
import { disputesOf, hotPoints, pointId } from '@chidu/sdk/oversight/advice';
import { alertsOf, handlerBias } from '@chidu/sdk/oversight/alerts';
import type { Truth } from './habits.ts';

/** What a search named, by kind, in the words of `Truth`. */
export type Found = ReadonlyMap<string, ReadonlySet<string>>;

/** Everything that oversight says of cases and officers. An early warning is none of it: nothing has been missed yet. */
export function search(cases: readonly CaseHistory[], today: string): Found {
  const found = new Map<string, Set<string>>();
  const name = (kind: string, id: string): void => {
    found.set(kind, (found.get(kind) ?? new Set()).add(id));
  };
  for (const { rule, warning, case: id } of alertsOf(cases, { today }))
    if (!warning) name(rule, id);
  for (const { group } of handlerBias(cases).findings) name('biased-handler', group);
  for (const { dispute } of hotPoints(disputesOf(cases)).hot) {
    name('hot-point', pointId(dispute.point));
  }
  return found;
}

export interface Score {
  readonly kind: string;
  readonly planted: number;
  readonly found: number;
  /** Named and neither planted nor tolerated. */
  readonly wrong: readonly string[];
}

/** What was found against what was planted, for every kind of either. */
export function score({ planted, tolerated }: Truth, found: Found): Score[] {
  const none: ReadonlySet<string> = new Set();
  return [...new Set([...planted.keys(), ...found.keys()])].sort().map((kind) => {
    const [must, may] = [planted.get(kind) ?? none, tolerated.get(kind) ?? none];
    const named = found.get(kind) ?? none;
    return {
      kind,
      planted: must.size,
      found: [...must].filter((id) => named.has(id)).length,
      wrong: [...named].filter((id) => !must.has(id) && !may.has(id)),
    };
  });
}
