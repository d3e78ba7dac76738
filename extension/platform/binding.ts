import { type Browser, browser } from 'wxt/browser';
import type { Adapter } from '../adapters/adapter.ts';
import type { PickedMessage } from '../entrypoints/binding.ts';
import type { PageTexts } from '../locate/reading.ts';
import type { Picked } from '../suggest/picked.ts';
import type { PageProposals } from '../suggest/propose.ts';
import { ask } from './scripting.ts';

/** Carried into the page as text, as those of `page-calls.ts`. */
const propose = (): PageProposals | null => globalThis.chiduBinding?.propose() ?? null;
const read = (adapter: Adapter): PageTexts | null => globalThis.chiduBinding?.read(adapter) ?? null;
const pick = (on: boolean): null => {
  globalThis.chiduBinding?.pick(on);
  return null;
};

/** What every frame of a tab offers; null where the tab may not be read. */
export async function proposals(tab: number): Promise<readonly PageProposals[] | null> {
  try {
    const answers = await ask({ tabId: tab, allFrames: true }, '/binding.js', propose, null);
    return answers.map(({ result }) => result);
  } catch {
    return null;
  }
}

/** What a draft reads in every frame of a tab. */
export async function readDraft(tab: number, adapter: Adapter): Promise<readonly PageTexts[]> {
  const answers = await ask({ tabId: tab, allFrames: true }, '/binding.js', read, adapter);
  return answers.map(({ result }) => result);
}

/** Lets a person point at something in the tab, until they have or `stopPicking` ends it. */
export const startPicking = (tab: number): Promise<unknown> =>
  ask({ tabId: tab, allFrames: true }, '/binding.js', pick, true);

export const stopPicking = (tab: number): Promise<unknown> =>
  ask({ tabId: tab, allFrames: true }, '/binding.js', pick, false).catch(() => null);

/** Calls back with what was pointed at in this tab, and in which frame. Returns how to stop. */
export function watchPicked(
  tab: number,
  picked: (picked: Picked, frame: string) => void,
): () => void {
  const listener = (message: unknown, sender: Browser.runtime.MessageSender): void => {
    const { type, picked: what } = (message ?? {}) as Partial<PickedMessage>;
    // Only our own script of that very tab.
    if (type !== 'binding/picked' || sender.id !== browser.runtime.id || sender.tab?.id !== tab)
      return;
    if (what) picked(what, URL.parse(sender.url ?? '')?.pathname ?? '');
  };
  browser.runtime.onMessage.addListener(listener);
  return () => browser.runtime.onMessage.removeListener(listener);
}

/** The open tabs that may be read, for a binder that was opened by itself. */
export async function readableTabs(): Promise<
  readonly { readonly id: number; readonly title: string }[]
> {
  const tabs = await browser.tabs.query({ url: ['http://*/*', 'https://*/*'] });
  return tabs.flatMap(({ id, title, url }) =>
    id === undefined || url === undefined ? [] : [{ id, title: `${title ?? ''} ${url}` }],
  );
}

/** The address of a tab; null where it may not be known. */
export const addressOf = async (tab: number): Promise<string | null> =>
  (await browser.tabs.get(tab).catch(() => null))?.url ?? null;
