import type { SeenList, TrustMemory } from '@chidu/sdk/codes';
import { browser } from 'wxt/browser';

/** The newest trust list that this browser has seen under these roots; other roots begin anew. */
export function trustMemory(rootsSha256: string): TrustMemory {
  const name = `trust:${rootsSha256}`;
  return {
    read: async () =>
      ((await browser.storage.local.get(name))[name] as SeenList | undefined) ?? null,
    write: (seen) => browser.storage.local.set({ [name]: seen }),
  };
}
