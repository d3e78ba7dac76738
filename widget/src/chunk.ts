import { sha256 } from '@noble/hashes/sha2.js';

/** Hashes (SHA-256, base64) of the chunks of this build by name: see `build.ts`. */
declare const __CHIDU_CHUNKS__: Readonly<Record<string, string>>;
/** Which element this build is of: its files begin with the name. */
declare const __CHIDU_ELEMENT__: string;

/** Address of this file: chunks lie beside it. Taken while the script runs; afterwards a classic script has none. */
const here = import.meta.url;

const loading = new Map<string, Promise<unknown>>();

/**
 * Loads a chunk of this build and refuses any other content. A preload with `integrity` puts the checked module where
 * `import()` then finds it (HTML standard, module map). Where that is unknown the bytes are fetched and compared first,
 * which catches a wrong or altered file, though not a server that answers twice differently.
 * A failed load may be tried again.
 */
export function loadChunk(name: string): Promise<unknown> {
  const known = loading.get(name);
  if (known !== undefined) return known;
  const [hash, url] = [hashOf(name), addressOf(name)];
  const link = document.createElement('link');
  const checked = link.relList.supports?.('modulepreload')
    ? preload(link, url, `sha256-${hash}`)
    : compare(url, hash);
  const chunk = checked.then(() => import(/* @vite-ignore */ url));
  loading.set(name, chunk);
  chunk.catch(() => loading.delete(name));
  return chunk;
}

const hashOf = (name: string) => __CHIDU_CHUNKS__[name] as string;

/** The hash in the address keeps a new build from meeting an old file in a cache. */
const addressOf = (name: string) =>
  new URL(`${__CHIDU_ELEMENT__}-${name}.js?${encodeURIComponent(hashOf(name))}`, here).href;

/** Where a chunk lies whose bytes have been compared: for a worker, which no preload can check. */
export async function checkedAddress(name: string): Promise<string> {
  await compare(addressOf(name), hashOf(name));
  return addressOf(name);
}

function preload(link: HTMLLinkElement, url: string, integrity: string): Promise<void> {
  return new Promise((resolve, reject) => {
    link.rel = 'modulepreload';
    link.crossOrigin = 'anonymous';
    link.integrity = integrity;
    link.href = url;
    const settle = (then: () => void) => () => {
      link.remove();
      then();
    };
    link.onload = settle(resolve);
    link.onerror = settle(() => reject(new Error(`${url} is not the file of this build`)));
    document.head.append(link);
  });
}

async function compare(url: string, hash: string): Promise<void> {
  const bytes = new Uint8Array(await (await fetch(url)).arrayBuffer());
  if (btoa(String.fromCharCode(...sha256(bytes))) !== hash) {
    throw new Error(`${url} is not the file of this build`);
  }
}
