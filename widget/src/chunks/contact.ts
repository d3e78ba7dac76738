import { createClient } from '@chidu/sdk/api/client';
import { readRecipient, type sealContact } from '@chidu/sdk/api/contact';
import type { Held } from '../reading.ts';

/** Contacts that only the supervision body can open: loaded when a reader wants to leave one. */
export { sealContact } from '@chidu/sdk/api/contact';

export type Recipient = Parameters<typeof sealContact>[0];

/** Whom contacts about this authority are sealed to, as the service names it and a listed key vouches for; else null. */
export async function recipientOf(
  authority: string | undefined,
  { service, load, keys }: Held,
  today: string,
): Promise<Recipient | null> {
  if (authority === undefined || keys === null) return null;
  const client = createClient({ base: service, fetch: load });
  const called = await client.recipient({ params: { authority } });
  if (!called.ok) return null;
  return readRecipient(new TextEncoder().encode(called.answer), { keys, authority, today });
}
