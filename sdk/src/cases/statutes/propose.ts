import { type Statute, type StatutePack, statuteAt } from '../../rules/index.ts';
import type { CaseRecord } from '../record.ts';
import type { Hit } from '../search/index.ts';
import { maskAccidents } from '../text/masking.ts';
import { bigramOf } from '../text/term-key.ts';
import { emptyTerms, readTerms } from '../text/terms.ts';

/** A violation that facts may be, and the text that punished it on the day of the act. */
export interface Proposal {
  readonly violation: string;
  /** 0 to 1. */
  readonly score: number;
  /** Words of the violation's name that the facts use, and like cases decided under it. */
  readonly words: readonly string[];
  readonly cases: readonly string[];
  /** `null`: no text of this violation that the pack holds was in force on the day; never the nearest one. */
  readonly statute: Statute | null;
}

export interface Proposals {
  /** Whether the first stands clear of the second. If not, an officer chooses between them. */
  readonly sure: boolean;
  readonly proposals: readonly Proposal[];
}

/** How much the words of a name and the votes of like cases count, and what the first must lead by. */
export const PROPOSE = { words: 0.4, cases: 0.6, clear: 0.15, least: 0.3 } as const;

/** A violation of the pack with the terms of its names, prepared once. */
export interface KnownViolations {
  readonly pack: StatutePack;
  readonly terms: ReadonlyMap<string, ReadonlyMap<number, number>>;
}

/** Terms of the names, each worth what it tells the violations of the pack apart. */
export function knownViolations(pack: StatutePack): KnownViolations {
  const buffer = emptyTerms();
  const named = new Map<string, Set<number>>();
  for (const { violation, name } of pack.statutes) {
    const { keys, count } = readTerms(name.zh, buffer);
    const terms = named.get(violation) ?? new Set<number>();
    for (const key of keys.subarray(0, count)) terms.add(key);
    named.set(violation, terms);
  }
  const carried = new Map<number, number>();
  for (const terms of named.values())
    for (const term of terms) carried.set(term, (carried.get(term) ?? 0) + 1);
  const worth = (term: number) => Math.log(1 + named.size / (carried.get(term) ?? 1));
  const terms = new Map(
    [...named].map(([violation, set]) => {
      const all = [...set].reduce((sum, term) => sum + worth(term), 0) || 1;
      return [violation, new Map([...set].map((term) => [term, worth(term) / all]))] as const;
    }),
  );
  return { pack, terms };
}

/**
 * Which violation facts are: by the share of a violation's name that the facts use, and by what like cases were decided
 * as. `day` is the end of the act (`YYYY-MM-DD`), for the text in force. Hits and records come from a search for the
 * facts alone; without a library the names decide.
 */
export function proposeViolations(
  facts: string,
  { pack, terms }: KnownViolations,
  day: string,
  like: readonly { readonly hit: Hit; readonly record: CaseRecord }[] = [],
): Proposals {
  const { keys, count } = readTerms(maskAccidents(facts), emptyTerms());
  const said = new Set(keys.subarray(0, count));
  const votes = votesOf(like);
  const scored = [...terms].map(([violation, worth]) => {
    const words = [...worth].filter(([term]) => said.has(term));
    const share = words.reduce((sum, [, each]) => sum + each, 0);
    const vote = votes.get(violation);
    const score =
      votes.size === 0 ? share : PROPOSE.words * share + PROPOSE.cases * (vote?.share ?? 0);
    return { violation, score, words, cases: vote?.ids ?? [] };
  });
  scored.sort((a, b) => b.score - a.score || (a.violation < b.violation ? -1 : 1));
  const [first, second] = scored;
  const best = first?.score ?? 0;
  return {
    sure: best >= PROPOSE.least && best - (second?.score ?? 0) >= PROPOSE.clear,
    proposals: scored
      .filter(({ score }) => score > 0)
      .slice(0, 10)
      .map(({ violation, score, words, cases }) => {
        const at = statuteAt(pack, violation, day);
        const texts = words.sort((a, b) => b[1] - a[1]).map(([term]) => bigramOf(term) ?? '');
        return { violation, score, words: texts, cases, statute: at.ok ? at.statute : null };
      }),
  };
}

/** Each like case votes with its score, later ones with less. */
function votesOf(like: readonly { readonly hit: Hit; readonly record: CaseRecord }[]) {
  const votes = new Map<string, { share: number; ids: string[] }>();
  let all = 0;
  like.forEach(({ hit, record }, rank) => {
    if (record.violation === undefined) return;
    const vote = hit.score ** 2 / (rank + 3);
    all += vote;
    const entry = votes.get(record.violation) ?? { share: 0, ids: [] };
    entry.share += vote;
    entry.ids.push(record.id);
    votes.set(record.violation, entry);
  });
  for (const entry of votes.values()) entry.share /= all;
  return votes;
}
