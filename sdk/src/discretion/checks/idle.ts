import type { Draft } from './finding.ts';
import type { Proof } from './proof.ts';

/**
 * Check 9: what changes nothing. Whether a factor can ever move the tier is decided exactly, against every sum of
 * the other factors.
 */
export function idle(proof: Proof): Draft[] {
  return [...factors(proof), ...rows(proof)];
}

function* factors({ rule, scale, reach, scenes }: Proof): Generator<Draft> {
  const tiers = scenes.flatMap(({ spots }) => {
    const tierAt = new Map(spots.map(({ sum, place }) => [sum, place.tier as string]));
    const found = [...new Set([...tierAt.values(), 'none'])];
    return [found.map((tier) => reach?.mask((sum) => (tierAt.get(sum) ?? 'none') === tier) ?? 0n)];
  });
  for (const [f, factor] of rule.benchmark.factors.entries()) {
    const base = { check: 'idle', at: `/benchmark/factors/${f}`, witness: [] } as const;
    const adds = scale.adds[f] ?? [];
    if (new Set(adds).size === 1) {
      yield { ...base, code: 'factor-idle', level: 'warning', fields: { factor: factor.id } };
      continue;
    }
    for (const same of Map.groupBy(factor.options.keys(), (o) => adds[o]).values()) {
      if (same.length < 2) continue;
      const options = same.map((o) => factor.options[o]?.id);
      yield {
        ...base,
        code: 'options-same',
        level: 'note',
        fields: { factor: factor.id, options },
      };
    }
    const moves = adds.some((_, o) =>
      tiers.some((masks) =>
        masks.some((one) =>
          masks.some((other) => one !== other && reach?.meet(f, 0, one, o, other)),
        ),
      ),
    );
    if (reach && !moves) {
      yield {
        ...base,
        code: 'factor-never-moves-tier',
        level: 'note',
        fields: { factor: factor.id },
      };
    }
  }
}

function* rows({ scale }: Proof): Generator<Draft> {
  for (const [i, { tier, bp, at }] of scale.rows.entries()) {
    const same = scale.rows.findIndex((row) => row.tier === tier && String(row.bp) === String(bp));
    if (same === i) continue;
    const fields = { rows: [same, i], tier };
    yield { check: 'idle', code: 'rows-same', level: 'note', at, fields, witness: [] };
  }
}
