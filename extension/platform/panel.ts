import { browser } from 'wxt/browser';

/** Firefox alone has it, and Chromium alone has `sidePanel`. */
const firefox = browser as unknown as { sidebarAction?: { toggle(): Promise<void> } };

/** Lets the toolbar button open the panel. Called at every start of the background script. */
export function openPanelFromToolbar(): void {
  if (browser.sidePanel) void browser.sidePanel.setPanelBehavior({ openPanelOnActionClick: true });
  else browser.action.onClicked.addListener(() => void firefox.sidebarAction?.toggle());
}

/**
 * Opens the panel beside a tab. To be called at once in the answer to a click: Chromium forgets the gesture after any
 * wait. Firefox opens its sidebar only from the toolbar, so there a small window takes its place.
 */
export async function openPanel(tab: number): Promise<void> {
  if (browser.sidePanel) return browser.sidePanel.open({ tabId: tab });
  await browser.windows.create({
    url: browser.runtime.getURL(`/sidepanel.html?tab=${tab}`),
    type: 'popup',
    width: 420,
    height: 900,
  });
}

/** The tab the panel speaks about: named in its address, or the active one of its window. */
export async function panelTab(address: string): Promise<number | null> {
  const named = new URL(address).searchParams.get('tab');
  if (named !== null) return /^\d+$/.test(named) ? Number(named) : null;
  const [active] = await browser.tabs.query({ active: true, currentWindow: true });
  return active?.id ?? null;
}

export function watchActiveTab(changed: () => void): () => void {
  browser.tabs.onActivated.addListener(changed);
  return () => browser.tabs.onActivated.removeListener(changed);
}

/** A mark on the toolbar button: the case is recognised, or something in it needs a person. */
export async function showBadge(tab: number, text: string, colour: string): Promise<void> {
  await browser.action.setBadgeText({ tabId: tab, text });
  if (text) await browser.action.setBadgeBackgroundColor({ tabId: tab, color: colour });
}
