import { LEAF_TYPES } from '../../log/index.ts';
import { type Built, buildHistory } from './build-history.ts';
import type { CaseHistory, Unread } from './case-history.ts';
import { CaseThreads, type Thread } from './case-threads.ts';
import { type OversightEvent, placeId } from './event.ts';

/** What entries say, case by case, and the entries that could not be used. */
export interface Read {
  /** By authority and first entry. The history of a case that nothing new was said of is the same object as before. */
  readonly cases: readonly CaseHistory[];
  readonly unread: readonly Unread[];
}

/**
 * Case histories that grow entry by entry. The order in which entries come and how often one comes makes no difference, so
 * pages of several logs, late entries and a live stream may be mixed; `read` costs time for what was added and one pass
 * over the cases.
 */
export class Histories {
  readonly #threads = new CaseThreads();
  readonly #built = new Map<Thread, Built | null>();
  readonly #erased = new Set<string>();
  /** By place: entries that belong to no case and should. */
  readonly #stray = new Map<string, Unread>();

  readonly #gone = (thread: Thread) => this.#built.delete(thread);

  add(event: OversightEvent): void {
    const thread = this.#threads.add(event, this.#gone);
    if (thread !== null) this.#built.set(thread, null);
    else if (event.kind === 'erasure') this.#erase(event);
    else {
      const why = strayBecause(event);
      const { authority, year, index, kind } = event;
      const place = { authority, year, index };
      if (why !== null) this.#stray.set(placeId(place), { place, kind, why });
    }
  }

  read(): Read {
    const unread: Unread[] = [...this.#stray.values()];
    const all = [...this.#built].map(([thread, known]) => {
      const built = known ?? buildHistory(thread.events, this.#erased);
      if (known === null) this.#built.set(thread, built);
      for (const one of built.unread) unread.push(one);
      return built;
    });
    return {
      cases: all.sort((a, b) => byPlace(a.first, b.first)).flatMap(({ history }) => history ?? []),
      unread: unread.sort((a, b) => byPlace(a.place, b.place)),
    };
  }

  /** An erasure names a place, and any thread may hold it: all are built anew. It is a rare act. */
  #erase({ authority, year, refersTo, refersToYear }: OversightEvent): void {
    if (refersTo === null) return;
    this.#erased.add(placeId({ authority, year: refersToYear ?? year, index: refersTo }));
    for (const thread of this.#built.keys()) this.#built.set(thread, null);
  }
}

/** All at once: `Histories` for a log that is complete. Linear in the number of entries. */
export function caseHistories(events: Iterable<OversightEvent>): Read {
  const histories = new Histories();
  for (const event of events) histories.add(event);
  return histories.read();
}

/** Kinds that speak of a case, and name it in their body or by what they refer to. */
const OF_A_CASE: ReadonlySet<string> = new Set([
  'issued',
  'first-viewed',
  'objected',
  'answered',
  'withdrawn',
  'corrected',
  'decided',
  'routed',
  'opinion',
  'escalated',
  'step',
  'stage',
  'document-changed',
  'remedy',
]);

/** Why an entry that names nothing cannot be used; null where it speaks of no case anyhow. */
export function strayBecause({ kind, data }: OversightEvent): Unread['why'] | null {
  if (!Object.hasOwn(LEAF_TYPES, kind)) return 'unknown-kind';
  if (!OF_A_CASE.has(kind)) return null;
  return data === null ? 'erased' : 'refers-to-nothing';
}

function byPlace(a: Unread['place'], b: Unread['place']): number {
  if (a.authority !== b.authority) return a.authority < b.authority ? -1 : 1;
  return a.year - b.year || a.index - b.index;
}
