import { browser } from 'wxt/browser';

/** What officers have put in, for the browser session: memory only, never on disk. */
export async function loadDraft(key: string): Promise<unknown> {
  return (await browser.storage.session.get(`draft:${key}`))[`draft:${key}`];
}

export async function saveDraft(key: string, draft: unknown): Promise<void> {
  await browser.storage.session.set({ [`draft:${key}`]: draft });
}

export async function forgetDrafts(): Promise<void> {
  const stored = Object.keys(await browser.storage.session.get(null));
  await browser.storage.session.remove(stored.filter((name) => name.startsWith('draft:')));
}
