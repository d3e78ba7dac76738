import type { LoadRule, LoadStatusList } from '@chidu/sdk/verdict';

/**
 * A file under a base address. Any host will do, for what comes is checked. No credentials and no referrer are sent: the
 * address of this page may hold the code.
 */
async function loadFrom(base: string, name: string, load: typeof fetch) {
  const address = new URL(name, new URL(base, document.baseURI));
  const response = await load(address, { credentials: 'omit', referrerPolicy: 'no-referrer' });
  if (response.status === 404) return null;
  if (!response.ok) throw new Error(`${response.status} ${address.host}`);
  return { bytes: new Uint8Array(await response.arrayBuffer()), from: address.host };
}

/** Rules as `<hash>.json` under one base address. */
export const ruleLoader =
  (base: string | null, load: typeof fetch): LoadRule =>
  async (hash) =>
    base === null ? null : loadFrom(base, `${hash}.json`, load);

/** Status lists as `<credit code>-<year>.txt` under one base address. */
export const statusLoader =
  (base: string, load: typeof fetch): LoadStatusList =>
  (authority, year) =>
    loadFrom(base, `${authority}-${year}.txt`, load);
