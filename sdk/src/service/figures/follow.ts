import type { LogPlace } from '../../api/index.ts';
import { buildHistory } from '../../oversight/events/build-history.ts';
import {
  CaseThreads,
  entryName,
  namesOf,
  type Thread,
} from '../../oversight/events/case-threads.ts';
import { strayBecause } from '../../oversight/events/histories.ts';
import type { OversightEvent } from '../../oversight/index.ts';
import { eventOf } from '../events/feed.ts';
import type { Service } from '../service.ts';
import {
  type CountedCase,
  type Follower,
  figureTables,
  type ReadTo,
  type UnreadRow,
} from '../store/records/figures.ts';
import type { Transaction } from '../store/sql/database.ts';
import type { KeptThreads } from './kept-threads.ts';
import { membersOf } from './members.ts';
import { counted, EDITION } from './profile.ts';

type Store = Pick<Service, 'database' | 'logs'>;

/** Entries that are read in one go: few, so that nobody who writes meanwhile waits long. */
export const PAGE = 8;
/** Rows of a table that are deleted in one transaction. */
const CLEARED = 500;

/**
 * Reads on in the logs of an authority, behind what was read before: every case that the entries speak of is put together anew, and
 * its row replaced, in one transaction with how far was read. So each entry counts once, whoever reads it and whenever that was
 * broken off.
 *
 * @returns whether there was anything to read.
 */
export async function readOn(
  store: Store,
  authority: string,
  before: Follower | null,
  kept: KeptThreads,
  most = PAGE,
): Promise<boolean> {
  if (before !== null && before.edition !== EDITION) {
    await store.database.write((sql) => makeRoom(sql, authority, before));
    return true;
  }
  const next = await nextEntries(store, authority, before?.read ?? {}, most);
  if (next === null) return false;
  const version = before?.version ?? 0;
  const change = await changeOf(store, authority, next.events, (threads) =>
    kept.take(authority, version, threads),
  );
  const written = await store.database.write(async (sql) => {
    // What a crash takes is counted again from the log: the disk is left to those who wait for it.
    if (store.database.engine === 'postgres')
      await sql.script('set local synchronous_commit to off');
    // Where somebody else was quicker nothing is written, and what they wrote is read first.
    const own = await figureTables.advance(sql, authority, before, {
      edition: EDITION,
      read: next.read,
    });
    if (own) await write(sql, authority, change);
    return own;
  });
  if (written) kept.keep(authority, version + 1, change.threads);
  return true;
}

/** Rows of another edition go, some hundreds of a table at a time; the last step begins the own one. */
async function makeRoom(sql: Transaction, authority: string, before: Follower): Promise<void> {
  const { edition, version } = before;
  const own = await figureTables.advance(sql, authority, before, { edition, read: {} });
  if (!own || (await figureTables.clear(sql, authority, CLEARED))) return;
  const begun = { ...before, version: version + 1 };
  await figureTables.advance(sql, authority, begun, { edition: EDITION, read: {} });
}

/** The next entries that lie in a checkpoint, the oldest log first: a year is closed before the next one begins. */
async function nextEntries(
  { database, logs }: Store,
  authority: string,
  read: ReadTo,
  most: number,
): Promise<{ readonly events: readonly OversightEvent[]; readonly read: ReadTo } | null> {
  const all = await figureTables.logs(database.reader);
  for (const { year, size } of all.filter((log) => log.authority === authority)) {
    const from = read[year] ?? 0;
    if (from >= size) continue;
    const log = { authority, year };
    const to = Math.min(from + most, (await logs.head(log))?.size ?? 0);
    if (to <= from) return null;
    const entries = await logs.entries(log, from, to - from);
    const events = entries.map((entry) => eventOf(log, entry));
    return { events, read: { ...read, [year]: to } };
  }
  return null;
}

/** What entries change. */
interface Change {
  /** Threads that were counted, and are counted anew. */
  readonly touched: ReadonlySet<number>;
  /** Those among them whose entries and names are written anew, too. */
  readonly apart: ReadonlySet<number>;
  readonly moved: ReadonlyMap<number, number>;
  readonly entries: readonly { year: number; index: number; thread: number }[];
  readonly names: readonly { name: string; thread: number }[];
  readonly cases: readonly CountedCase[];
  readonly profiles: ReadonlyMap<string, string>;
  readonly unread: readonly UnreadRow[];
  /** What the cases were made of. */
  readonly threads: ReadonlyMap<number, readonly OversightEvent[]>;
  /** Entries of no case that are looked at again. */
  readonly again: readonly LogPlace[];
}

async function changeOf(
  { database: { reader }, logs }: Store,
  authority: string,
  events: readonly OversightEvent[],
  take: (threads: Iterable<number>) => Map<number, readonly OversightEvent[]>,
): Promise<Change> {
  const { apart, again } = await erasedIn(reader, authority, events);
  const reread = await Promise.all(
    again.map(async (log) =>
      (await logs.entries(log, log.index, 1)).map((entry) => eventOf(log, entry)),
    ),
  );
  const read = [...events, ...reread.flat()];
  const known = await figureTables.threadsOf(reader, authority, new Set(read.flatMap(spelled)));
  const touched = new Set([...known.values(), ...apart]);
  const from = new Map<OversightEvent, number>();
  const kept = take(touched);
  for (const thread of apart) kept.delete(thread);
  for (const [thread, own] of kept) for (const event of own) from.set(event, thread);
  const missing = [...touched].filter((thread) => !kept.has(thread));
  for (const { thread, event } of await membersOf(reader, authority, missing))
    from.set(event, thread);

  const threads = new CaseThreads();
  const live = new Set<Thread>();
  const unread = new Map<string, UnreadRow>();
  for (const event of [...from.keys(), ...read]) {
    const thread = threads.add(event, (gone) => live.delete(gone));
    if (thread !== null) live.add(thread);
    else {
      const why = event.kind === 'erasure' ? null : strayBecause(event);
      if (why !== null) leave(unread, event, why, null);
    }
  }

  const moved = new Map<number, number>();
  const entries: Change['entries'][number][] = [];
  const names = new Map<string, number>();
  const cases: CountedCase[] = [];
  const profiles = new Map<string, string>();
  const made = new Map<number, readonly OversightEvent[]>();
  for (const { events: own } of live) {
    const built = buildHistory(own, NOTHING);
    const thread = entryName(built.first.year, built.first.index);
    made.set(thread, own);
    for (const event of own) {
      const was = from.get(event);
      if (was !== undefined && !apart.has(was)) {
        if (was !== thread) moved.set(was, thread);
        continue;
      }
      entries.push({ year: event.year, index: event.index, thread });
      for (const name of spelled(event)) {
        const of = known.get(name);
        if (of === undefined || apart.has(of)) names.set(name, thread);
      }
    }
    for (const { place, kind, why } of built.unread) leave(unread, { ...place, kind }, why, thread);
    if (built.history === null) continue;
    const { row, figures } = counted(built.history, thread);
    cases.push(row);
    profiles.set(row.profile, figures);
  }
  return {
    touched,
    apart,
    moved,
    entries,
    names: [...names].map(([name, thread]) => ({ name, thread })),
    cases,
    profiles,
    unread: [...unread.values()],
    threads: made,
    again,
  };
}

/** Bodies that were erased are no longer there to be read. */
const NOTHING: ReadonlySet<string> = new Set();

/** Threads and entries of none that hold something that was erased: what it named no longer binds anything. */
async function erasedIn(
  reader: Store['database']['reader'],
  authority: string,
  events: readonly OversightEvent[],
): Promise<{ readonly apart: ReadonlySet<number>; readonly again: readonly LogPlace[] }> {
  const apart = new Set<number>();
  const again: LogPlace[] = [];
  for (const { kind, year, refersTo, refersToYear } of events) {
    if (kind !== 'erasure' || refersTo === null) continue;
    const log = { authority, year: refersToYear ?? year };
    const thread = await figureTables.threadAt(reader, log, refersTo);
    if (thread !== null) apart.add(thread);
    else if (await figureTables.isUnread(reader, log, refersTo))
      again.push({ ...log, index: refersTo });
  }
  return { apart, again };
}

/** What an entry names, in one text each. */
function spelled(event: OversightEvent): string[] {
  const names = namesOf(event);
  if (names === null) return [];
  const { itself, code, number, referred } = names;
  return [
    ...(itself === null ? [] : [`entry ${itself}`]),
    ...(code === null ? [] : [`code ${code}`]),
    ...(number === null ? [] : [`case ${number}`]),
    ...(referred === null ? [] : [`entry ${referred}`]),
  ];
}

function leave(
  unread: Map<string, UnreadRow>,
  { year, index, kind }: Pick<OversightEvent, 'year' | 'index' | 'kind'>,
  why: string,
  thread: number | null,
): void {
  unread.set(`${year}/${index}`, { year, idx: index, kind, why, thread });
}

async function write(sql: Transaction, authority: string, change: Change): Promise<void> {
  const { touched, apart, moved, entries, names, cases, profiles, unread, again } = change;
  await Promise.all([
    touched.size > 0 && figureTables.dropCounted(sql, authority, touched),
    apart.size > 0 && figureTables.dropThreads(sql, authority, apart),
    ...again.map(({ year, index }) => figureTables.dropUnread(sql, authority, year, index)),
  ]);
  await Promise.all(
    [...moved].map(([thread, to]) => figureTables.moveThread(sql, authority, thread, to)),
  );
  await Promise.all([
    ...[...profiles].map(([profile, figures]) =>
      figureTables.insertProfile(sql, authority, profile, figures),
    ),
    figureTables.insertEntries(sql, authority, entries),
    figureTables.insertNames(sql, authority, names),
    figureTables.insertCases(sql, authority, cases),
    figureTables.insertUnread(sql, authority, unread),
  ]);
}
