import type { CaseHistory } from '../events/case-history.ts';
import { STAGES } from '../stages.ts';

/** How many cases of an authority got past a stage, and how many of these show it. */
export interface StageShown {
  readonly past: number;
  readonly shown: number;
}

/**
 * Which stages the desks of an authority get to see at all: authority → stage → counts. What no page shows is absent from
 * every case, and then its absence says nothing of any.
 */
export type Shown = ReadonlyMap<string, ReadonlyMap<string, StageShown>>;

/** Counted over all cases that are at hand. Linear; plain Maps, so that a worker may be handed it. */
export function shownBy(histories: readonly CaseHistory[]): Shown {
  const all = new Map<string, Map<string, { past: number; shown: number }>>();
  for (const { authority, stages, codes } of histories) {
    const own = all.get(authority) ?? new Map<string, { past: number; shown: number }>();
    all.set(authority, own);
    const seen = new Set(stages.map(({ stage }) => stage));
    if (codes.some(({ decided }) => decided !== null)) seen.add('decided');
    const furthest = STAGES.findLastIndex((stage) => seen.has(stage));
    for (const stage of new Set([...seen, ...STAGES.slice(0, furthest + 1)])) {
      const counts = own.get(stage) ?? { past: 0, shown: 0 };
      own.set(stage, counts);
      counts.past++;
      if (seen.has(stage)) counts.shown++;
    }
    if (seen.has('hearing-held') && seen.has('decided') && !seen.has('discussed')) {
      const counts = own.get('discussed') ?? { past: 0, shown: 0 };
      own.set('discussed', counts);
      counts.past++;
    }
  }
  return all;
}

/** Nearly every case that got past the stage shows it, and the cases are enough to say so. */
export function usuallyShown(
  shown: Shown,
  authority: string,
  stage: string,
  { share, cases }: { readonly share: number; readonly cases: number },
): StageShown | null {
  const counts = shown.get(authority)?.get(stage);
  if (!counts || counts.past < cases) return null;
  return counts.shown * 10_000 >= share * counts.past ? counts : null;
}

/** Some case of the authority shows it: then its coming would be seen. */
export const everShown = (shown: Shown, authority: string, stage: string): boolean =>
  (shown.get(authority)?.get(stage)?.shown ?? 0) > 0;
