import type { TrustRoots } from '@chidu/sdk/codes';
import { browser } from 'wxt/browser';
import type { Policy } from '../policy/policy.ts';
import { currentPolicy } from './policy-store.ts';

export type Language = 'zh' | 'en';

/** What the user has set; kept on this machine. */
export interface Settings {
  readonly language: Language;
  /** Unified social credit code of the authority; a code carries it as label 2. */
  readonly authority: { readonly name: string; readonly code: string };
  readonly officer: { readonly name: string; readonly number: string };
  /** Origin of the portal that the printed code points at, and, stand-alone, takes the officer's key. */
  readonly portal: string;
  /** Origin of the service; empty: the desk works alone. */
  readonly service: string;
  /** Address of the signed trust list; empty: `/trust-list.txt` of the portal. */
  readonly trustList: string;
  /** The roots that the user loaded from a file, and the SHA-256 of that file in hex. */
  readonly roots: { readonly pinned: TrustRoots; readonly sha256: string } | null;
  readonly adaptersOff: readonly string[];
}

/** What the administrator has set, beside what the user has. */
export interface Managed {
  /** Null where nobody manages this desk. */
  readonly by: string | null;
  /** Keys of the policy that may not be changed here. */
  readonly locked: ReadonlySet<keyof Policy>;
  readonly faults: readonly string[];
}

const DEFAULTS: Settings = {
  language: 'zh',
  authority: { name: '', code: '' },
  officer: { name: '', number: '' },
  portal: '',
  service: '',
  trustList: '',
  roots: null,
  adaptersOff: [],
};

async function ownSettings(): Promise<Partial<Settings>> {
  return ((await browser.storage.local.get('settings')).settings as Partial<Settings>) ?? {};
}

/** What counts: the administrator's word where it is locked, else the user's, else the administrator's as a default. */
export async function settings(): Promise<Settings> {
  const [own, { policy }] = await Promise.all([ownSettings(), currentPolicy()]);
  const set = settingsOf(policy);
  const merged = policy.lock ? { ...own, ...set } : { ...set, ...own };
  return { ...DEFAULTS, ...merged };
}

export async function managed(): Promise<Managed> {
  const { policy, faults } = await currentPolicy();
  const keys = Object.keys(policy) as (keyof Policy)[];
  return {
    by: keys.length === 0 ? null : (policy.managedBy ?? policy.authorityName ?? ''),
    locked: new Set(policy.lock ? keys : []),
    faults,
  };
}

function settingsOf(policy: Policy): Partial<Settings> {
  const { language, portal, service, trustList, authorityName, authorityCode } = policy;
  return {
    ...(language && { language }),
    ...(portal && { portal }),
    ...(service && { service }),
    ...(trustList && { trustList }),
    ...(authorityName &&
      authorityCode && { authority: { name: authorityName, code: authorityCode } }),
  };
}

export type ChangeSettings = (change: (settings: Settings) => Partial<Settings>) => Promise<void>;

/** One change after the other: two at once would each write back what the other changed. */
let queue: Promise<void> = Promise.resolve();

export const changeSettings: ChangeSettings = (change) => {
  const next = queue
    .catch(() => undefined)
    .then(async () => {
      const changed = change(await settings());
      await browser.storage.local.set({ settings: { ...(await ownSettings()), ...changed } });
    });
  queue = next;
  return next;
};

/** The settings once every change asked for is written. */
export async function settledSettings(): Promise<Settings> {
  for (;;) {
    const last = queue;
    await last.catch(() => undefined);
    const found = await settings();
    if (last === queue) return found;
  }
}

export function watchSettings(changed: () => void): () => void {
  const listener = (changes: Record<string, unknown>, area: string): void => {
    if (area === 'managed' || (area === 'local' && 'settings' in changes)) changed();
  };
  browser.storage.onChanged.addListener(listener);
  return () => browser.storage.onChanged.removeListener(listener);
}
