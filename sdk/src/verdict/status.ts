import { type CodePayload, type CodeStatus, type KeyRing, readStatusList } from '../codes/index.ts';
import type { Finding } from './verdict.ts';

/**
 * The signed status list of an authority and a year of issue, `2026`, or null where there is none. A throw is a host out
 * of reach. It is fetched whole, so that nobody learns which code is looked up.
 */
export type LoadStatusList = (
  authority: string,
  year: string,
) => Promise<{ readonly bytes: Uint8Array; readonly from: string } | null>;

export interface Checked {
  readonly finding: Finding;
  readonly against: string;
}

const FAILS: Readonly<Record<Exclude<CodeStatus, 'valid'>, StatusCode>> = {
  withdrawn: 'status-withdrawn',
  superseded: 'status-superseded',
  'decided-differently': 'status-decided-differently',
};
type StatusCode = 'status-withdrawn' | 'status-superseded' | 'status-decided-differently';

/** Was the code withdrawn, corrected or decided differently since? A stale list can still say yes, but no longer say no. */
export async function checkStatus(
  payload: CodePayload,
  authority: string | undefined,
  options: { readonly keys: KeyRing; readonly load: LoadStatusList; readonly now: Date },
): Promise<Checked> {
  const year = String(payload.issued).slice(0, 4);
  const unknown = (
    code: 'no-status' | 'status-unreachable' | 'status-refused' | 'status-stale',
    against = '',
  ): Checked => ({ finding: { state: 'unknown', code }, against });
  if (payload.statusIndex === undefined || authority === undefined) return unknown('no-status');
  let found: Awaited<ReturnType<LoadStatusList>>;
  try {
    found = await options.load(authority, year);
  } catch {
    return unknown('status-unreachable');
  }
  if (found === null) return unknown('no-status');
  const read = await readStatusList(found.bytes, {
    keys: options.keys,
    now: options.now.getTime(),
  });
  if (!read.ok) return unknown('status-refused', `${read.error} · ${found.from}`);
  const { list } = read;
  const against = `no. ${list.seq} · ${list.issued.slice(0, 10)} · ${found.from}`;
  if (list.authority !== authority || list.period !== year)
    return unknown('status-refused', against);
  const status = read.statusOf(payload.statusIndex);
  if (status === null) return unknown('status-refused', against);
  if (status !== 'valid') return { finding: { state: 'fail', code: FAILS[status] }, against };
  return read.stale ? unknown('status-stale', against) : { finding: { state: 'pass' }, against };
}
