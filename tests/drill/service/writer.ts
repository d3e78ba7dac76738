/**
 * A process of the service that is going to be killed: `node writer.ts ADDRESS MEMORY FIRST`. Enters objections
 * with numbers from FIRST on, many at a time, each under a request id of its own, and says on standard output what was
 * acknowledged.
 */
import { writeSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { toHex } from '@chidu/sdk/codes';
import { AUTHORITY, objected } from '../../../sdk/src/service/store/fixtures/authority.ts';
import { openLog } from '../../../sdk/src/service/store/fixtures/opened-log.ts';
import type { Position } from '../../../sdk/src/service/store/log/new-entry.ts';
import { objections } from '../../../sdk/src/service/store/records/objections.ts';
import { requests } from '../../../sdk/src/service/store/records/requests.ts';
import type { Transaction } from '../../../sdk/src/service/store/sql/database.ts';
import { storedSigner } from './stored-signer.ts';

/** What was acknowledged, one a line; without a place where an earlier process had entered it. */
export interface Acknowledged {
  readonly number: number;
  readonly place?: { readonly index: number; readonly size: number; readonly root: string };
}

const WRITERS = 16;
const PAUSE = 100;
const [address = '', memory = '', first = ''] = process.argv.slice(2);

const key = await storedSigner(memory);
const { log } = await openLog({ address, memory, key });
let next = Number(first);
await Promise.all(
  Array.from({ length: WRITERS }, async () => {
    for (;;) {
      const number = next;
      next += 1;
      say(await enter(number));
    }
  }),
);

/** As a client does: asks again under the same id while the database is away. */
async function enter(number: number): Promise<Acknowledged> {
  for (;;) {
    try {
      const { position, head } = await log.append(
        objected(number, { within: (sql, place) => keep(sql, number, place) }),
      );
      const { size, root } = head;
      return { number, place: { index: position.index, size, root: toHex(root) } };
    } catch (error) {
      const { code } = error as { code?: string };
      if (code === 'store-conflict') return { number };
      if (code !== 'store-unavailable') throw error;
      await pause(PAUSE);
    }
  }
}

async function keep(sql: Transaction, number: number, place: Position): Promise<void> {
  const id = String(number);
  await requests.insert(sql, { authority: AUTHORITY, id, digest: '', answer: '{}', at: 0 });
  await objections.insert(sql, {
    authority: AUTHORITY,
    number: id,
    codeId: id.padStart(64, '0'),
    caseNumber: id,
    contentKey: id,
    state: 'received',
    subject: '{}',
    text: '金额有误。',
    attachments: '[]',
    contact: null,
    receivedAt: place.time,
    receivedOn: '2026-11-22',
    year: place.year,
    logIndex: place.index,
    routed: 0,
    routedTo: null,
    handler: '',
    answer: null,
    dueOn: null,
    period: null,
    escalatedAt: null,
    remedy: null,
    version: 1,
  });
}

function say(acknowledged: Acknowledged): void {
  writeSync(1, `${JSON.stringify(acknowledged)}\n`);
}
