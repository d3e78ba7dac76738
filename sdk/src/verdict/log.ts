import { type CodePayload, toHex } from '../codes/index.ts';
import type { Checkpoint } from '../log/checkpoint.ts';
import { hasPrefix } from '../log/growth.ts';
import { earlierTree, type GrowthProof } from '../log/growth-proof.ts';
import { type LoggedEntry, openReceipt, type ReceiptError } from '../log/open-receipt.ts';
import type { LogPolicy } from '../log/policy.ts';
import type { Checked } from './status.ts';
import type { Finding, FindingCode } from './verdict.ts';

export type { LoggedEntry } from '../log/open-receipt.ts';

/**
 * The receipt of a code's entry of type `issued`, as text in UTF-8; null where the log answers that it has none. A throw
 * is a host out of reach.
 */
export type LoadReceipt = (
  codeId: string,
) => Promise<{ readonly bytes: Uint8Array; readonly from: string } | null>;

/** How a log grew between two sizes: `proveGrowth` over tiles of any host. Null or a throw where that cannot be had. */
export type LoadGrowth = (origin: string, from: number, to: number) => Promise<GrowthProof | null>;

/** The largest checkpoint of each log that this reader has seen: IndexedDB, a file. */
export interface LogMemory {
  readonly read: (origin: string) => Promise<Checkpoint | null>;
  readonly write: (checkpoint: Checkpoint) => Promise<void>;
}

export interface LogReaderOptions {
  /** `logPolicy` of the trust list that was accepted. */
  readonly policyOf: (origin: string) => LogPolicy | null;
  readonly loadReceipt: LoadReceipt;
  readonly loadGrowth?: LoadGrowth;
  readonly memory?: LogMemory;
  /** Ask for the SM2 signature of the log too. */
  readonly sm2?: boolean;
}

/** What the log step found, and what a reader may show of it. */
export interface LogChecked extends Checked {
  readonly entry: LoggedEntry | null;
}

export interface LogReader {
  /** For the option of this name of `verify`. */
  readonly log: (
    id: string,
    payload: CodePayload,
    authority: string | undefined,
  ) => Promise<LogChecked>;
  /** For the option of this name of `verify`: the day, in China, on which the quorum had cosigned. */
  readonly witnessedOn: (id: string) => Promise<number | null>;
}

type Opened =
  | { readonly finding: Finding; readonly against: string }
  | { readonly finding: null; readonly against: string; readonly entry: LoggedEntry };

/**
 * Checks codes against the log, for `verify`: entry, inclusion, the log's signature, witnesses, and that the log goes on
 * from what the code saw when it was issued and from what this reader saw before. A receipt is loaded once for each code.
 */
export function logReader(options: LogReaderOptions): LogReader {
  const opened = new Map<string, Promise<Opened>>();
  const open = (id: string): Promise<Opened> => {
    const known = opened.get(id) ?? openFor(id, options);
    opened.set(id, known);
    return known;
  };
  return {
    log: async (id, payload, authority) => {
      const found = await open(id);
      if (found.finding !== null) return { ...found, entry: null };
      const { entry, against } = found;
      if (authority !== undefined && entry.leaf.authority !== authority) {
        return { finding: fail('log-entry'), against, entry: null };
      }
      const finding = await continuity(entry, payload, options);
      // A list that asks for no witness misses none.
      const unwitnessed = entry.witnessedAt === null && entry.policy.quorum > 0;
      const told = finding.state !== 'fail' && unwitnessed ? unknown('log-unwitnessed') : finding;
      return { finding: told, against, entry };
    },
    witnessedOn: async (id) => {
      const found = await open(id);
      const at = found.finding === null ? found.entry.witnessedAt : null;
      return at === null ? null : dayInChina(at);
    },
  };
}

const fail = (code: FindingCode): Finding => ({ state: 'fail', code });
const unknown = (code: FindingCode): Finding => ({ state: 'unknown', code });

const REFUSED: Readonly<Record<ReceiptError, Finding>> = {
  'receipt-format': unknown('log-unreadable'),
  'receipt-unlisted': unknown('log-unlisted'),
  'receipt-signature': fail('log-signature'),
  'receipt-leaf': fail('log-entry'),
  'receipt-root': fail('log-root'),
};

async function openFor(id: string, options: LogReaderOptions): Promise<Opened> {
  let loaded: Awaited<ReturnType<LoadReceipt>>;
  try {
    loaded = await options.loadReceipt(id);
  } catch {
    return { finding: unknown('log-unreachable'), against: '' };
  }
  if (loaded === null) return { finding: fail('log-absent'), against: '' };
  const text = new TextDecoder().decode(loaded.bytes);
  const opened = await openReceipt(text, options.policyOf, options);
  const { checkpoint, index } = (opened.ok ? opened.entry : opened.receipt) ?? {};
  const where = (witnesses: readonly { readonly name: string }[]) =>
    [
      checkpoint && `${checkpoint.origin} · ${index} of ${checkpoint.size}`,
      ...witnesses.map(({ name }) => name),
      loaded.from,
    ]
      .filter(Boolean)
      .join(' · ');
  if (!opened.ok) return { finding: REFUSED[opened.error], against: where([]) };
  const { entry } = opened;
  const against = where(entry.cosignatures);
  const ofThisCode = entry.leaf.type === 'issued' && entry.leaf.codeId === id;
  return ofThisCode ? { finding: null, against, entry } : { finding: fail('log-entry'), against };
}

/** Does the log of the receipt go on from what the code saw when it was issued, and from what this reader saw? */
async function continuity(
  { index, checkpoint }: LoggedEntry,
  { logHead }: CodePayload,
  { loadGrowth, memory }: LogReaderOptions,
): Promise<Finding> {
  const { origin } = checkpoint;
  const grown = async (from: number, to: number): Promise<GrowthProof | null> =>
    (await loadGrowth?.(origin, from, to).catch(() => null)) ?? null;
  let unproven = false;

  if (logHead !== undefined) {
    const growth = logHead.size <= index ? await grown(logHead.size, checkpoint.size) : null;
    const earlier = growth && earlierTree(growth, checkpoint);
    if (logHead.size > index) return fail('log-head');
    if (growth === null) unproven = true;
    else if (earlier === null || !hasPrefix(earlier, logHead.size, logHead.root)) {
      return fail('log-head');
    }
  }

  const seen = (await memory?.read(origin)) ?? null;
  if (seen !== null) {
    const [older, newer] = seen.size <= checkpoint.size ? [seen, checkpoint] : [checkpoint, seen];
    const growth =
      older.size === newer.size
        ? { from: older.size, root: toHex(older.root), to: newer.size, proof: [] }
        : await grown(older.size, newer.size);
    const earlier = growth && earlierTree(growth, newer);
    if (growth === null) unproven = true;
    else if (earlier === null || !hasPrefix(earlier, older.size, older.root)) {
      return fail('log-fork');
    }
  }
  if (unproven) return unknown('log-growth');
  if (seen === null || checkpoint.size > seen.size) await memory?.write(checkpoint);
  return { state: 'pass' };
}

/** Seconds since 1970 → yyyymmdd in China, which is 8 hours ahead of UTC all year. */
const dayInChina = (seconds: number): number =>
  Number(new Date((seconds + 8 * 3600) * 1000).toISOString().slice(0, 10).replaceAll('-', ''));
