import type { Assessment } from '../assessment.ts';
import type { Draft, Replayed } from './finding.ts';
import type { Proof } from './proof.ts';

/**
 * Check 5: every reachable amount, after rounding, is an amount, lies in its band and inside the statute. On a corner
 * of a cell all reachable sums are computed; between corners amounts are linear and rounded inward.
 */
export function containment({ scale, reach, scenes, caseOf }: Proof): Draft[] {
  const drafts: Draft[] = [];
  for (const { at, tier, bp } of scale.rows) {
    if (bp[0] <= bp[1]) continue;
    const fields = { tier, bp };
    drafts.push({
      check: 'containment',
      code: 'band-inverted',
      level: 'error',
      at,
      fields,
      witness: [],
    });
  }
  const found = new Set<string>();
  for (const { spots, spans } of scenes) {
    for (const { range, facts, amounts } of spans) {
      for (const [i, amount] of amounts.entries()) {
        const code = amount < 1 ? 'nothing-suggested' : 'outside-statute';
        const lawful = amount >= Math.max(range.min, 1) && amount <= range.max;
        const spot = spots[i];
        if (lawful || !spot || found.has(code)) continue;
        found.add(code);
        drafts.push({
          check: 'containment',
          code,
          level: code === 'nothing-suggested' ? 'warning' : 'error',
          at: '/benchmark/method',
          fields: { amount, min: range.min, max: range.max, tier: spot.place.tier },
          witness: [caseOf({ facts, choice: reach?.choice(spot.sum) })],
          shows: ([only]) => only !== undefined && !contained(only),
        });
      }
    }
  }
  return drafts;
}

/** A suggestion above nothing, inside its band and the lawful range. */
function contained(replayed: Replayed): boolean {
  if (!('range' in replayed)) return false;
  const { range, band, suggestion } = replayed as Assessment;
  if (range === null || band === null || suggestion === null) return true;
  const { min, max } = {
    min: Math.max(band.min, range.min, 1),
    max: Math.min(band.max, range.max),
  };
  return suggestion >= min && suggestion <= max;
}
