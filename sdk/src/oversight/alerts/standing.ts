import type { Alert, Level } from './alert.ts';

/** What somebody says of an alert. Nobody's word removes another's. */
export interface View {
  readonly at: string;
  /** Key of whoever says it. */
  readonly kid: string;
  readonly side: 'supervision' | 'supervised';
  /** `level`: it weighs more or less than the rule says. `explained`: there was a lawful reason. */
  readonly says: 'confirmed' | 'contested' | 'explained' | 'level';
  readonly level?: Level;
  readonly reason: string;
}

/** 认定: an alert with everything said of it. */
export interface Standing {
  readonly alert: Alert;
  /** What the rule says and what a person says, side by side. */
  readonly level: { readonly byRule: Level; readonly byPerson: Level | null };
  readonly views: readonly View[];
  /**
   * `contested`: confirmed by the supervision body and disputed by the supervised, or disputed before anybody confirmed it: both
   * views stand. `lapsed`: no rule raises it any more and nobody confirmed it.
   */
  readonly state: 'open' | 'confirmed' | 'contested' | 'explained' | 'lapsed';
}

/**
 * Every alert ends: confirmed, explained or lapsed. Only the supervision body confirms, accepts an explanation or sets a level; what
 * the supervised say is kept beside it. `raised`: some rule still raises it.
 */
export function standingOf(alert: Alert, views: readonly View[], raised: boolean): Standing {
  const ordered = views.toSorted((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
  const own = ordered.filter(({ side }) => side === 'supervision');
  const byPerson = own.findLast(({ says }) => says === 'level')?.level ?? null;
  const finding = own.findLast(({ says }) => says === 'confirmed' || says === 'explained')?.says;
  const disputed = ordered.findLast(
    ({ side, says }) => side === 'supervised' && says === 'contested',
  );
  const state =
    finding === 'explained'
      ? 'explained'
      : disputed
        ? 'contested'
        : finding === 'confirmed'
          ? 'confirmed'
          : raised
            ? 'open'
            : 'lapsed';
  return { alert, level: { byRule: alert.level, byPerson }, views: ordered, state };
}
