import type { OversightEvent } from './event.ts';

/** Entries that speak of one case, in the order they came. */
export class Thread {
  events: OversightEvent[] = [];
  /** The thread that this one became part of. */
  into: Thread | null = null;
}

/** What entries of one authority are named by: codes by id, cases by number, entries by place. */
interface Names {
  readonly codes: Map<string, Thread>;
  readonly cases: Map<string, Thread>;
  readonly entries: Map<number, Thread>;
}

type Name = readonly [Map<string, Thread>, string] | readonly [Map<number, Thread>, number];

/**
 * Finds which entries speak of one case, in whatever order they come. Entries name cases by number, codes by id and other
 * entries by place; those that name the same belong together, and a name may be used before its entry is there. Disjoint sets:
 * of two threads that turn out to be one the larger takes the smaller in, so that the whole costs next to linear time.
 */
export class CaseThreads {
  readonly #authorities = new Map<string, Names>();

  /** The thread that the entry now belongs to; null where it names nothing. `gone` is told of every thread that ends. */
  add(event: OversightEvent, gone: (thread: Thread) => void): Thread | null {
    const names = namesIn(event, this.#namesOf(event.authority));
    if (names.length === 0) return null;
    let thread: Thread | null = null;
    for (const [map, name] of names) {
      const found = (map as Map<string | number, Thread>).get(name);
      if (found) thread = thread === null ? last(found) : joined(thread, last(found), gone);
    }
    thread ??= new Thread();
    for (const [map, name] of names) (map as Map<string | number, Thread>).set(name, thread);
    thread.events.push(event);
    return thread;
  }

  #namesOf(authority: string): Names {
    const known = this.#authorities.get(authority);
    if (known) return known;
    const made: Names = { codes: new Map(), cases: new Map(), entries: new Map() };
    this.#authorities.set(authority, made);
    return made;
  }
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

/** What an entry names. Empty where it speaks of no case. */
function namesIn(event: OversightEvent, { codes, cases, entries }: Names): Name[] {
  const { kind, year, index, codeId, refersTo, refersToYear, data } = event;
  const names: Name[] = [];
  const itself = (): unknown => names.push([entries, entryName(year, index)]);
  const code = (): unknown => codeId !== null && names.push([codes, codeId]);
  const number = (): unknown => typeof data?.case === 'string' && names.push([cases, data.case]);
  const referred = (): unknown =>
    refersTo !== null && names.push([entries, entryName(refersToYear ?? year, refersTo)]);
  switch (kind) {
    case 'issued':
      itself();
      code();
      number();
      referred();
      break;
    case 'objected':
      itself();
      code();
      break;
    case 'first-viewed':
    case 'withdrawn':
    case 'corrected':
    case 'decided':
      code();
      break;
    case 'routed':
    case 'answered':
    case 'opinion':
    case 'step':
    case 'escalated':
      referred();
      break;
    case 'document-changed':
      // The desk says which code it thinks of; the case it was looking at is what it knows.
      if (!number()) code();
      break;
    case 'stage':
    case 'remedy':
      number();
      break;
  }
  return names;
}

/** One number for a place in the logs of one authority: years have four digits, and no log reaches 2^36 entries. */
const entryName = (year: number, index: number): number => year * 2 ** 36 + index;
