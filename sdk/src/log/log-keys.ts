import type { TrustList } from '../codes/trust-list.ts';

/**
 * Public keys of logs and witnesses alone, for whoever audits without a trust list. Format `chidu-log-keys/1`, members as
 * in the trust list: sdk/docs/formats/log-keys.md.
 */
export interface LogKeys extends Pick<TrustList, 'logs' | 'witnesses' | 'witnessQuorum'> {
  readonly format: 'chidu-log-keys/1';
}

/** Keys from JSON, or the path of the first fault. */
export function readLogKeys(value: unknown): LogKeys | { readonly at: string } {
  const at = faultOf(value);
  return at === null ? (value as LogKeys) : { at };
}

function faultOf(value: unknown): string | null {
  if (!isObject(value) || value.format !== 'chidu-log-keys/1') return '/format';
  for (const [list, name, optional] of [
    ['logs', 'origin', 'authority'],
    ['witnesses', 'name', 'chain'],
  ] as const) {
    const entries = value[list];
    if (!Array.isArray(entries)) return `/${list}`;
    const bad = entries.findIndex(
      (entry) =>
        !isObject(entry) ||
        typeof entry[name] !== 'string' ||
        typeof entry.key !== 'string' ||
        !['string', 'undefined'].includes(typeof entry[optional]),
    );
    if (bad >= 0) return `/${list}/${bad}`;
  }
  const quorum = value.witnessQuorum;
  return Number.isSafeInteger(quorum) && (quorum as number) >= 0 ? null : '/witnessQuorum';
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
