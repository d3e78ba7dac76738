import { browser } from 'wxt/browser';
import { Adapter } from '../adapters/adapter.ts';
import { ADAPTERS } from '../adapters/index.ts';

/** Where an adapter that did not ship with this build came from. */
export type AdapterOrigin = 'binder' | 'file' | 'policy';

export interface InstalledAdapter {
  readonly adapter: Adapter;
  readonly from: AdapterOrigin;
  /** Time of installation, ISO 8601. */
  readonly at: string;
}

const KEY = 'adapters';

/** What was installed on this machine; an entry of an unknown format is left out, never bent into shape. */
export async function installedAdapters(): Promise<readonly InstalledAdapter[]> {
  const stored = (await browser.storage.local.get(KEY))[KEY];
  if (!Array.isArray(stored)) return [];
  return stored.flatMap(({ adapter, from, at }: InstalledAdapter) => {
    const parsed = Adapter.safeParse(adapter);
    return parsed.success ? [{ adapter: parsed.data, from, at }] : [];
  });
}

/** Every adapter of this machine. One that was installed takes the place of the shipped one of its id. */
export async function allAdapters(): Promise<readonly Adapter[]> {
  const installed = (await installedAdapters()).map(({ adapter }) => adapter);
  const ids = new Set(installed.map(({ id }) => id));
  return [...installed, ...ADAPTERS.filter(({ id }) => !ids.has(id))];
}

/** One change after the other: two at once would each write back what the other changed. */
let queue: Promise<void> = Promise.resolve();

function change(
  next: (installed: readonly InstalledAdapter[]) => readonly InstalledAdapter[],
): Promise<void> {
  queue = queue
    .catch(() => undefined)
    .then(async () => browser.storage.local.set({ [KEY]: next(await installedAdapters()) }));
  return queue;
}

/** Adds an adapter, or replaces the installed one of its id. What the policy installed, only the policy replaces. */
export const installAdapter = (adapter: Adapter, from: AdapterOrigin, at: string): Promise<void> =>
  change((installed) => {
    const held = installed.find((one) => one.adapter.id === adapter.id);
    if (held?.from === 'policy' && from !== 'policy') return installed;
    return [...installed.filter((one) => one !== held), { adapter, from, at }];
  });

export const removeAdapter = (id: string): Promise<void> =>
  change((installed) => installed.filter(({ adapter }) => adapter.id !== id));

export function watchAdapters(changed: () => void): void {
  browser.storage.onChanged.addListener((changes, area) => {
    if (area === 'local' && KEY in changes) changed();
  });
}
