import { tenthOf } from '../../discretion/usage/index.ts';
import { count, type Figure, type Scope, share } from '../figure.ts';
import { grouped } from '../grouped.ts';
import type { Exercise } from './exercise.ts';
import { USE_FIGURES as F } from './use-figures.ts';

/**
 * 行使情况: where in the band fines fall, how often they leave the suggestion, and whether the log holds a reason. The tenths of
 * the band are given for all tiers together and tier by tier, each where it has a case. No figure sums fines up.
 */
export function useOf(exercises: readonly Exercise[], scope: Scope = {}): Figure[] {
  const ids = (of: readonly Exercise[]): string[] => of.map((one) => one.case);
  const part = (
    definition: (typeof F)[keyof typeof F],
    of: readonly Exercise[],
    holds: (one: Exercise) => boolean,
    more: Scope = {},
  ) =>
    share(definition, { part: ids(of.filter(holds)), of: ids(of), scope: { ...scope, ...more } });

  const suggested = exercises.filter(({ suggestion }) => suggestion !== null && suggestion > 0);
  const compared = exercises.filter((one) => one.suggestion !== null && isFined(one));
  const waived = exercises.filter(({ tier }) => tier === 'waive');
  const banded = exercises.filter((one) => one.band !== null && isFined(one));
  const departed = exercises.filter((one) => directionOf(one) !== null);
  const inside = banded.filter((one) => tenthOfBand(one) !== null);
  const tenths = (of: readonly Exercise[], more: Scope) => {
    const [byTenth, all] = [Map.groupBy(of, tenthOfBand), ids(of)];
    return TENTHS.map((tenth) =>
      share(F.tenth, {
        part: ids(byTenth.get(tenth) ?? []),
        of: all,
        scope: { ...scope, ...more, tenth: String(tenth) },
      }),
    );
  };
  return [
    count(F.cases, ids(exercises), scope),
    part(F.compared, exercises, (one) => one.suggestion !== null && isFined(one)),
    part(F.asSuggested, compared, (one) => one.fine === one.suggestion),
    part(F.lighter, compared, (one) => directionOf(one) === 'lighter'),
    part(F.heavier, compared, (one) => directionOf(one) === 'heavier'),
    part(F.notFined, suggested, (one) => !isFined(one)),
    part(F.finedAnyway, waived, isFined),
    part(F.outside, banded, (one) => tenthOfBand(one) === null),
    part(F.reasoned, departed, ({ reasoned }) => reasoned),
    part(F.unreasoned, departed, ({ reasoned }) => !reasoned),
    ...tenths(inside, {}),
    ...grouped(inside, ({ tier }) => tier).flatMap(([tier, of]) => tenths(of, { tier })),
  ];
}

/** Fewer cases than this say nothing about a group. */
const FEWEST = 10;

export interface UseBy {
  /** Figures of the groups with enough cases, by key. */
  readonly groups: Readonly<Record<string, readonly Figure[]>>;
  /** Groups that are too small to say anything, with their number of cases alone. */
  readonly small: Readonly<Record<string, number>>;
}

/** The same group by group: `name` is what the groups are (`region`, `month`, `violation`), `null` leaves a case out. */
export function useBy(
  exercises: readonly Exercise[],
  name: string,
  keyOf: (one: Exercise) => string | null,
  fewest = FEWEST,
): UseBy {
  const groups: Record<string, readonly Figure[]> = {};
  const small: Record<string, number> = {};
  const sorted = [...Map.groupBy(exercises, keyOf)].sort(([a], [b]) =>
    (a ?? '') < (b ?? '') ? -1 : 1,
  );
  for (const [key, of] of sorted) {
    if (key === null) continue;
    if (of.length < fewest) small[key] = of.length;
    else groups[key] = useOf(of, { [name]: key });
  }
  return { groups, small };
}

const TENTHS = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9];

const isFined = ({ fine }: Exercise): boolean => fine !== null && fine > 0;

const tenthOfBand = ({ fine, band }: Exercise): number | null =>
  fine === null || band === null ? null : tenthOf(fine, band);

/** How a case leaves its suggestion; null where it does not, or has none. */
export function directionOf({ fine, suggestion }: Exercise): 'lighter' | 'heavier' | null {
  if (suggestion === null || (fine ?? 0) === suggestion) return null;
  return (fine ?? 0) < suggestion ? 'lighter' : 'heavier';
}
