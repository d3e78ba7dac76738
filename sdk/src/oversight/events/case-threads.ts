import type { OversightEvent } from './event.ts';

/** Entries that speak of one case, in the order they came. */
export class Thread {
  events: OversightEvent[] = [];
  /** The thread that this one became part of. */
  into: Thread | null = null;
}

/** The threads of one authority by what entries name: codes by id, cases by number, entries by place. */
interface Named {
  readonly codes: Map<string, Thread>;
  readonly cases: Map<string, Thread>;
  readonly entries: Map<number, Thread>;
}

/** What an entry of a kind names: itself (others refer to it), its code, its case, the entry that it refers to. */
interface Naming {
  readonly itself?: true;
  readonly code?: true;
  readonly number?: true;
  readonly referred?: true;
}

const CODE: Naming = { code: true };
const REFERRED: Naming = { referred: true };
const NUMBER: Naming = { number: true };
const NAMING: ReadonlyMap<string, Naming> = new Map([
  ['issued', { itself: true, code: true, number: true, referred: true }],
  ['objected', { itself: true, code: true }],
  ['first-viewed', CODE],
  ['withdrawn', CODE],
  ['corrected', CODE],
  ['decided', CODE],
  ['routed', REFERRED],
  ['answered', REFERRED],
  ['opinion', REFERRED],
  ['step', REFERRED],
  ['escalated', REFERRED],
  ['stage', NUMBER],
  ['remedy', NUMBER],
]);

/**
 * Finds which entries speak of one case, in whatever order they come. Entries name cases by number, codes by id and other
 * entries by place; those that name the same belong together, and a name may be used before its entry is there. Disjoint sets:
 * of two threads that turn out to be one the larger takes the smaller in, so that the whole costs next to linear time.
 */
export class CaseThreads {
  readonly #authorities = new Map<string, Named>();

  /** The thread that the entry now belongs to; null where it names nothing. `gone` is told of every thread that ends. */
  add(event: OversightEvent, gone: (thread: Thread) => void): Thread | null {
    const names = namesOf(event);
    if (names === null) return null;
    const { itself, code, number, referred } = names;
    const { codes, cases, entries } = this.#namedIn(event.authority);
    let found: Thread | null = null;
    if (itself !== null) found = met(found, entries.get(itself), gone);
    if (code !== null) found = met(found, codes.get(code), gone);
    if (number !== null) found = met(found, cases.get(number), gone);
    if (referred !== null) found = met(found, entries.get(referred), gone);
    const thread = found ?? new Thread();
    if (itself !== null) entries.set(itself, thread);
    if (code !== null) codes.set(code, thread);
    if (number !== null) cases.set(number, thread);
    if (referred !== null) entries.set(referred, thread);
    thread.events.push(event);
    return thread;
  }

  #namedIn(authority: string): Named {
    const known = this.#authorities.get(authority);
    if (known) return known;
    const made: Named = { codes: new Map(), cases: new Map(), entries: new Map() };
    this.#authorities.set(authority, made);
    return made;
  }
}

/** One more of the threads that an entry names: they are one from now on. */
function met(
  thread: Thread | null,
  found: Thread | undefined,
  gone: (thread: Thread) => void,
): Thread | null {
  if (found === undefined) return thread;
  return thread === null ? last(found) : joined(thread, last(found), gone);
}

/** The thread that it is part of by now; the way there is halved each time it is gone. */
function last(thread: Thread): Thread {
  let at = thread;
  while (at.into !== null) {
    at.into = at.into.into ?? at.into;
    at = at.into;
  }
  return at;
}

function joined(a: Thread, b: Thread, gone: (thread: Thread) => void): Thread {
  if (a === b) return a;
  const [into, ends] = a.events.length >= b.events.length ? [a, b] : [b, a];
  for (const event of ends.events) into.events.push(event);
  ends.events = [];
  ends.into = into;
  gone(ends);
  return into;
}

/** What one entry names; entries are meant by their number in the logs of its authority. */
export interface Names {
  readonly itself: number | null;
  readonly code: string | null;
  readonly number: string | null;
  readonly referred: number | null;
}

/** What binds an entry to others of its authority; null where it names nothing and belongs to no case. */
export function namesOf(event: OversightEvent): Names | null {
  const naming = namingOf(event);
  if (naming === undefined) return null;
  const { year, refersTo, refersToYear } = event;
  const itself = naming.itself ? entryName(year, event.index) : null;
  const code = naming.code ? event.codeId : null;
  const number = naming.number ? caseNumberOf(event) : null;
  const referred =
    naming.referred && refersTo !== null ? entryName(refersToYear ?? year, refersTo) : null;
  if (itself === null && code === null && number === null && referred === null) return null;
  return { itself, code, number, referred };
}

function namingOf(event: OversightEvent): Naming | undefined {
  if (event.kind !== 'document-changed') return NAMING.get(event.kind);
  // The desk says which code it thinks of; the case it was looking at is what it knows.
  return caseNumberOf(event) === null ? CODE : NUMBER;
}

const caseNumberOf = ({ data }: OversightEvent): string | null =>
  typeof data?.case === 'string' ? data.case : null;

/** One number for a place in the logs of one authority: years have four digits, and no log reaches 2^36 entries. */
export const entryName = (year: number, index: number): number => year * 2 ** 36 + index;
