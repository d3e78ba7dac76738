import type { Noted } from '../docket/note-reading.ts';
import { drain } from '../outbox/drain.ts';
import { outgoingOf } from '../outbox/to-service.ts';
import { firstOut, keepOut, putOut, removeOut } from '../platform/outbox-store.ts';
import { service } from '../platform/service.ts';
import { settings } from '../platform/settings.ts';

/** What is new in a case, for the service; on a desk that works alone nothing is put by. */
export async function tellService({ docket, news }: Noted): Promise<void> {
  const { service: base, authority } = await settings();
  if (base === '' || authority.code === '') return;
  const entries = outgoingOf(news, docket, {
    authority: authority.code,
    now: new Date().toISOString(),
    newId: () => crypto.randomUUID(),
  });
  if (entries.length === 0) return;
  await putOut(entries);
  await sendOutbox();
}

/** Sends what waits. Called whenever this worker starts and whenever something is put in; two runs do not overlap. */
export async function sendOutbox(): Promise<void> {
  await navigator.locks.request('chidu-outbox', { ifAvailable: true }, async (lock) => {
    if (!lock || !(await firstOut())) return;
    const client = await service();
    if (!client) return;
    await drain({
      first: firstOut,
      send: async ({ id, kind, body }) => {
        const input = { id, body } as never;
        const called = await (kind === 'stage'
          ? client.recordStage(input)
          : client.recordPage(input));
        return called.ok ? { ok: true } : called;
      },
      remove: removeOut,
      keep: keepOut,
      now: () => Date.now(),
    });
  });
}
