import { browser } from 'wxt/browser';
import type { FileState } from '../policy/apply-files.ts';
import { type ReadPolicy, readPolicy } from '../policy/policy.ts';

const NONE: ReadPolicy = { policy: {}, faults: [] };

/**
 * What the administrator has set. Firefox throws where there is no policy, and on a real installation it may come late: what
 * was last read counts until then.
 */
export async function currentPolicy(): Promise<ReadPolicy> {
  const stored = await browser.storage.managed.get(null).catch(() => null);
  if (stored && Object.keys(stored).length > 0) {
    await browser.storage.local.set({ lastPolicy: stored });
    return readPolicy(stored);
  }
  const { lastPolicy } = (await browser.storage.local.get('lastPolicy')) as {
    lastPolicy?: Record<string, unknown>;
  };
  // An empty answer that stays is a policy that was taken back: Chromium answers it as soon as it knows.
  return stored === null && lastPolicy ? readPolicy(lastPolicy) : NONE;
}

export function watchPolicy(changed: () => void): void {
  browser.storage.onChanged.addListener((_, area) => {
    if (area === 'managed') changed();
  });
}

export async function fileStates(): Promise<readonly FileState[]> {
  return ((await browser.storage.local.get('policyFiles')).policyFiles as FileState[]) ?? [];
}

export const saveFileStates = (states: readonly FileState[]): Promise<void> =>
  browser.storage.local.set({ policyFiles: states });

export interface StoredPack {
  readonly text: string;
  readonly from: 'policy' | 'file';
}

/** A pack that takes the place of the one of this build; null where none was brought. */
export async function storedPack(as: 'benchmark' | 'lists'): Promise<StoredPack | null> {
  return ((await browser.storage.local.get(`pack:${as}`))[`pack:${as}`] as StoredPack) ?? null;
}

export const savePack = (as: 'benchmark' | 'lists', pack: StoredPack | null): Promise<void> =>
  pack
    ? browser.storage.local.set({ [`pack:${as}`]: pack })
    : browser.storage.local.remove(`pack:${as}`);

/** Number of the last signed update that was taken in. */
export async function updateSeq(): Promise<number> {
  return ((await browser.storage.local.get('updateSeq')).updateSeq as number | undefined) ?? 0;
}

export const saveUpdateSeq = (seq: number): Promise<void> =>
  browser.storage.local.set({ updateSeq: seq });
