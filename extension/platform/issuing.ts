import { browser } from 'wxt/browser';

/** The request for a code that is under way: it keeps its id until the code is kept or refused, whatever is closed meanwhile. */
export async function issuingId(body: string): Promise<string> {
  const { issuing } = (await browser.storage.local.get('issuing')) as {
    issuing?: { id: string; body: string };
  };
  if (issuing?.body === body) return issuing.id;
  const id = crypto.randomUUID();
  await browser.storage.local.set({ issuing: { id, body } });
  return id;
}

export const issuingSettled = (): Promise<void> => browser.storage.local.remove('issuing');
