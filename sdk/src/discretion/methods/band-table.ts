import type { FactValue, Method, Ratio } from '../../rules/index.ts';
import type { Undecided } from '../assessment.ts';
import { every, missing } from '../truth.ts';
import { type Answers, nowhere, type Placed } from './method.ts';
import { within } from './share-tiers.ts';

export type BandTable = Extract<Method, { kind: 'band-table' }>;

/** 裁量表: the one row whose conditions hold names the tier and its band. */
export function bandTable(method: BandTable, answers: Answers): Placed | Undecided {
  const { benchmark, options, facts, fixed } = answers;
  const named: Record<string, FactValue | undefined> = { ...facts };
  benchmark.factors.forEach((factor, i) => {
    named[factor.id] = options[i]?.id;
  });
  const open = new Set<string>();
  for (const row of method.rows) missing(row.when, named, open);
  for (const id of open) return { reason: 'fact-missing', at: `facts.${id}` };
  const holding = method.rows.filter((row) => every(row.when, named) === true);
  const [row] = holding;
  if (row === undefined || holding.length > 1)
    return nowhere({ rows: holding.map(({ label }) => label) });
  const bp = fixed ? method.rows.find(({ tier }) => tier === fixed)?.band.bp : row.band.bp;
  if (bp === undefined) return nowhere({ tier: fixed });
  const [low, high] = row.band.bp;
  const place: Ratio = method.within === 'low' ? [low, 10_000] : [low + high, 20_000];
  const tier = fixed ?? row.tier;
  return {
    tier,
    bp,
    share: within(place, bp),
    step: { step: 'band-row', label: row.label, when: row.when, tier, fixed: fixed !== null },
  };
}
