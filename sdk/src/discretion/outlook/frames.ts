import type { FactValue, Rule, StatuteTier, Tier } from '../../rules/index.ts';
import type { Range } from '../assessment.ts';
import type { Case } from '../case.ts';
import { partySpace, rowConditions } from '../checks/party-space.ts';
import { type Cell, domain } from '../checks/space.ts';
import { frame } from '../frame.ts';
import { examine } from '../grounds.ts';
import { lawful } from '../lawful.ts';
import { sides } from '../statute-tier.ts';
import { type Facts, test } from '../truth.ts';

/** One way the open facts can be: what the law then allows, and which grounds the facts establish. */
export interface Frame {
  readonly low: Readonly<Record<string, FactValue>>;
  /** Everything that these facts decide before the factors: equal texts, equal results. */
  readonly key: string;
  readonly ranges: readonly Range[];
  readonly fixed: Tier | null;
  readonly facts: Facts;
  /** Open facts with which the range grows inside this cell. */
  readonly grows: readonly string[];
  /** The range grows with a fact that has no greatest value. */
  readonly unbounded: boolean;
}

/** Every way the open facts can be, or `null` where there are too many. */
export function framesOf(case_: Case, rule: Rule, known: Facts): Frame[] | null {
  const { statute, grounds } = rule;
  const open = statute.facts.filter(({ id }) => known[id] === undefined);
  const whens = grounds.flatMap(({ when }) => (when ? [when] : []));
  const space = partySpace([rule], open, whens);
  if (typeof space === 'number') return null;
  return space.cells.map((cell) => frameOf(cell, case_, rule, known));
}

function frameOf({ low, high }: Cell, case_: Case, rule: Rule, known: Facts): Frame {
  const facts = { ...known, ...low };
  const tiers = sides(rule.statute).party;
  const { found } = examine({ ...case_, grounds: case_.grounds ?? [] }, rule, facts, 'checked');
  const framed = frame(found, case_.elect);
  const ends = [facts, { ...known, ...high }].map((at) => lawful(tiers, at, rule.statute));
  const closed = framed.tier === 'waive' || framed.undecided.length > 0;
  const ranges = closed ? [] : ends.flatMap(({ range }) => (range ? [range] : []));
  const key = JSON.stringify([
    closed ? [] : ends[0]?.tiers?.map(({ number }) => number),
    ranges,
    closed ? [] : ends.map(({ undecided }) => undecided.map(({ reason }) => reason)),
    framed.tier ?? framed.undecided,
    found.map(({ id }) => id),
    rowConditions(rule).map((condition) => test(condition, facts)),
  ]);
  const growing = closed ? [] : growingFacts({ low, high }, facts, ends[0]?.tiers ?? [], rule);
  return {
    low,
    key,
    ranges,
    fixed: framed.tier,
    facts,
    grows: growing.map(({ id }) => id),
    unbounded: growing.some((fact) => fact.max === undefined && high[fact.id] === domain(fact)[1]),
  };
}

function growingFacts(
  { high }: Cell,
  facts: Facts,
  tiers: readonly StatuteTier[],
  { statute }: Rule,
): Rule['statute']['facts'] {
  return statute.facts.filter(({ id }) => {
    const base = tiers.some(({ fine }) => fine?.basis === 'multiple' && fine.of === id);
    if (!base || high[id] === undefined || high[id] === facts[id]) return false;
    const [here, there] = [facts, { ...facts, [id]: high[id] }].map(
      (at) => lawful(tiers, at, statute).range,
    );
    return here?.min !== there?.min || here?.max !== there?.max;
  });
}
