import type { Outgoing, Waiting } from '../outbox/outgoing.ts';
import { database } from './database.ts';

export async function putOut(entries: readonly Outgoing[]): Promise<void> {
  const transaction = (await database()).transaction('outbox', 'readwrite');
  for (const entry of entries) await transaction.store.add(entry);
  await transaction.done;
}

/** Everything that waits or was refused, in its order. */
export async function outbox(): Promise<readonly Waiting[]> {
  const found: Waiting[] = [];
  const transaction = (await database()).transaction('outbox');
  for (let at = await transaction.store.openCursor(); at; at = await at.continue())
    found.push({ key: at.key, outgoing: at.value });
  return found;
}

export const firstOut = async (): Promise<Waiting | null> =>
  (await outbox()).find(({ outgoing }) => !outgoing.refused) ?? null;

export const keepOut = async (key: number, outgoing: Outgoing): Promise<void> => {
  await (await database()).put('outbox', outgoing, key);
};

export const removeOut = async (key: number): Promise<void> => {
  await (await database()).delete('outbox', key);
};
