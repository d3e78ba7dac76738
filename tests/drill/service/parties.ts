/**
 * Parties who object over HTTP: `node parties.ts`, on standard input `{"urls": […], "codes": […]}`. Each asks the next
 * instance where one does not answer, until somebody takes the objection; what was acknowledged is said, one a line.
 */
import { writeSync } from 'node:fs';
import { json } from 'node:stream/consumers';
import { setTimeout as pause } from 'node:timers/promises';
import { createClient } from '@chidu/sdk/api/client';
import { toHex } from '@chidu/sdk/codes';
import { parseReceipt } from '@chidu/sdk/log';

/** An objection that a party holds a receipt of. */
export interface Receipted {
  readonly number: string;
  readonly index: number;
  /** The head in the receipt. */
  readonly size: number;
  readonly root: string;
}

const PARTIES = 8;
/** A host that is gone says nothing; then somebody else is asked. Milliseconds. */
const PATIENCE = 3_000;
const PAUSE = 100;

const { urls, codes } = (await json(process.stdin)) as { urls: string[]; codes: string[] };
const clients = urls.map((base) =>
  createClient({
    base,
    fetch: (input, init) => fetch(input, { ...init, signal: AbortSignal.timeout(PATIENCE) }),
  }),
);
await Promise.all(Array.from({ length: PARTIES }, (_, party) => objectAgainAndAgain(party)));

async function objectAgainAndAgain(party: number): Promise<never> {
  for (let turn = 0; ; turn += 1) {
    writeSync(1, `${JSON.stringify(await objected(party, turn))}\n`);
  }
}

/** The same objection until it is taken: asked twice, it is one. */
async function objected(party: number, turn: number): Promise<Receipted> {
  for (let attempt = party + turn; ; attempt += 1) {
    const client = clients[attempt % clients.length] as (typeof clients)[number];
    const called = await client.object({
      body: {
        format: 'chidu-objection/1',
        code: codes[turn % codes.length] as string,
        disputed: [{ kind: 'factor', factor: 2 }],
        text: `货值认定有误，请复核（${party}，${turn}）。`,
      },
    });
    if (called.ok) {
      const { number, place, proof } = called.answer;
      const { size, root } = parseReceipt(proof)?.checkpoint ?? { size: 0, root: new Uint8Array() };
      return { number, index: place.index, size, root: toHex(root) };
    }
    if (!['unreachable', 'unreadable', 'store-unavailable'].includes(called.error)) {
      throw new Error(JSON.stringify(called));
    }
    await pause(PAUSE);
  }
}
