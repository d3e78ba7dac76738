import type { Draft, Replayed } from './finding.ts';
import { type Proof, type Scene, type Span, weight } from './proof.ts';

/**
 * Check 6: in an ordered factor a heavier option never gives less, against every sum of the other factors; and where
 * sums are ordered a higher one gives neither a lighter tier nor a smaller amount.
 */
export function optionOrder(proof: Proof): Draft[] {
  return proof.scenes.flatMap((scene) => [
    ...options(proof, scene),
    ...(proof.scale.ordered ? sums(proof, scene) : []),
  ]);
}

function* options(proof: Proof, scene: Scene): Generator<Draft> {
  const { rule, scale, reach, caseOf } = proof;
  const spot = new Map(scene.spots.map(({ sum }, i) => [sum, i]));
  for (const [f, factor] of rule.benchmark.factors.entries()) {
    if (!factor.ordered) continue;
    for (let o = 1; o < factor.options.length; o++) {
      const [lighter, heavier] = [factor.options[o - 1], factor.options[o]];
      const rises = (scale.adds[f]?.[o] ?? 0) >= (scale.adds[f]?.[o - 1] ?? 0);
      // Where sums are ordered, a rise can only do harm between two sums: see `sums`.
      if (!lighter || !heavier || (scale.ordered && rises)) continue;
      const fallen = firstFall(reach?.pairs(f, o - 1, o) ?? [], spot, scene.spans);
      if (!fallen && !scale.ordered) continue;
      const choice = fallen?.choice() ?? rule.benchmark.factors.map(() => 0);
      const facts = fallen?.span.facts ?? scene.facts;
      yield {
        check: 'option-order',
        code: 'option-order',
        level: fallen ? 'error' : 'warning',
        at: `/benchmark/factors/${f}/options/${o}`,
        fields: { factor: factor.id, lighter: lighter.id, heavier: heavier.id },
        witness: [
          caseOf({ facts, choice: choice.with(f, o - 1) }),
          caseOf({ facts, choice: choice.with(f, o) }),
        ],
        shows: fallen ? lessAmount : notMorePoints,
      };
    }
  }
}

function firstFall(
  pairs: ReturnType<NonNullable<Proof['reach']>['pairs']>,
  spot: ReadonlyMap<number, number>,
  spans: readonly Span[],
): { span: Span; choice: () => number[] } | undefined {
  for (const { totals, choice } of pairs) {
    const [a, b] = [spot.get(totals[0]), spot.get(totals[1])];
    if (a === undefined || b === undefined) continue;
    const span = spans.find(({ amounts }) => (amounts[b] as number) < (amounts[a] as number));
    if (span) return { span, choice };
  }
  return undefined;
}

function* sums({ reach, caseOf }: Proof, { facts, spots, spans }: Scene): Generator<Draft> {
  const reported = new Set<string>();
  for (let i = 1; i < spots.length; i++) {
    const [lower, higher] = [spots[i - 1], spots[i]];
    if (!lower || !higher) continue;
    const span = spans.find(({ amounts }) => (amounts[i] as number) < (amounts[i - 1] as number));
    const lighter = weight(higher.place.tier) < weight(lower.place.tier);
    const key = `${lower.row} ${higher.row}`;
    if ((!span && !lighter) || reported.has(key)) continue;
    reported.add(key);
    yield {
      check: 'option-order',
      code: 'score-order',
      level: 'error',
      at: '/benchmark/method',
      fields: { sums: [lower.sum, higher.sum], tiers: [lower.place.tier, higher.place.tier] },
      witness: [lower, higher].map(({ sum }) =>
        caseOf({ facts: span?.facts ?? facts, choice: reach?.choice(sum) }),
      ),
      shows: span ? lessAmount : lighterTier,
    };
  }
}

function notMorePoints([first, second]: readonly Replayed[]): boolean {
  if (!first || !second || !('points' in first) || !('points' in second)) return false;
  return (second.points ?? 0) <= (first.points ?? 0);
}

function lessAmount([first, second]: readonly Replayed[]): boolean {
  if (!first || !second || !('points' in first) || !('points' in second)) return false;
  if (first.suggestion === null || second.suggestion === null) return false;
  return second.suggestion < first.suggestion;
}

function lighterTier([first, second]: readonly Replayed[]): boolean {
  if (!first || !second || !('points' in first) || !('points' in second)) return false;
  if (first.tier === null || second.tier === null) return false;
  return weight(second.tier) < weight(first.tier);
}
