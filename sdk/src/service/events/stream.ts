import { ChiduError } from '../../errors.ts';
import type { Caller } from '../caller.ts';
import type { Service } from '../service.ts';
import type { LogKey } from '../store/log/log-tables.ts';
import { eventsFrom } from './feed.ts';

/** How often the log is asked for more while somebody listens. Milliseconds. */
const INTERVAL = 1000;
/** How long a reader is believed to be who it was: then the stream ends, and the reader signs anew. Milliseconds. */
const LONGEST = 300_000;
/** Streams that one key has open here at a time. */
const MOST = 4;
/** A comment after so many quiet rounds keeps the line open through proxies. */
const QUIET_ROUNDS = 15;

/**
 * The events of a log from an index on, as server-sent events: one JSON a message, its index as the id, so that a reader
 * whose line broke goes on behind the last one it has. Works across instances, since it reads the store. It ends after five minutes, so that a key that was revoked in the meantime reads no further.
 *
 * @throws {ChiduError} `too-many` where the key has four open already.
 */
export function eventStream(
  service: Service,
  caller: Caller,
  log: LogKey,
  from: number,
  signal: AbortSignal,
  open: Map<string, number>,
): ReadableStream<Uint8Array> {
  const count = open.get(caller.kid) ?? 0;
  if (count >= MOST) throw new ChiduError('too-many', 'as many streams as one key may have open');
  open.set(caller.kid, count + 1);
  const until = service.now() + LONGEST;
  const encoder = new TextEncoder();
  let next = from;
  let quiet = 0;
  let over = false;
  const end = () => {
    if (over) return;
    over = true;
    const left = (open.get(caller.kid) ?? 1) - 1;
    if (left > 0) open.set(caller.kid, left);
    else open.delete(caller.kid);
  };
  if (signal.aborted) end();
  signal.addEventListener('abort', end);
  return new ReadableStream({
    async pull(controller) {
      while (!over && service.now() < until) {
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
      end();
      controller.close();
    },
    cancel: end,
  });
}
