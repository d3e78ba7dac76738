import { requestAuthorizer } from '@chidu/sdk/api';
import { type Client, createClient } from '@chidu/sdk/api/client';
import { webCryptoSigner } from '@chidu/sdk/codes';
import { officerKey } from './database.ts';
import { settings } from './settings.ts';

/** The service as this officer, each request signed with the officer's own key; null where there is none, or no key. */
export async function service(): Promise<Client | null> {
  const [{ service: base }, key] = await Promise.all([settings(), officerKey()]);
  if (base === '' || !key) return null;
  return createClient({
    base,
    authorize: requestAuthorizer({
      signer: await webCryptoSigner(key.pair),
      audience: base,
      now: () => Date.now(),
      newId: () => crypto.randomUUID(),
    }),
  });
}
