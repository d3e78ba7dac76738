import { type OversightEvent, placeId } from './event.ts';

/** Entries that speak of one case, in the order they came. Emptied once it is part of another. */
export interface Thread {
  events: OversightEvent[];
}

/**
 * Finds which entries speak of one case, in whatever order they come. Entries name cases by number, codes by id and other
 * entries by place; those that name the same belong together. A name may be used before its entry is there, so every name
 * is a node of its own, and an entry joins the nodes that it names (disjoint sets, the larger takes the smaller in).
 */
export class CaseThreads {
  readonly #parents = new Map<string, string>();
  readonly #threads = new Map<string, Thread>();

  /** The thread that the entry now belongs to; null where it names nothing. `absorbed` is told of every thread that ends. */
  add(event: OversightEvent, absorbed: (gone: Thread, into: Thread) => void): Thread | null {
    const [first, ...others] = namesIn(event);
    if (first === undefined) return null;
    let root = this.#root(first);
    for (const name of others) root = this.#join(root, this.#root(name), absorbed);
    const thread = this.#threads.get(root) ?? { events: [] };
    this.#threads.set(root, thread);
    thread.events.push(event);
    return thread;
  }

  #root(name: string): string {
    let at = name;
    for (;;) {
      const parent = this.#parents.get(at);
      if (parent === undefined || parent === at) break;
      const over = this.#parents.get(parent) ?? parent;
      this.#parents.set(at, over);
      at = over;
    }
    this.#parents.set(name, at);
    return at;
  }

  #join(a: string, b: string, absorbed: (gone: Thread, into: Thread) => void): string {
    if (a === b) return a;
    const [left, right] = [this.#threads.get(a), this.#threads.get(b)];
    const [kept, gone] =
      (left?.events.length ?? 0) >= (right?.events.length ?? 0) ? [a, b] : [b, a];
    this.#parents.set(gone, kept);
    const ends = this.#threads.get(gone);
    this.#threads.delete(gone);
    if (ends === undefined) return kept;
    const into = this.#threads.get(kept) ?? { events: [] };
    this.#threads.set(kept, into);
    for (const event of ends.events) into.events.push(event);
    ends.events = [];
    absorbed(ends, into);
    return kept;
  }
}

/** What an entry names. Empty where it speaks of no case. */
function namesIn(event: OversightEvent): string[] {
  const { kind, authority, codeId, data } = event;
  const code = codeId === null ? [] : [`code ${authority} ${codeId}`];
  const number = typeof data?.case === 'string' ? [`case ${authority} ${data.case}`] : [];
  switch (kind) {
    case 'issued':
      return [`entry ${placeId(event)}`, ...code, ...number, ...referred(event)];
    case 'objected':
      return [`entry ${placeId(event)}`, ...code];
    case 'first-viewed':
    case 'withdrawn':
    case 'corrected':
    case 'decided':
      return code;
    case 'routed':
    case 'answered':
    case 'opinion':
    case 'step':
    case 'escalated':
      return referred(event);
    case 'document-changed':
      // The desk says which code it thinks of; the case it was looking at is what it knows.
      return number.length > 0 ? number : code;
    case 'stage':
    case 'remedy':
      return number;
    default:
      return [];
  }
}

/** The entry referred to, in its own year. */
const referred = ({ authority, year, refersTo, refersToYear }: OversightEvent): string[] =>
  refersTo === null
    ? []
    : [`entry ${placeId({ authority, year: refersToYear ?? year, index: refersTo })}`];
