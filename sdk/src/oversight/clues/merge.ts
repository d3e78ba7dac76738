import { ChiduError } from '../../errors.ts';
import type { About, Clue, ClueSource } from './clue.ts';
import { type ClueFacts, type ClueLevels, levelByRule } from './levels.ts';

/** What the level hangs on beside the reports themselves. */
export type OtherFacts = Omit<ClueFacts, 'reports' | 'channels'>;

/** A new clue from its reports, in the pool. */
export function newClue(
  id: string,
  reports: readonly ClueSource[],
  facts: OtherFacts,
  levels?: ClueLevels,
): Clue {
  return {
    format: 'chidu-clue/1',
    id,
    ...told(reports, facts, levels, null),
    version: 0,
    state: 'pooled',
    unit: null,
    work: null,
    into: null,
  };
}

/**
 * 并案: both as one, with every report of both. `merged` is what is left of the other: it says where it went and keeps
 * everything it had, so that `splitClue` gives both back as they were.
 *
 * @throws {ChiduError} `step-not-allowed` where one of them is not in the pool.
 */
export function mergeClues(
  into: Clue,
  other: Clue,
  facts: OtherFacts,
  levels?: ClueLevels,
): { readonly into: Clue; readonly merged: Clue } {
  if (into.state !== 'pooled' || other.state !== 'pooled' || into.id === other.id) {
    throw new ChiduError('step-not-allowed', 'two clues of the pool can be one matter', {
      fields: { into: into.state, other: other.state },
    });
  }
  const sources = [...into.sources, ...other.sources];
  return {
    into: retold(into, sources, facts, levels),
    merged: { ...other, state: 'merged', into: into.id, version: other.version + 1 },
  };
}

/**
 * 撤销并案. What was merged last comes apart first: while `into` is itself part of a third clue, that one has these reports too.
 *
 * @throws {ChiduError} `step-not-allowed` where the one was not merged into the other, or the other is itself merged.
 */
export function splitClue(
  into: Clue,
  merged: Clue,
  facts: OtherFacts,
  levels?: ClueLevels,
): { readonly into: Clue; readonly other: Clue } {
  if (merged.state !== 'merged' || merged.into !== into.id) {
    throw new ChiduError('step-not-allowed', `${merged.id} is not part of ${into.id}`);
  }
  if (into.state === 'merged') {
    throw new ChiduError('step-not-allowed', `${into.id} is itself part of ${into.into}`, {
      fields: { into: into.state },
    });
  }
  const gone = new Set(merged.sources.map(keyOf));
  const sources = into.sources.filter((source) => !gone.has(keyOf(source)));
  return {
    into: retold(into, sources, facts, levels),
    other: { ...merged, state: 'pooled', into: null, version: merged.version + 1 },
  };
}

const retold = (clue: Clue, sources: ClueSource[], facts: OtherFacts, levels?: ClueLevels) => ({
  ...clue,
  ...told(sources, facts, levels, clue.level.byPerson),
  version: clue.version + 1,
});

/** What follows from the reports. What is known first stands; a person's level stays beside the rule's. */
function told(
  reports: readonly ClueSource[],
  facts: OtherFacts,
  levels: ClueLevels | undefined,
  byPerson: Clue['level']['byPerson'],
): Pick<Clue, 'sources' | 'about' | 'level'> {
  const sources = reports.toSorted(byDay);
  const channels = new Set(sources.map(({ channel }) => channel)).size;
  const all = { ...facts, reports: sources.length, channels };
  return {
    sources,
    about: Object.assign({}, ...sources.toReversed().map(({ about }) => about)) as About,
    level: { byRule: levelByRule(sources, all, levels), byPerson },
  };
}

const keyOf = ({ name, number }: ClueSource): string => `${name}\n${number}`;

function byDay(a: ClueSource, b: ClueSource): number {
  const [x, y] = [`${a.on}\n${keyOf(a)}`, `${b.on}\n${keyOf(b)}`];
  return x < y ? -1 : x > y ? 1 : 0;
}
