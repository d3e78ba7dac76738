import type { TrustRoots } from '@chidu/sdk/codes';
import { browser } from 'wxt/browser';

export type Language = 'zh' | 'en';

/** What the user has set; kept on this machine. */
export interface Settings {
  readonly language: Language;
  /** Unified social credit code of the authority; a code carries it as label 2. */
  readonly authority: { readonly name: string; readonly code: string };
  readonly officer: { readonly name: string; readonly number: string };
  /** Origin of the portal that the printed code points at, and, stand-alone, takes the officer's key. */
  readonly portal: string;
  /** Address of the signed trust list; empty: `/trust-list.txt` of the portal. */
  readonly trustList: string;
  /** The roots that the user loaded from a file, and the SHA-256 of that file in hex. */
  readonly roots: { readonly pinned: TrustRoots; readonly sha256: string } | null;
  readonly adaptersOff: readonly string[];
}

const DEFAULTS: Settings = {
  language: 'zh',
  authority: { name: '', code: '' },
  officer: { name: '', number: '' },
  portal: '',
  trustList: '',
  roots: null,
  adaptersOff: [],
};

export async function settings(): Promise<Settings> {
  const stored = await browser.storage.local.get('settings');
  return { ...DEFAULTS, ...(stored.settings as Partial<Settings> | undefined) };
}

export type ChangeSettings = (change: (settings: Settings) => Partial<Settings>) => Promise<void>;

/** One change after the other: two at once would each write back what the other changed. */
let queue: Promise<void> = Promise.resolve();

export const changeSettings: ChangeSettings = (change) => {
  const next = queue
    .catch(() => undefined)
    .then(async () => {
      const current = await settings();
      await browser.storage.local.set({ settings: { ...current, ...change(current) } });
    });
  queue = next;
  return next;
};

export function watchSettings(changed: () => void): () => void {
  const listener = (changes: Record<string, unknown>, area: string): void => {
    if (area === 'local' && 'settings' in changes) changed();
  };
  browser.storage.onChanged.addListener(listener);
  return () => browser.storage.onChanged.removeListener(listener);
}
