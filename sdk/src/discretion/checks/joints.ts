import type { Draft } from './finding.ts';
import type { Proof } from './proof.ts';

/**
 * Check 8: where one band ends the next begins. Bands that give a share of the span must tile it, or shares between
 * them move silently; bands chosen by points may leave gaps, which is worth knowing.
 */
export function joints(proof: Proof): Draft[] {
  const { kind } = proof.rule.benchmark.method;
  if (kind === 'band-table') return [];
  return kind === 'points-tiers' ? [...joined(proof)] : [...tiled(proof)];
}

function* tiled({ scale }: Proof): Generator<Draft> {
  const ends = [0, ...scale.rows.map(({ bp }) => bp[1])];
  const starts = [...scale.rows.map(({ bp }) => bp[0]), 10_000];
  for (const [i, start] of starts.entries()) {
    const end = ends[i];
    if (start === end) continue;
    const at = scale.rows[i]?.at ?? '/benchmark/method/tiers';
    const fields = { bp: [end, start] };
    yield { check: 'joints', code: 'bands-untiled', level: 'error', at, fields, witness: [] };
  }
}

function* joined({ scale, reach, scenes, caseOf }: Proof): Generator<Draft> {
  const spots = scenes[0]?.spots ?? [];
  for (let i = 1; i < spots.length; i++) {
    const [before, after] = [spots[i - 1], spots[i]];
    if (!before || !after || before.row === after.row) continue;
    const [end, start] = [before.place.bp[1], after.place.bp[0]];
    if (end === start) continue;
    yield {
      check: 'joints',
      code: start > end ? 'joint-gap' : 'joint-overlap',
      level: 'note',
      at: scale.rows.find(({ key }) => key === after.row)?.at ?? '/benchmark/method/tiers',
      fields: { tiers: [before.place.tier, after.place.tier], bp: [end, start] },
      witness: [before, after].map(({ sum }) => caseOf({ choice: reach?.choice(sum) })),
      shows: ([one, other]) =>
        !!one &&
        !!other &&
        'tier' in one &&
        'tier' in other &&
        one.tier === before.place.tier &&
        other.tier === after.place.tier,
    };
  }
}
