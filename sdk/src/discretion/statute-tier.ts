import type { Statute, StatuteTier } from '../rules/index.ts';
import { once } from './once.ts';
import { every, type Facts, missing, type Truth } from './truth.ts';

export interface Choice {
  /** Parallel to the tiers handed in. */
  readonly truths: readonly Truth[];
  /** The tier that applies and the additive ones that are added to it; null when it could not be established. */
  readonly chosen: readonly StatuteTier[] | null;
  /** Unknown facts that can still change the choice. */
  readonly missing: ReadonlySet<string>;
  /** Numbers of tiers that apply at once though neither takes the other's place. */
  readonly competing: readonly number[];
}

const kindsOfParty = ({ subject }: StatuteTier) =>
  subject?.role === 'party' ? subject.values : undefined;

/** A tier for parties of certain kinds holds only for those; the fact `subject` says which kind the party is. */
export function holds(tier: StatuteTier, facts: Facts): Truth {
  const values = kindsOfParty(tier);
  const truth = every(tier.when, facts);
  if (values === undefined || truth === false) return truth;
  if (facts.subject === undefined) return undefined;
  return values.includes(facts.subject as string) ? truth : false;
}

/**
 * Which tiers of one subject apply. A tier gives way where one that holds stands in its place (`insteadOf`);
 * of the rest, leaving the additive ones aside, one must be left. Unknown tiers count only while they can still win.
 */
export function choose(tiers: readonly StatuteTier[], facts: Facts): Choice {
  const truths = tiers.map((tier) => holds(tier, facts));
  // Where a text has nothing but additions for these persons, the additions are all there is.
  const alone = tiers.every(({ additive }) => additive);
  const replaced = new Set<number>();
  const unknown = new Set<string>();
  const applies: StatuteTier[] = [];
  const added: StatuteTier[] = [];
  for (let i = 0; i < tiers.length; i += 1)
    if (truths[i] === true) for (const number of tiers[i]?.insteadOf ?? []) replaced.add(number);
  for (const [i, tier] of tiers.entries()) {
    if (truths[i] === false || replaced.has(tier.number)) continue;
    if (truths[i] === true) {
      (tier.additive && !alone ? added : applies).push(tier);
      continue;
    }
    missing(tier.when, facts, unknown);
    if (kindsOfParty(tier) && facts.subject === undefined) unknown.add('subject');
  }
  const settled = unknown.size === 0 && applies.length === 1;
  return {
    truths,
    chosen: settled ? [...applies, ...added] : null,
    missing: unknown,
    competing: applies.length > 1 ? applies.map((tier) => tier.number) : [],
  };
}

/**
 * The tiers for the party and those for persons punished in addition. An entry that speaks of persons alone is about
 * them: they are its party.
 */
export const sides = once(({ tiers }: Statute): { party: StatuteTier[]; others: StatuteTier[] } => {
  const others = tiers.filter(({ subject }) => subject?.role === 'person');
  const party = tiers.filter(({ subject }) => subject?.role !== 'person');
  return party.length > 0 ? { party, others } : { party: others, others: [] };
});
