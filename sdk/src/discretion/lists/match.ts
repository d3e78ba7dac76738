import type { ListItem, ListPack, Requirement } from '../../rules/lists/index.ts';
import { within } from '../../text/index.ts';
import type { Case } from '../case.ts';
import { type Facts, type Truth, test } from '../truth.ts';

/** How a requirement stands: `person` can only be settled by one, `unknown` waits for a fact. */
export interface Standing {
  readonly requirement: Requirement;
  readonly state: 'met' | 'not-met' | 'unknown' | 'person';
}

/**
 * `applies`: every requirement is met. `open`: none fails, some are not settled yet. `nearly`: exactly one fails. Items of
 * which more fail are left out.
 */
export interface ListMatch {
  readonly item: ListItem;
  readonly state: 'applies' | 'open' | 'nearly';
  /** In the order of the item. What is not `met` is what is missing. */
  readonly standings: readonly Standing[];
}

export interface ListMatches {
  /** False where the pack is not in force on the day of the decision: then nothing was looked at. */
  readonly inForce: boolean;
  readonly matches: readonly ListMatch[];
}

export interface ListMatchOptions {
  /** Requirements without anything to check that a person has found to be met, as `number of the item/index`. */
  readonly confirmed?: ReadonlySet<string>;
}

/**
 * Items of the four lists that speak of this case's violation: those that apply first, then open ones, then the near ones.
 * The pack must be in force on the day of the decision. An item has no effect of its own: 减轻 and 不予 still rest on the
 * statutory ground that it names.
 */
export function matchLists(
  case_: Case,
  pack: ListPack,
  { confirmed = new Set() }: ListMatchOptions = {},
): ListMatches {
  if (!within(case_.decisionDate, pack.from, pack.to)) return { inForce: false, matches: [] };
  const values: Facts = { ...case_.factors, ...case_.facts };
  const matches = pack.items
    .filter((item) => item.violation === case_.violation)
    .flatMap((item) => {
      const standings = item.requirements.map(
        (requirement, i): Standing => ({
          requirement,
          state: stateOf(requirement, case_, values, confirmed.has(`${item.number}/${i}`)),
        }),
      );
      const failed = standings.filter((one) => one.state === 'not-met').length;
      if (failed > 1) return [];
      const settled = standings.every((one) => one.state === 'met');
      const state = failed === 1 ? 'nearly' : settled ? 'applies' : 'open';
      return [{ item, state, standings } satisfies ListMatch];
    })
    .sort((a, b) => ORDER[a.state] - ORDER[b.state] || a.item.number - b.item.number);
  return { inForce: true, matches };
}

const ORDER = { applies: 0, open: 1, nearly: 2 } as const;

function stateOf(
  { when, ground }: Requirement,
  case_: Case,
  values: Facts,
  isConfirmed: boolean,
): Standing['state'] {
  if (when === undefined && ground === undefined) return isConfirmed ? 'met' : 'person';
  const truths: Truth[] = [];
  if (when !== undefined) truths.push(test(when, values));
  // Grounds are a complete statement once they were examined; before that they are unknown.
  if (ground !== undefined) truths.push(case_.grounds?.includes(ground));
  if (truths.includes(false)) return 'not-met';
  return truths.includes(undefined) ? 'unknown' : 'met';
}
