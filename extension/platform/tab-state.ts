import { browser } from 'wxt/browser';
import type { PageReading } from '../locate/reading.ts';

/** What the frames of a tab last showed, by frame. Lives as long as the browser session, not as the worker. */
export type TabState = Readonly<Record<number, { documentId: string; reading: PageReading }>>;

const key = (tab: number): string => `tab:${tab}`;
let queue: Promise<unknown> = Promise.resolve();

async function tabState(tab: number): Promise<TabState> {
  const stored = await browser.storage.session.get(key(tab));
  return (stored[key(tab)] as TabState | undefined) ?? {};
}

export async function allTabStates(): Promise<ReadonlyMap<number, TabState>> {
  const stored = await browser.storage.session.get(null);
  return new Map(
    Object.entries(stored).flatMap(([name, state]) =>
      name.startsWith('tab:') ? [[Number(name.slice(4)), state as TabState] as const] : [],
    ),
  );
}

/** Changes one tab's state; changes wait for each other, for frames report at the same moment. */
export function changeTabState(
  tab: number,
  change: (state: TabState) => TabState,
): Promise<TabState> {
  const next = queue
    .catch(() => undefined)
    .then(async () => {
      const state = change(await tabState(tab));
      await browser.storage.session.set({ [key(tab)]: state });
      return state;
    });
  queue = next;
  return next;
}

export async function forgetTab(tab: number): Promise<void> {
  await browser.storage.session.remove(key(tab));
}

/** Calls back with the new state whenever a frame of this tab showed something new. Returns how to stop. */
export function watchTab(tab: number, changed: (state: TabState) => void): () => void {
  const listener = (changes: Record<string, { newValue?: unknown }>, area: string): void => {
    const change = area === 'session' ? changes[key(tab)] : undefined;
    if (change) changed((change.newValue ?? {}) as TabState);
  };
  browser.storage.onChanged.addListener(listener);
  return () => browser.storage.onChanged.removeListener(listener);
}
