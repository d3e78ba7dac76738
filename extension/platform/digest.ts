import { hex, sha256 } from '@chidu/sdk/text';
import { browser } from 'wxt/browser';

/** Made once on this machine and kept with its settings. */
async function salt(): Promise<string> {
  const { salt } = (await browser.storage.local.get('salt')) as { salt?: string };
  if (salt) return salt;
  const made = hex(crypto.getRandomValues(new Uint8Array(16)));
  await browser.storage.local.set({ salt: made });
  return made;
}

/**
 * Digests of short texts, salted on this machine: an amount or a name is guessed at once from a plain hash. Eight bytes tell
 * two values apart and nothing else.
 */
export async function saltedDigests(
  texts: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const own = await salt();
  const encoder = new TextEncoder();
  return new Map(
    await Promise.all(
      texts.map(
        async (text) =>
          [text, hex(await sha256(encoder.encode(`${own}\n${text}`))).slice(0, 16)] as const,
      ),
    ),
  );
}

/** Salted SHA-256 of a long text, 64 hex digits. */
export const textDigest = async (text: string): Promise<string> =>
  hex(await sha256(new TextEncoder().encode(`${await salt()}\n${text}`)));
