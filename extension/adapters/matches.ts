import { globMatches } from '../locate/glob.ts';
import type { Adapter } from './adapter.ts';

/** Whether a match pattern covers an address. No port in the pattern means any port, as in the browsers. */
export function patternMatches(pattern: string, address: string): boolean {
  const parts = /^(https?):\/\/((?:\*\.)?[^/:]+)(?::(\d+|\*))?(\/.*)$/.exec(pattern);
  if (!parts || !URL.canParse(address)) return false;
  const [, scheme, host = '', port, path = ''] = parts;
  const url = new URL(address);
  if (url.protocol !== `${scheme}:`) return false;
  const wanted = host.replace(/^\*\./, '');
  const under = host.startsWith('*.') && url.hostname.endsWith(`.${wanted}`);
  if (url.hostname !== wanted && !under) return false;
  if (port !== undefined && port !== '*' && (url.port || defaultPort(url)) !== port) return false;
  return globMatches(path, url.pathname + url.search);
}

/**
 * The adapter for a document. A document without an address of its own (about:blank, a window filled by
 * document.write) is read by the adapter of the origin that made it.
 */
export function adapterFor(
  adapters: readonly Adapter[],
  document: { readonly url: string; readonly origin: string },
): Adapter | null {
  const blank = /^(about|blob|data):/.test(document.url);
  const hits = adapters.filter((adapter) =>
    adapter.matches.some((pattern) =>
      blank
        ? patternMatches(pattern.replace(/^([a-z]+:\/\/[^/]+)\/.*$/, '$1/*'), `${document.origin}/`)
        : patternMatches(pattern, document.url),
    ),
  );
  return hits.length === 1 ? (hits[0] ?? null) : null;
}

const defaultPort = (url: URL): string => (url.protocol === 'https:' ? '443' : '80');
