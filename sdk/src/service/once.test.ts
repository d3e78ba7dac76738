import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { Logs } from './logs.ts';
import { once } from './once.ts';
import { AUTHORITY, logSigner, objected } from './store/fixtures/authority.ts';
import { onBothEngines, temporaryFolder } from './store/fixtures/engines.ts';
import { openLog } from './store/fixtures/opened-log.ts';
import { FileSigner } from './store/index.ts';
import { yearOf } from './store/log/year.ts';
import { requests } from './store/records/requests.ts';

onBothEngines('a request that is asked again', (engine) => {
  const folder = temporaryFolder();

  it('is answered when the entry of the first lies in a signed checkpoint, and not before', async () => {
    const memory = join(folder, engine.name);
    const file = new FileSigner(memory, [await logSigner()]);
    let release = () => {};
    const released = new Promise<void>((done) => {
      release = done;
    });
    const signer = {
      last: (origin: string) => file.last(origin),
      adopt: file.adopt.bind(file),
      sign: async (...asked: Parameters<FileSigner['sign']>) => {
        await released;
        return file.sign(...asked);
      },
    };
    const address = await engine.address();
    const opened = await openLog({
      ...{ address, memory, key: await logSigner() },
      signer: { signer, close: () => file.close() },
    });
    const { database, log } = opened;
    const logs = new Logs(database, new Map([[AUTHORITY, log]]), {
      quorum: 0,
      chainOf: () => '',
    });
    const row = { authority: AUTHORITY, id: 'one', digest: 'd', answer: '{"done":true}', at: 0 };
    const first = log.append(objected(1, { within: (sql) => requests.insert(sql, row) }));
    await expect
      .poll(() => requests.find(database.reader, AUTHORITY, 'one'), { timeout: 30_000 })
      .not.toBeNull();

    const asked = { requestId: 'one', digest: 'd' };
    const again = once({ database, logs }, AUTHORITY, asked, () => expect.fail()).then(
      async (answer) => {
        const head = await logs.head({ authority: AUTHORITY, year: yearOf(Date.now()) });
        return { answer, size: head?.size ?? 0 };
      },
    );
    await Promise.race([again, pause(50)]);
    release();
    expect(await again).toEqual({ answer: { done: true }, size: 2 });
    expect((await first).head.size).toBe(2);
    await opened.close();
  });
});
