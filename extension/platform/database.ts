import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import type { Docket, HistoryEntry } from '../docket/docket.ts';
import type { PrintedCode } from '../notice/place.ts';
import type { Outgoing } from '../outbox/outgoing.ts';

/** A code as issued on this machine: enough to print it again, to take it back and to answer for it. */
export interface IssuedCode {
  readonly codeId: string;
  readonly checkCode: string;
  readonly text: string;
  readonly caseNumber: string;
  readonly document: string;
  /** RFC 3339. */
  readonly issuedAt: string;
  /** Fen; null where the law sets no fine or the penalty is waived. */
  readonly fine: number | null;
  /** Why the officer departed from the suggestion; null where he did not. */
  readonly departure: { readonly suggested: number; readonly reason: string } | null;
  readonly printed: PrintedCode;
  /** The officer wants it in the notice: placed whenever a notice with this document number is opened. */
  readonly wanted: boolean;
  /** The code that took its place. */
  readonly supersededBy: string | null;
}

/** The officer's key. The private half can sign but never be read, not even by us. */
export interface OfficerKey {
  readonly id: 'officer';
  readonly pair: CryptoKeyPair;
  readonly spki: Uint8Array<ArrayBuffer>;
  readonly createdAt: string;
  /** The signed request to be listed (`chidu-key-request/1`), and whom it speaks for. */
  readonly request: Uint8Array<ArrayBuffer>;
  readonly requestedFor: { readonly authority: string; readonly officer: number };
  /** The approval of this request (`chidu-key-approval/1`), once it was brought back. */
  readonly approval?: Uint8Array<ArrayBuffer>;
  readonly enrolled: { readonly portal: string; readonly at: string } | null;
}

interface Chidu extends DBSchema {
  keys: { key: 'officer'; value: OfficerKey };
  codes: { key: string; value: IssuedCode; indexes: { document: string; caseNumber: string } };
  dockets: { key: string; value: Docket; indexes: { addresses: string; documents: string } };
  history: { key: number; value: HistoryEntry; indexes: { caseNumber: string } };
  /** In the order in which they were put in. */
  outbox: { key: number; value: Outgoing; indexes: { id: string } };
}

let opened: Promise<IDBPDatabase<Chidu>> | undefined;

/** One database of the extension's own origin; every store that lasts longer than a browser session is in it. */
export function database(): Promise<IDBPDatabase<Chidu>> {
  opened ??= openDB<Chidu>('chidu', 2, {
    upgrade(db, from) {
      if (from < 1) {
        db.createObjectStore('keys', { keyPath: 'id' });
        const codes = db.createObjectStore('codes', { keyPath: 'codeId' });
        codes.createIndex('document', 'document');
        codes.createIndex('caseNumber', 'caseNumber');
      }
      if (from < 2) {
        const dockets = db.createObjectStore('dockets', { keyPath: 'caseNumber' });
        dockets.createIndex('addresses', 'addresses', { multiEntry: true });
        dockets.createIndex('documents', 'documents', { multiEntry: true });
        const history = db.createObjectStore('history', { autoIncrement: true });
        history.createIndex('caseNumber', 'caseNumber');
        const outbox = db.createObjectStore('outbox', { autoIncrement: true });
        outbox.createIndex('id', 'id', { unique: true });
      }
    },
    // A page of an older version that is still open must not keep the new one waiting.
    blocking: (_, __, event) => (event.target as IDBDatabase | null)?.close(),
  });
  return opened;
}

export const officerKey = async (): Promise<OfficerKey | null> =>
  (await (await database()).get('keys', 'officer')) ?? null;

export const saveOfficerKey = async (key: OfficerKey): Promise<void> => {
  await (await database()).put('keys', key);
};

export const issuedCode = async (codeId: string): Promise<IssuedCode | null> =>
  (await (await database()).get('codes', codeId)) ?? null;

/** Newest first. */
export const codesOfCase = async (caseNumber: string): Promise<readonly IssuedCode[]> =>
  newestFirst(await (await database()).getAllFromIndex('codes', 'caseNumber', caseNumber));

/** The one code of a document that has not been superseded. */
export const currentCode = async (document: string): Promise<IssuedCode | null> =>
  newestFirst(await (await database()).getAllFromIndex('codes', 'document', document)).find(
    (code) => code.supersededBy === null,
  ) ?? null;

/** Records a new code and marks the ones of the same document as superseded, in one transaction. */
export async function recordCode(code: IssuedCode): Promise<void> {
  const transaction = (await database()).transaction('codes', 'readwrite');
  for (const old of await transaction.store.index('document').getAll(code.document))
    if (old.supersededBy === null && old.codeId !== code.codeId)
      await transaction.store.put({ ...old, supersededBy: code.codeId, wanted: false });
  await transaction.store.put(code);
  await transaction.done;
}

export async function wantInNotice(codeId: string, wanted: boolean): Promise<void> {
  const transaction = (await database()).transaction('codes', 'readwrite');
  const code = await transaction.store.get(codeId);
  if (code) await transaction.store.put({ ...code, wanted });
  await transaction.done;
}

const newestFirst = (codes: IssuedCode[]): IssuedCode[] =>
  codes.sort((a, b) => b.issuedAt.localeCompare(a.issuedAt));
