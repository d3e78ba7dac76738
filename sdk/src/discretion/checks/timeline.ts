/** One dated version: in force on [from, to). */
export interface Version {
  /** What it is a version of: a violation, a pack. */
  readonly of: string;
  readonly from: string;
  readonly to: string | null;
}

export interface TimelineFinding {
  readonly code: 'timeline-gap' | 'timeline-overlap';
  readonly of: string;
  /** Days without a version, or with two: [from, to), `to: null` without end. */
  readonly from: string;
  readonly to: string | null;
}

/**
 * Check 1 over time: the versions of one thing follow each other without a day missing and without a day twice. A day
 * before the first version is no gap, nor is one after the last that ends.
 */
export function checkTimeline(versions: readonly Version[]): TimelineFinding[] {
  return [...Map.groupBy(versions, (version) => version.of)].flatMap(([of, own]) => {
    const ordered = own.toSorted((a, b) => (a.from < b.from ? -1 : 1));
    const found: TimelineFinding[] = [];
    let [covered, open] = [ordered[0]?.from ?? '', false];
    for (const { from, to } of ordered) {
      if (open || from < covered) {
        const end = open ? to : to === null || to > covered ? covered : to;
        found.push({ code: 'timeline-overlap', of, from, to: end });
      } else if (from > covered) found.push({ code: 'timeline-gap', of, from: covered, to: from });
      open ||= to === null;
      if (to !== null && to > covered) covered = to;
    }
    return found;
  });
}
