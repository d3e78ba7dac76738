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
  #closed = false;
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
    this.#closed = true;
    clearInterval(this.#timer);
    await this.#running;
  }

  async #catchUp(): Promise<void> {
    try {
      await catchUp(this.#store, { kept: this.#kept, over: () => this.#closed });
      this.#failing = false;
    } catch (error) {
      // Tried again in a second, and told once.
      if (!this.#failing) this.#failed(error);
      this.#failing = true;
    }
  }
}

/** Read everything that is signed, an authority after the other, until `over`. */
export async function catchUp(
  store: Pick<Service, 'database' | 'logs'>,
  {
    kept = new KeptThreads(),
    over = () => false,
    most = PAGE,
  }: {
    readonly kept?: KeptThreads;
    readonly over?: () => boolean;
    /** Entries of a page. */
    readonly most?: number;
  } = {},
): Promise<void> {
  for (const [authority, behind] of await authoritiesBehind(store)) {
    for (let more = true; more && !over(); ) {
      const before = (await figureTables.followers(store.database.reader)).get(authority);
      const started = performance.now();
      more = await readOn(store, authority, before ?? null, kept, most);
      if (behind > FEW) await setImmediate();
      else await setTimeout(REST * (performance.now() - started));
    }
  }
}

/** By how many entries each authority is behind that has entries not read yet, or read by an older edition. */
async function authoritiesBehind({
  database,
}: Pick<Service, 'database'>): Promise<Map<string, number>> {
  const followers = await figureTables.followers(database.reader);
  const logs = await figureTables.logs(database.reader);
  const behind = new Map<string, number>();
  for (const { authority, year, size } of logs) {
    const follower = followers.get(authority);
    const read = follower?.edition === EDITION ? (follower.read[year] ?? 0) : 0;
    if (read < size) behind.set(authority, (behind.get(authority) ?? 0) + size - read);
  }
  return behind;
}
