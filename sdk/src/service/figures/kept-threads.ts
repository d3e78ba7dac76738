import type { OversightEvent } from '../../oversight/index.ts';

/** Entries that are kept in all: some tens of megabytes. */
const MOST = 50_000;

/**
 * Entries of the cases that were put together last, so that a case is not read again from its first entry for each that is added. What
 * is kept of an authority is good for the version of its rows that was written here: another instance may have gone on since.
 */
export class KeptThreads {
  readonly #versions = new Map<string, number>();
  /** The oldest use first. */
  readonly #threads = new Map<string, readonly OversightEvent[]>();
  #entries = 0;

  /** What is kept of these threads, where their rows still have this version. */
  take(
    authority: string,
    version: number,
    threads: Iterable<number>,
  ): Map<number, readonly OversightEvent[]> {
    const found = new Map<number, readonly OversightEvent[]>();
    const good = this.#versions.get(authority) === version;
    for (const thread of threads) {
      const key = `${authority} ${thread}`;
      const events = this.#threads.get(key);
      if (events === undefined) continue;
      this.#drop(key, events);
      if (good) found.set(thread, events);
    }
    // What somebody else wrote may have changed any other thread, too.
    if (!good) this.#forget(authority);
    return found;
  }

  keep(
    authority: string,
    version: number,
    threads: ReadonlyMap<number, readonly OversightEvent[]>,
  ): void {
    this.#versions.set(authority, version);
    for (const [thread, events] of threads) {
      this.#threads.set(`${authority} ${thread}`, events);
      this.#entries += events.length;
    }
    for (const [key, events] of this.#threads) {
      if (this.#entries <= MOST) return;
      this.#drop(key, events);
    }
  }

  #forget(authority: string): void {
    this.#versions.delete(authority);
    for (const [key, events] of this.#threads)
      if (key.startsWith(`${authority} `)) this.#drop(key, events);
  }

  #drop(key: string, events: readonly OversightEvent[]): void {
    this.#threads.delete(key);
    this.#entries -= events.length;
  }
}
