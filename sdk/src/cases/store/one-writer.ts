import { type DBSchema, openDB } from 'idb';
import { ChiduError } from '../../errors.ts';

/** What is used of the Web Locks of a platform. */
export interface Locks {
  request<T>(
    name: string,
    options: { readonly signal?: AbortSignal; readonly ifAvailable?: boolean },
    work: (lock: unknown) => Promise<T>,
  ): Promise<T>;
}

export interface WriterOptions {
  readonly signal?: AbortSignal | undefined;
  /** Wait for another tab, or give up at once with `library-busy`. @default true */
  readonly wait?: boolean | undefined;
  /** `null` does without Web Locks, as a page on plain http must. @default navigator.locks */
  readonly locks?: Locks | null | undefined;
}

/** How long a lease holds without being renewed: the tab that held it is gone. */
const LEASE_MS = 10_000;
const RENEW_MS = 3_000;

/**
 * Runs `work` while no other tab of this origin writes the same library. With Web Locks the browser sees to it, also when
 * a tab crashes; without, a lease in IndexedDB is renewed while the work goes on.
 *
 * @throws ChiduError `library-busy` where another tab writes and waiting is not wanted; the signal's reason.
 */
export async function asOnlyWriter<T>(
  name: string,
  work: () => Promise<T>,
  options: WriterOptions = {},
): Promise<T> {
  const { signal, wait = true } = options;
  const platform = globalThis.navigator as { readonly locks?: Locks } | undefined;
  const locks = options.locks === undefined ? (platform?.locks ?? null) : options.locks;
  if (locks === null) return withLease(name, work, signal, wait);
  // The platform takes `ifAvailable` or `signal`, not both.
  const request = wait ? (signal ? { signal } : {}) : { ifAvailable: true };
  return locks.request(`chidu ${name}`, request, async (lock) => {
    if (lock === null) throw busy(name);
    return work();
  });
}

interface Lease {
  readonly owner: string;
  readonly until: number;
}

interface Schema extends DBSchema {
  leases: { key: string; value: Lease };
}

async function withLease<T>(
  name: string,
  work: () => Promise<T>,
  signal: AbortSignal | undefined,
  wait: boolean,
): Promise<T> {
  const owner = crypto.randomUUID();
  const database = await openDB<Schema>('chidu-leases', 1, {
    upgrade(fresh) {
      fresh.createObjectStore('leases');
    },
  });
  /** Takes, renews (until later) or gives back (until now); IndexedDB runs the tabs one after the other. */
  const hold = async (until: number): Promise<boolean> => {
    const change = database.transaction('leases', 'readwrite');
    const held = await change.store.get(name);
    const mine = held === undefined || held.owner === owner || held.until < Date.now();
    if (mine) await change.store.put({ owner, until }, name);
    await change.done;
    return mine;
  };
  try {
    while (!(await hold(Date.now() + LEASE_MS))) {
      if (!wait) throw busy(name);
      signal?.throwIfAborted();
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
    const renewal = setInterval(() => void hold(Date.now() + LEASE_MS), RENEW_MS);
    try {
      return await work();
    } finally {
      clearInterval(renewal);
      await hold(0);
    }
  } finally {
    database.close();
  }
}

function busy(name: string): ChiduError {
  return new ChiduError('library-busy', 'another tab is writing this library', { at: name });
}
