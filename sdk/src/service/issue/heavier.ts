/** Tiers from lightest to heaviest, as in label 9. */
interface Penalty {
  readonly fine?: number | null | undefined;
  readonly kinds?: readonly number[] | undefined;
  readonly tier?: number;
}

/**
 * Is a penalty heavier than the one the party was told: a higher fine, or a kind that the notice does not name
 * (行政处罚法 45, 程序规定 58)? Heavier on new facts needs a new notice first.
 */
export function heavierThan(told: Penalty, now: Penalty): boolean {
  const more = (now.fine ?? 0) > (told.fine ?? 0);
  const other = (now.kinds ?? []).some((kind) => !(told.kinds ?? []).includes(kind));
  return more || other;
}

/** How a decision stands to the notice, where it is not heavier. */
export function differsFrom(told: Penalty, now: Penalty): 'same' | 'lighter' | 'other' {
  const sameKinds = [...(told.kinds ?? [])].sort().join() === [...(now.kinds ?? [])].sort().join();
  const sameFine = (told.fine ?? null) === (now.fine ?? null);
  if (sameFine && sameKinds) return told.tier === now.tier ? 'same' : 'other';
  return heavierThan(told, now) ? 'other' : 'lighter';
}
