import type { Condition, FactDefinition, Rule, StatuteTier } from '../../rules/index.ts';
import { sides } from '../statute-tier.ts';
import { type Space, spaceOf } from './space.ts';

/**
 * The fact space of the party under one Rule, or under several at once: cut by the tiers that compete for it, their
 * fines, the rows of a table of conditions and whatever else is asked about.
 */
export function partySpace(
  rules: readonly Rule[],
  facts: readonly FactDefinition[],
  also: readonly Condition[] = [],
): Space | number {
  const tiers = rules.flatMap(({ statute }) => sides(statute).party);
  return spaceOf(
    facts,
    [...tiers.flatMap(({ when }) => when), ...rules.flatMap(rowConditions), ...also],
    tiers.flatMap(({ fine }) => (fine ? [fine] : [])),
    tiers.some(namesParties) ? ['subject'] : [],
  );
}

/** Conditions of a benchmark that is a table of them. */
export function rowConditions({ benchmark: { method } }: Rule): Condition[] {
  return method.kind === 'band-table' ? method.rows.flatMap(({ when }) => when) : [];
}

const namesParties = ({ subject }: StatuteTier) => subject?.role === 'party' && subject.values;
