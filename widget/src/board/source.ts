import { type Authorize, clientOf, EVENT_PATHS, followEvents } from '@chidu/sdk/api/client';
import type { OversightEvent } from '@chidu/sdk/oversight';

/** How the board hears of new entries. `broken`: not at all since `since`. */
export type Line =
  | { readonly kind: 'live' | 'polling' }
  | { readonly kind: 'broken'; readonly since: number; readonly why: string };

export interface Followed {
  readonly base: string;
  readonly authorize?: Authorize | undefined;
  readonly authority: string;
  readonly year: string;
  readonly fetch?: typeof fetch;
}

/** What a client of the service is made with. */
export const connectionOf = ({ base, authorize, fetch }: Followed) => ({
  base,
  ...(authorize && { authorize }),
  ...(fetch && { fetch }),
});

const PAGE = '1000';

/**
 * Every entry of a log, then the new ones as they come: the stream first, and pages every `pollMs` where no stream gets
 * through. Ends when `signal` says so; a broken line is told and tried again.
 */
export async function follow(
  of: Followed,
  on: {
    readonly events: (events: readonly OversightEvent[]) => void | Promise<void>;
    readonly line: (line: Line) => void;
    /** All that was there at the start has been handed over. */
    readonly caughtUp: () => void;
  },
  { signal, pollMs = 15_000 }: { readonly signal: AbortSignal; readonly pollMs?: number },
): Promise<void> {
  const options = connectionOf(of);
  const client = clientOf(options, EVENT_PATHS);
  const query = { authority: of.authority, year: of.year };
  let next = 0;
  let brokenSince: number | null = null;
  let caughtUp = false;
  /** Polls until a stream is tried again. */
  let untilStream = 0;

  /** Pages until there is no more; answers the refusal, or null. */
  const catchUp = async (): Promise<string | null> => {
    for (;;) {
      const called = await client.listEvents({
        query: { ...query, from: String(next), limit: PAGE },
        signal,
      });
      if (!called.ok) return called.error;
      const { events } = called.answer;
      if (events.length > 0) await on.events(events);
      if (called.answer.next === next || events.length === 0) return null;
      next = called.answer.next;
    }
  };

  while (!signal.aborted) {
    try {
      const refused = await catchUp();
      if (refused === null) {
        brokenSince = null;
        if (!caughtUp) on.caughtUp();
        caughtUp = true;
        on.line({ kind: untilStream === 0 ? 'live' : 'polling' });
        if (untilStream === 0) {
          try {
            const from = next;
            for await (const event of followEvents(options, {
              query: { ...query, from: String(next) },
              signal,
            })) {
              next = event.index + 1;
              await on.events([event]);
            }
            // One that ends with nothing told may do so at once, time and again.
            if (next > from) continue;
          } catch {
            untilStream = 20;
            if (signal.aborted) return;
            on.line({ kind: 'polling' });
          }
        } else untilStream -= 1;
      } else {
        brokenSince ??= Date.now();
        on.line({ kind: 'broken', since: brokenSince, why: refused });
      }
    } catch {
      if (signal.aborted) return;
      brokenSince ??= Date.now();
      on.line({ kind: 'broken', since: brokenSince, why: 'unreachable' });
    }
    await pause(pollMs, signal);
  }
}

const pause = (ms: number, signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    const end = () => {
      clearTimeout(timer);
      signal.removeEventListener('abort', end);
      resolve();
    };
    const timer = setTimeout(end, ms);
    signal.addEventListener('abort', end);
  });
