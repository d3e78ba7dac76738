import { setImmediate, setTimeout } from 'node:timers/promises';
import type { Service } from '../service.ts';
import { figureTables } from '../store/records/figures.ts';
import { PAGE, readOn } from './follow.ts';
import { KeptThreads } from './kept-threads.ts';
import { EDITION } from './profile.ts';

/** How often new entries are looked for. Milliseconds. */
const EVERY = 1000;
/** Behind by fewer entries, it rests after each page so many times as long as that took: whoever writes meanwhile waits for one page at most. */
const FEW = 1000;
const REST = 3;

/**
 * Keeps the figures of every authority up with its logs, beside everything else: it reads what is signed, and never stands between
 * an entry and its acknowledgement. Any number of instances may follow.
 */
export class Follower {
  readonly #store: Pick<Service, 'database' | 'logs'>;
  readonly #failed: (error: unknown) => void;
  readonly #timer: ReturnType<typeof setInterval>;
  #running: Promise<void> | null = null;
  readonly #closing = new AbortController();
  #failing = false;
  readonly #kept = new KeptThreads();

  constructor(store: Pick<Service, 'database' | 'logs'>, failed: (error: unknown) => void) {
    this.#store = store;
    this.#failed = failed;
    this.#timer = setInterval(() => void this.run(), EVERY);
    this.#timer.unref();
  }

  /** Read until nothing is left. One that runs already is waited for. */
  run(): Promise<void> {
    this.#running ??= this.#catchUp().finally(() => {
      this.#running = null;
    });
    return this.#running;
  }

  async close(): Promise<void> {
    this.#closing.abort();
    clearInterval(this.#timer);
    await this.#running;
  }

  async #catchUp(): Promise<void> {
    try {
      await catchUp(this.#store, { kept: this.#kept, signal: this.#closing.signal });
      this.#failing = false;
    } catch (error) {
      // Tried again in a second, and told once.
      if (!this.#failing) this.#failed(error);
      this.#failing = true;
    }
  }
}

/**
 * Read everything that is signed, a page of each authority in turn, until `signal`. One that cannot be read keeps back no other.
 *
 * @throws what the first of those that failed threw, behind all of them.
 */
export async function catchUp(
  store: Pick<Service, 'database' | 'logs'>,
  {
    kept = new KeptThreads(),
    signal = NEVER,
    most = PAGE,
  }: {
    readonly kept?: KeptThreads;
    readonly signal?: AbortSignal;
    /** Entries of a page. */
    readonly most?: number;
  } = {},
): Promise<void> {
  const over = new Set<string>();
  const failed: unknown[] = [];
  for (let more = true; more; ) {
    more = false;
    for (const { authority, before, behind } of await authoritiesBehind(store)) {
      if (over.has(authority)) continue;
      if (signal.aborted) return;
      const started = performance.now();
      try {
        if (await readOn(store, authority, before, kept, most)) more = true;
        else over.add(authority);
      } catch (error) {
        over.add(authority);
        failed.push(error);
      }
      if (behind > FEW) await setImmediate();
      else await rest(REST * (performance.now() - started), signal);
    }
  }
  if (failed.length > 0) throw failed[0];
}

const NEVER = new AbortController().signal;

const rest = (ms: number, signal: AbortSignal): Promise<void> =>
  setTimeout(ms, undefined, { signal }).catch(() => undefined);

/** By how many entries each authority is behind that has entries not read yet, or read by an older edition. */
async function authoritiesBehind({ database }: Pick<Service, 'database'>) {
  const followers = await figureTables.followers(database.reader);
  const logs = await figureTables.logs(database.reader);
  return [...Map.groupBy(logs, ({ authority }) => authority)].flatMap(([authority, own]) => {
    const before = followers.get(authority) ?? null;
    const read = before?.edition === EDITION ? before.read : {};
    const behind = own.reduce(
      (sum, { year, size }) => sum + Math.max(0, size - (read[year] ?? 0)),
      0,
    );
    return behind > 0 ? [{ authority, before, behind }] : [];
  });
}
