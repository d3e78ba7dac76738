/**
 * A process of the service that is going to be killed: `node writer.ts ADDRESS MEMORY FIRST`. Enters numbers from
 * FIRST on, many at a time, each under a request id of its own, and says on standard output what was acknowledged.
 */
import { writeSync } from 'node:fs';
import { toHex } from '@chidu/sdk/codes';
import { AUTHORITY, objected } from '../../../sdk/src/service/store/fixtures/authority.ts';
import { openLog } from '../../../sdk/src/service/store/fixtures/opened-log.ts';
import { requests } from '../../../sdk/src/service/store/records/requests.ts';
import { storedSigner } from './stored-signer.ts';

/** What was acknowledged, one a line; without a place where an earlier process had entered it. */
export interface Acknowledged {
  readonly number: number;
  readonly place?: { readonly index: number; readonly size: number; readonly root: string };
}

const WRITERS = 16;
const [address = '', memory = '', first = ''] = process.argv.slice(2);

const { log } = await openLog({ address, memory, key: await storedSigner(memory) });
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

async function enter(number: number): Promise<Acknowledged> {
  const request = { authority: AUTHORITY, id: String(number), digest: '', answer: '{}', at: 0 };
  try {
    const { position, head } = await log.append(
      objected(number, { within: (sql) => requests.insert(sql, request) }),
    );
    const { size, root } = head;
    return { number, place: { index: position.index, size, root: toHex(root) } };
  } catch (error) {
    if ((error as { code?: string }).code === 'store-conflict') return { number };
    throw error;
  }
}

function say(acknowledged: Acknowledged): void {
  writeSync(1, `${JSON.stringify(acknowledged)}\n`);
}
