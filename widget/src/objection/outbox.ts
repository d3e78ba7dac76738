import { createClient } from '@chidu/sdk/api/client';
import { type DBSchema, openDB } from 'idb';
import {
  type Attachment,
  contentKey,
  type Disputed,
  type ObjectionRequest,
  type Receipt,
  STORE,
} from './request.ts';

/** What has been typed and not handed in. No contact: that is only ever kept sealed. */
export interface Draft {
  readonly code: string;
  readonly disputed: readonly Disputed[];
  readonly text: string;
  readonly attachments: readonly Attachment[];
}

/** One objection handed in by the reader: on its way until there is a receipt, or a refusal. */
export interface Sent {
  /** `contentKey` of the request; where nothing can be kept, the number of its receipt. */
  readonly key: string;
  readonly code: string;
  /** Base address of the service it goes to. */
  readonly service: string;
  readonly request: ObjectionRequest;
  /** When the reader handed it in, RFC 3339. */
  readonly at: string;
  readonly receipt: Receipt | null;
  /** Error code of a service that will not take it. */
  readonly refused: string | null;
}

interface Stored extends DBSchema {
  drafts: { key: string; value: Draft };
  outbox: { key: string; value: Sent; indexes: { code: string } };
}

export type Outbox = Awaited<ReturnType<typeof openOutbox>>;

/** Where the browser has no locks, the service alone sees to it that the same content is one objection. */
const alone = (work: () => Promise<void>): Promise<void> =>
  navigator.locks ? navigator.locks.request('chidu-objections', work) : work();

/** Refusals that pass: the service is busy, restarts, or asks to wait. */
const passes = (status: number | null) => status === null || status === 429 || status >= 500;

/**
 * Drafts and objections of this browser. What was handed in stays until the service has answered, over reloads and lost
 * networks, and is sent again with the same content, by which the service knows it: delivered once, however often it
 * was sent. Rejects where the page may keep nothing (a sandboxed frame).
 */
export async function openOutbox(load: typeof fetch, now: () => Date) {
  const database = await openDB<Stored>(STORE, 1, {
    upgrade(created) {
      created.createObjectStore('drafts', { keyPath: 'code' });
      created.createObjectStore('outbox', { keyPath: 'key' }).createIndex('code', 'code');
    },
    // Another tab brings a newer version: make way.
    blocking: (_, __, event) => (event.target as IDBDatabase).close(),
  });

  async function send(sent: Sent): Promise<void> {
    const { service, request } = sent;
    const called = await createClient({ base: service, fetch: load }).object({ body: request });
    if (!called.ok && passes(called.status)) return;
    await database.put('outbox', {
      ...sent,
      receipt: called.ok ? called.answer : null,
      refused: called.ok ? null : called.error,
    });
  }

  return {
    draft: (code: string) => database.get('drafts', code),
    keep: (draft: Draft) => database.put('drafts', draft),
    discard: (code: string) => database.delete('drafts', code),
    of: (code: string) => database.getAllFromIndex('outbox', 'code', code),

    /** Takes one objection in, and drops its draft in the same transaction. The same content twice is one. */
    async add(service: string, request: ObjectionRequest): Promise<void> {
      const change = database.transaction(['drafts', 'outbox'], 'readwrite', {
        durability: 'strict',
      });
      const outbox = change.objectStore('outbox');
      const key = contentKey(request);
      const known = await outbox.get(key);
      if (known === undefined || known.refused !== null) {
        const at = now().toISOString();
        const sent = {
          key,
          code: request.code,
          service,
          request,
          at,
          receipt: null,
          refused: null,
        };
        await outbox.put(sent);
      }
      await change.objectStore('drafts').delete(request.code);
      await change.done;
    },

    /** Sends what is on its way, one tab at a time, so that none is sent while another tab sends it. */
    flush: (): Promise<void> =>
      alone(async () => {
        const all = await database.getAll('outbox');
        for (const sent of all) if (!sent.receipt && !sent.refused) await send(sent);
      }),

    close: () => database.close(),
  };
}
