import type { EventPage, LogEvent } from '../../api/index.ts';
import type { LeafType } from '../../log/index.ts';
import type { Caller } from '../caller.ts';
import type { ReadEntry } from '../logs.ts';
import { instant } from '../record.ts';
import type { Service } from '../service.ts';
import type { LogKey } from '../store/log/log-tables.ts';
import { objections } from '../store/records/objections.ts';
import type { Sql } from '../store/sql/database.ts';

/** Entries of a page at most. */
export const PAGE = 500;

/**
 * Entries from an index on with what names nobody: the facts that oversight works on. A head is not told what an objection is
 * about, or what was done about it, before it is routed to the authority, nor of clues and of
 * tasks to other bodies.
 */
export async function eventsFrom(
  { logs, database }: Service,
  { role }: Pick<Caller, 'role'>,
  log: LogKey,
  from: number,
  limit = PAGE,
): Promise<EventPage> {
  const entries = await logs.entries(log, from, Math.min(limit, PAGE));
  const events = entries.map(async (entry) => {
    const event = eventOf(log, entry);
    const unseen = role === 'head' && (await isUnrouted(database.reader, log, entry));
    return unseen ? { ...event, data: null } : event;
  });
  return {
    events: await Promise.all(events),
    next: (entries.at(-1)?.index ?? from - 1) + 1,
  };
}

/** Entries about an objection. */
const ABOUT_OBJECTIONS: readonly LeafType[] = [
  'objected',
  'routed',
  'answered',
  'opinion',
  'step',
  'escalated',
];

/** The supervised read of the pool what was assigned to them, in its list; of what is asked of other bodies nothing. */
const HIDDEN: readonly LeafType[] = ['clue', 'clue-step', 'task', 'task-step'];

async function isUnrouted(
  reader: Sql,
  { authority, year }: LogKey,
  { index, leaf: { type, codeId, refersTo, refersToYear } }: ReadEntry,
): Promise<boolean> {
  if (HIDDEN.includes(type)) return true;
  if (!ABOUT_OBJECTIONS.includes(type)) return false;
  const raised = await objections.ofCode(reader, authority, codeId ?? '');
  const at =
    type === 'objected' ? { year, index } : { year: refersToYear ?? year, index: refersTo };
  const row = raised.find((each) => each.year === at.year && each.logIndex === at.index);
  return row?.routed !== 1;
}

/** An entry as oversight reads it. */
export function eventOf(
  { authority, year }: LogKey,
  { index, at, leaf, body }: ReadEntry,
): LogEvent {
  return {
    authority,
    year,
    index,
    at: instant(at),
    kind: leaf.type,
    codeId: leaf.codeId ?? null,
    refersTo: leaf.refersTo ?? null,
    ...(leaf.refersToYear !== undefined && { refersToYear: leaf.refersToYear }),
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
