import type { Draft } from './finding.ts';
import { free, type Proof, type Scene, weight } from './proof.ts';

/** Check 12: one step of one factor that crosses a whole tier, and a factor that outweighs all others together. */
export function sensitivity(proof: Proof): Draft[] {
  return [...proof.scenes.flatMap((scene) => [...jumps(proof, scene)]), ...heavyweights(proof)];
}

function* jumps({ rule, scale, reach, caseOf }: Proof, { facts, spots }: Scene): Generator<Draft> {
  const tiers = [...new Set(scale.rows.map(({ tier }) => tier))].filter(free);
  const tierAt = new Map(spots.map(({ sum, place }) => [sum, place.tier]));
  const masks = new Map(
    tiers.map((tier) => [tier, reach?.mask((sum) => tierAt.get(sum) === tier) ?? 0n]),
  );
  const far = tiers.flatMap((low) =>
    tiers.filter((high) => weight(high) - weight(low) >= 2).map((high) => ({ low, high })),
  );
  for (const [f, factor] of rule.benchmark.factors.entries()) {
    for (let to = 1; to < factor.options.length; to++) {
      const from = to - 1;
      for (const { low, high } of far) {
        const pair = reach?.meets(f, from, masks.get(low) ?? 0n, to, masks.get(high) ?? 0n);
        if (!pair) continue;
        yield {
          check: 'sensitivity',
          code: 'option-jumps-tiers',
          level: 'warning',
          at: `/benchmark/factors/${f}/options/${to}`,
          fields: {
            factor: factor.id,
            options: [factor.options[from]?.id, factor.options[to]?.id],
            tiers: [low, high],
          },
          witness: pair.map((choice) => caseOf({ facts, choice })),
          shows: ([one, other]) =>
            !!one &&
            !!other &&
            'tier' in one &&
            'tier' in other &&
            one.tier === low &&
            other.tier === high,
        };
        break;
      }
    }
  }
}

function* heavyweights({ rule, scale }: Proof): Generator<Draft> {
  if (!scale.ordered) return;
  const spreads = scale.adds.map((adds) => Math.max(...adds) - Math.min(...adds));
  const sum = spreads.reduce((total, spread) => total + spread, 0);
  for (const [f, factor] of rule.benchmark.factors.entries()) {
    const spread = spreads[f] as number;
    if (spreads.length < 2 || spread <= sum - spread) continue;
    const fields = { factor: factor.id, spread, others: sum - spread };
    const at = `/benchmark/factors/${f}`;
    yield {
      check: 'sensitivity',
      code: 'factor-outweighs',
      level: 'note',
      at,
      fields,
      witness: [],
    };
  }
}
