import type { CaseRecord } from '@chidu/sdk/cases';
import { Dice } from './dice.ts';
import { type Latent, latentCase } from './latent.ts';
import { narrate } from './narrative.ts';
import { noisy } from './noise.ts';

/** What an officer has before the decision: facts and what was read, no outcome. */
export type Query = Pick<
  CaseRecord,
  'id' | 'facts' | 'factors' | 'violation' | 'value' | 'actDate' | 'region' | 'level'
>;

/** Cases that are in no corpus: their numbers lie beyond every document. */
const BEYOND = 10_000_000;
/** A share of officers has not named the violation yet. */
const NAMED = 0.75;

/** Queries with what lies behind them, from the same world as the documents. */
export function queries({
  seed,
  count,
}: {
  seed: number;
  count: number;
}): { query: Query; latent: Latent }[] {
  return Array.from({ length: count }, (_, i) => {
    const latent = latentCase(BEYOND + i, seed);
    const dice = new Dice(Math.imul(i + 1, 0xc2b2ae35) ^ seed);
    const { facts, party } = narrate(latent, dice);
    const query: Query = {
      id: `query-${i + 1}`,
      facts: noisy(facts.replaceAll(party, '当事人'), dice),
      ...(dice.chance(NAMED) ? { violation: latent.violation.id } : {}),
      ...(dice.chance(0.9) ? { value: latent.value } : {}),
      factors: Object.fromEntries(Object.entries(latent.factors).filter(() => dice.chance(0.8))),
      actDate: latent.actDate,
      region: latent.place.code,
      level: latent.place.level,
    };
    return { query, latent };
  });
}

/**
 * How like two cases really are, from what happened and not from how it was written:
 * 3: same violation, most factors alike, amounts within 2.5 times. 2: same violation, half of the factors, amounts within
 * six times. 1: same violation, or the same article with most factors and the amount alike. 0: anything else.
 */
export function relevance(one: Latent, other: Latent): 0 | 1 | 2 | 3 {
  const factors = Object.entries(one.factors).filter(([id]) => id !== 'scale');
  const alike = factors.filter(([id, option]) => other.factors[id] === option).length;
  const share = alike / factors.length;
  const times = Math.max(one.value / other.value, other.value / one.value);
  if (one.violation !== other.violation) {
    const [a, b] = [one, other].map(({ violation }) => violation.versions[0]?.basis);
    const article = a?.law === b?.law && a?.article === b?.article;
    return article && share >= 0.65 && times <= 2.5 ? 1 : 0;
  }
  if (share >= 0.65 && times <= 2.5) return 3;
  return share >= 0.45 && times <= 6 ? 2 : 1;
}
