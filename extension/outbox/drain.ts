import type { Outgoing, Waiting } from './outgoing.ts';

/** What a try came to: `status` null where the service was not reached. */
export type Sent =
  | { readonly ok: true }
  | {
      readonly ok: false;
      readonly status: number | null;
      readonly error: string;
      /** What of the request is meant. */
      readonly at?: string;
    };

export interface OutboxPorts {
  /** The first entry in order that is not refused; null where none is left. */
  readonly first: () => Promise<Waiting | null>;
  readonly send: (outgoing: Outgoing) => Promise<Sent>;
  readonly remove: (key: number) => Promise<void>;
  readonly keep: (key: number, outgoing: Outgoing) => Promise<void>;
  readonly now: () => number;
}

const FIRST_WAIT_MS = 5000;
const LONGEST_WAIT_MS = 3_600_000;

/**
 * Sends what waits, in its order, until nothing is left or the service cannot be reached. An entry leaves the outbox only once
 * the service has answered: a worker that is killed in between sends it again under the same id. Answers how many were taken.
 */
export async function drain(ports: OutboxPorts): Promise<number> {
  let taken = 0;
  for (let next = await ports.first(); next; next = await ports.first()) {
    const { key, outgoing } = next;
    if (Date.parse(outgoing.notBefore) > ports.now()) break;
    const sent = await ports.send(outgoing);
    if (sent.ok) {
      await ports.remove(key);
      taken += 1;
      continue;
    }
    const tries = outgoing.tries + 1;
    const refused = isRefusal(sent);
    const wait = Math.min(FIRST_WAIT_MS * 2 ** (tries - 1), LONGEST_WAIT_MS);
    await ports.keep(key, {
      ...outgoing,
      tries,
      fault: sent.error,
      refused,
      notBefore: new Date(ports.now() + wait).toISOString(),
    });
    // What the service refuses is the entry's own fault and holds up no other.
    if (!refused) break;
  }
  return taken;
}

/**
 * A busy or broken service is asked again; so is one that does not know the key yet. A key that is good, but not for the
 * authority of an entry, will not be later on.
 */
const isRefusal = ({
  status,
  at,
}: {
  readonly status: number | null;
  readonly at?: string;
}): boolean =>
  (status === 403 && at === 'authority') ||
  (status !== null && status >= 400 && status < 500 && ![401, 403, 408, 425, 429].includes(status));
