import { browser } from 'wxt/browser';
import type { Adapter } from '../adapters/adapter.ts';
import { adapterFor } from '../adapters/matches.ts';
import { judgePage } from '../judge/judge-page.ts';
import type { PageReading } from '../locate/reading.ts';
import { allAdapters, watchAdapters } from '../platform/adapter-store.ts';
import { countReadings } from '../platform/health.ts';
import { originsOf } from '../platform/match-patterns.ts';
import { answer, type Sender } from '../platform/messages.ts';
import { openPanel, openPanelFromToolbar } from '../platform/panel.ts';
import { watchPolicy } from '../platform/policy-store.ts';
import { granted, registerReaders, run } from '../platform/scripting.ts';
import { settings, watchSettings } from '../platform/settings.ts';
import { allTabStates, changeTabState, forgetTab } from '../platform/tab-state.ts';
import { applyPolicy } from './apply-policy.ts';
import { noteCase, noteNotice } from './note-docket.ts';
import { placeWanted, withCode } from './place-code.ts';
import { sendOutbox } from './send-outbox.ts';
import { showTab } from './show-tab.ts';

/**
 * The background script: tells readers what to read, keeps what they report, puts codes into notices. All state lies in
 * storage, and every listener is set while the script starts: the browser ends this worker whenever it is idle.
 */
export function startDesk(): void {
  openPanelFromToolbar();
  answer({
    'reader/hello': async (_, sender) => adapterFor(await enabledAdapters(), sender),
    'reader/report': async ({ texts }, sender) => {
      const { tab, frame } = sender;
      if (tab === undefined || frame === undefined) return null;
      const adapter = adapterFor(await enabledAdapters(), sender);
      const reading = texts && adapter && judgePage(texts, adapter);
      const gone: PageReading[] = [];
      const documentId = sender.document ?? '';
      const state = await changeTabState(tab, ({ [frame]: held, ...others }) => {
        if (held && held.documentId !== documentId) gone.push(held.reading);
        return reading ? { ...others, [frame]: { documentId, reading } } : others;
      });
      await countReadings(gone);
      await showTab(tab, state);
      if (reading?.kind === 'case') await noteCase(state, sender.url, reading.at);
      if (reading?.kind === 'notice') {
        const codeId = await placeWanted(tab, frame, reading, await allAdapters());
        await noteNotice(reading, texts?.text ?? '', codeId);
      }
      return null;
    },
    'reader/frame-loaded': async (_, { tab }) => {
      if (tab !== undefined) await readTab(tab);
      return null;
    },
    'launcher/open': (_, { tab }) => {
      if (tab !== undefined) void openPanel(tab);
      return null;
    },
    'notice/place': (ask, sender) =>
      ownPagesOnly(sender, async () => withCode(ask.codeId, 'place', await allAdapters())),
    'notice/remove': (ask, sender) =>
      ownPagesOnly(sender, async () => withCode(ask.codeId, 'remove', await allAdapters())),
  });

  const renew = (): void => void renewReaders();
  browser.runtime.onInstalled.addListener(renew);
  browser.runtime.onStartup.addListener(renew);
  browser.permissions.onAdded.addListener(renew);
  browser.permissions.onRemoved.addListener(renew);
  watchSettings(renew);
  const obey = (): void => void applyPolicy();
  browser.runtime.onInstalled.addListener(obey);
  browser.runtime.onStartup.addListener(obey);
  watchPolicy(obey);
  void sendOutbox();
  watchAdapters(renew);
  browser.tabs.onRemoved.addListener((tab) => void closeTab(tab));
  // A window that a case page opened and filled by document.write has no address a pattern could match.
  browser.tabs.onUpdated.addListener((id, change, tab) => {
    if (change.status === 'complete' && /^about:blank/.test(tab.url ?? 'about:blank'))
      void readTab(id);
  });
}

async function enabledAdapters(): Promise<readonly Adapter[]> {
  const { adaptersOff } = await settings();
  return granted((await allAdapters()).filter(({ id }) => !adaptersOff.includes(id)));
}

async function closeTab(tab: number): Promise<void> {
  const state = (await allTabStates()).get(tab) ?? {};
  await forgetTab(tab);
  await countReadings(Object.values(state).map(({ reading }) => reading));
}

/** Registers the readers anew, and starts them in pages that are already open: nobody should have to reload a form. */
async function renewReaders(): Promise<void> {
  const adapters = await enabledAdapters();
  await registerReaders(adapters);
  for (const { matches } of adapters)
    for (const tab of await browser.tabs.query({ url: originsOf(matches) }))
      if (tab.id !== undefined && adapterFor(adapters, { url: tab.url ?? '', origin: '' }))
        await readTab(tab.id);
}

/** Runs the reader in every frame of a tab that may be reached. */
async function readTab(tab: number): Promise<void> {
  // Not ours to read, or gone in the meantime: both are ordinary.
  await run({ tabId: tab, allFrames: true }, '/reader.js').catch(() => undefined);
}

function ownPagesOnly<T>(sender: Sender, act: () => Promise<T[]>): Promise<T[]> | T[] {
  return sender.url.startsWith(browser.runtime.getURL('/')) ? act() : [];
}
