import type { EventPage, LogEvent } from '../../api/index.ts';
import type { ReadEntry } from '../logs.ts';
import { instant } from '../record.ts';
import type { Service } from '../service.ts';
import type { LogKey } from '../store/log/log-tables.ts';

/** Entries of a page at most. */
export const PAGE = 500;

/** Entries from an index on with what names nobody: the facts that oversight works on. */
export async function eventsFrom(
  { logs }: Service,
  log: LogKey,
  from: number,
  limit = PAGE,
): Promise<EventPage> {
  const entries = await logs.entries(log, from, Math.min(limit, PAGE));
  return {
    events: entries.map((entry) => eventOf(log, entry)),
    next: (entries.at(-1)?.index ?? from - 1) + 1,
  };
}

function eventOf({ authority, year }: LogKey, { index, at, leaf, body }: ReadEntry): LogEvent {
  return {
    authority,
    year,
    index,
    at: instant(at),
    kind: leaf.type,
    codeId: leaf.codeId ?? null,
    refersTo: leaf.refersTo ?? null,
    role: leaf.actor?.role ?? 'service',
    kid: leaf.actor?.kid ?? null,
    bodyHash: leaf.bodyHash ?? null,
    data: body && (openPart(body) as LogEvent['data']),
  };
}

/** The part of a body that names nobody: only what `record` put there, and nothing of any other body. */
function openPart(body: Uint8Array): unknown {
  try {
    const { format, public: open } = JSON.parse(new TextDecoder().decode(body)) as {
      format?: unknown;
      public?: unknown;
    };
    return format === 'chidu-body/1' ? open : null;
  } catch {
    return null;
  }
}
