import type { Caller } from '../caller.ts';
import type { Service } from '../service.ts';
import type { LogKey } from '../store/log/log-tables.ts';
import { eventsFrom } from './feed.ts';

/** How often the log is asked for more while somebody listens. Milliseconds. */
const INTERVAL = 1000;
/** A comment after so many quiet rounds keeps the line open through proxies. */
const QUIET_ROUNDS = 15;

/**
 * The events of a log from an index on, as server-sent events: one JSON a message, its index as the id, so that a reader
 * whose line broke goes on behind the last one it has. Works across instances, since it reads the store.
 */
export function eventStream(
  service: Service,
  caller: Caller,
  log: LogKey,
  from: number,
  signal: AbortSignal,
): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  let next = from;
  let quiet = 0;
  let over = signal.aborted;
  signal.addEventListener('abort', () => {
    over = true;
  });
  return new ReadableStream({
    async pull(controller) {
      while (!over) {
        const page = await eventsFrom(service, caller, log, next);
        if (page.events.length > 0) {
          next = page.next;
          const text = page.events.map(
            (event) => `id: ${event.index}\ndata: ${JSON.stringify(event)}\n\n`,
          );
          controller.enqueue(encoder.encode(text.join('')));
          return;
        }
        quiet += 1;
        if (quiet % QUIET_ROUNDS === 1) {
          controller.enqueue(encoder.encode(': nothing new\n\n'));
          return;
        }
        await service.pause(INTERVAL);
      }
      controller.close();
    },
    cancel() {
      over = true;
    },
  });
}
