import type { Docket, HistoryEntry, HistoryEvent } from '../docket/docket.ts';
import type { Noted } from '../docket/note-reading.ts';
import { database } from './database.ts';

const CHANNEL = 'chidu-dockets';

/** From whichever part of the extension changed a docket to those that show it. */
function tell(caseNumber: string): void {
  const channel = new BroadcastChannel(CHANNEL);
  channel.postMessage(caseNumber);
  channel.close();
}

/** Calls back whenever another part changed a docket. Returns how to stop. */
export function watchDockets(changed: () => void): () => void {
  const channel = new BroadcastChannel(CHANNEL);
  channel.addEventListener('message', changed);
  return () => channel.close();
}

export const docketOf = async (caseNumber: string): Promise<Docket | null> =>
  (await (await database()).get('dockets', caseNumber)) ?? null;

/** Cases that were read at any of these addresses. */
export async function docketsAt(addresses: readonly string[]): Promise<readonly Docket[]> {
  const db = await database();
  const found = await Promise.all(
    addresses.map((address) => db.getAllFromIndex('dockets', 'addresses', address)),
  );
  return [...new Map(found.flat().map((docket) => [docket.caseNumber, docket])).values()];
}

/** The case whose paper this is: a code was issued for its number, or a case page named it. */
export async function caseOfDocument(document: string): Promise<string | null> {
  const db = await database();
  const [code] = await db.getAllFromIndex('codes', 'document', document, 1);
  const [docket] = await db.getAllFromIndex('dockets', 'documents', document, 1);
  return code?.caseNumber ?? docket?.caseNumber ?? null;
}

/**
 * Changes a docket and appends what is new to the history, in one transaction: two frames that report at the same moment
 * come one after the other.
 */
export async function changeDocket(
  caseNumber: string,
  at: string,
  change: (held: Docket | null) => Noted,
): Promise<Noted> {
  const db = await database();
  const transaction = db.transaction(['dockets', 'history'], 'readwrite');
  const noted = change((await transaction.objectStore('dockets').get(caseNumber)) ?? null);
  await transaction.objectStore('dockets').put(noted.docket);
  for (const what of noted.news)
    await transaction.objectStore('history').add({ caseNumber, at, what });
  await transaction.done;
  tell(caseNumber);
  return noted;
}

export async function appendHistory(
  caseNumber: string,
  at: string,
  what: HistoryEvent,
): Promise<void> {
  await (await database()).add('history', { caseNumber, at, what });
  tell(caseNumber);
}

/** Oldest first. */
export const historyOf = async (caseNumber: string): Promise<readonly HistoryEntry[]> =>
  (await database()).getAllFromIndex('history', 'caseNumber', caseNumber);

/** Everything of cases on this machine: dockets, history, codes, and what waits to be sent. The key stays. */
export async function forgetCases(): Promise<void> {
  const stores = ['dockets', 'history', 'codes', 'outbox'] as const;
  const transaction = (await database()).transaction(stores, 'readwrite');
  await Promise.all(stores.map((name) => transaction.objectStore(name).clear()));
  await transaction.done;
}
