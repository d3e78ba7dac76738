import type { FactValue } from '../../rules/index.ts';
import type { Range } from '../assessment.ts';
import { amountAt, bandOf } from '../band.ts';
import { lawful } from '../lawful.ts';
import { choose } from '../statute-tier.ts';
import type { Draft } from './finding.ts';
import type { FactSet, Proof, Span, Spot } from './proof.ts';

/** Steps away from a corner that are tried: a multiple moves off a round amount at the first. */
const STEPS = 20;

/**
 * Check 11: a band of fewer fen than the rounding unit may hold no round amount; the amount then stays unrounded.
 * Widths are linear between corners, so the narrowest stands at one.
 */
export function rounding(proof: Proof): Draft[] {
  const { rule, scenes } = proof;
  const { unit } = rule.benchmark.rounding;
  const narrow = scenes.flatMap(({ spots, spans }) =>
    spans.flatMap((span) =>
      [...new Map(spots.map((spot) => [spot.row, spot])).keys()].flatMap((row) => {
        const own = spots.filter((spot) => spot.row === row);
        const band = bandOf(span.range, own[0]?.place.bp ?? [0, 0]);
        return band.max - band.min + 1 < unit ? [{ span, own, width: band.max - band.min }] : [];
      }),
    ),
  );
  narrow.sort((a, b) => a.width - b.width);
  const found = new Map<Draft['level'], Draft>();
  for (const { span, own } of narrow) {
    if (found.size === 2) break;
    for (const facts of around(span, proof)) {
      const draft = unrounded(facts, own, proof);
      if (!draft) continue;
      if (!found.has(draft.level)) found.set(draft.level, draft);
      break;
    }
  }
  return [...found.values()];
}

function unrounded(facts: FactSet, spots: readonly Spot[], proof: Proof): Draft | null {
  const { rule, tiers, reach, caseOf } = proof;
  const { unit } = rule.benchmark.rounding;
  const { range } = lawful(tiers, facts, rule.statute);
  const { chosen } = choose(tiers, facts);
  for (const { sum, place } of range ? spots : []) {
    const band = bandOf(range as Range, place.bp);
    const amount = amountAt(range as Range, band, place.share, unit);
    if (amount % unit === 0) continue;
    return {
      check: 'rounding',
      code: 'unit-exceeds-band',
      // A multiple of little enough always has narrow bands; a fixed range need not.
      level: chosen?.some(({ fine }) => fine?.basis === 'multiple') ? 'note' : 'warning',
      at: '/benchmark/rounding/unit',
      fields: { unit, tier: place.tier, min: band.min, max: band.max, amount },
      witness: [caseOf({ facts, choice: reach?.choice(sum) })],
      shows: ([only]) =>
        only !== undefined &&
        'suggestion' in only &&
        only.suggestion !== null &&
        only.suggestion % unit !== 0,
    };
  }
  return null;
}

/** A corner and its neighbours along each numeric fact. */
function* around({ facts }: Span, { space }: Proof): Generator<Record<string, FactValue>> {
  yield { ...facts };
  for (const id of typeof space === 'number' ? [] : space.cuts.keys()) {
    const value = facts[id];
    if (typeof value !== 'number') continue;
    for (let step = 1; step <= STEPS; step++) {
      yield { ...facts, [id]: value + step };
      if (value - step >= 0) yield { ...facts, [id]: value - step };
    }
  }
}
