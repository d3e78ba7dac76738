import { browser } from 'wxt/browser';
import { matchPatterns } from './match-patterns.ts';

export const hasHosts = (origins: string[]): Promise<boolean> =>
  browser.permissions.contains({ origins: matchPatterns(origins) });

/** Asks the user; to be called at once in the answer to a click. True without a question where it was granted already. */
export async function requestHosts(origins: string[]): Promise<boolean> {
  try {
    return await browser.permissions.request({ origins: matchPatterns(origins) });
  } catch {
    // Not an address the manifest allows to ask for.
    return false;
  }
}

/** Gives addresses back. Those of the manifest stay. */
export async function dropHosts(origins: string[]): Promise<void> {
  await browser.permissions.remove({ origins: matchPatterns(origins) }).catch(() => false);
}
