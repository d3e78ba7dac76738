import type { Service } from '../service.ts';
import { figureTables } from '../store/records/figures.ts';
import { PAGE, readOn } from './follow.ts';
import { KeptThreads } from './kept-threads.ts';
import { EDITION } from './profile.ts';

/** How often new entries are looked for. Milliseconds. */
const EVERY = 1000;

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
  for (const authority of await authoritiesBehind(store)) {
    for (let more = true; more && !over(); ) {
      const before = (await figureTables.followers(store.database.reader)).get(authority);
      more = await readOn(store, authority, before ?? null, kept, most);
      // What came in meanwhile goes first.
      await new Promise((done) => setImmediate(done));
    }
  }
}

/** Authorities with entries that were not read yet, or were read by an older edition. */
async function authoritiesBehind({ database }: Pick<Service, 'database'>): Promise<Set<string>> {
  const followers = await figureTables.followers(database.reader);
  const logs = await figureTables.logs(database.reader);
  return new Set(
    logs.flatMap(({ authority, year, size }) => {
      const follower = followers.get(authority);
      const current = follower?.edition === EDITION && (follower.read[year] ?? 0) >= size;
      return current ? [] : [authority];
    }),
  );
}
