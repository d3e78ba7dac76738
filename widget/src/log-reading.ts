import { createClient } from '@chidu/sdk/api/client';
import { fromHex, toHex } from '@chidu/sdk/codes';
import { hostedTiles, logPolicy, proveGrowth } from '@chidu/sdk/log';
import {
  type Evidence,
  type LogEvidence,
  type LoggedEntry,
  type LogMemory,
  loadersOf,
  logReader,
} from '@chidu/sdk/verdict';
import type { Files } from './files.ts';
import type { TrustedIssuers } from './trust.ts';

export interface LogSources {
  readonly files: Files;
  readonly list: NonNullable<TrustedIssuers['list']>;
  /** Base address of the service, where the portal names one and no folder of receipts. */
  readonly service: string | null;
  readonly load: typeof fetch;
  readonly evidence: Evidence | null;
}

/** What the log showed of a code: for the page, and for a file of evidence. */
export interface LogShown {
  readonly entry: LoggedEntry | null;
  readonly evidence: LogEvidence | null;
}

/** The log step of a verdict, with the files that this page can reach; `shown` is set once it has been asked. */
export function openLog({ files, list, service, load, evidence }: LogSources) {
  let shown: LogShown = { entry: null, evidence: null };
  const growth: LogEvidence['growth'][number][] = [];
  let receipt: string | null = null;
  const kept = evidence && loadersOf(evidence).fromLog;

  const received = async (id: string) => {
    const found = await files.fetched('receipts', `${id}.txt`);
    if (found !== null || service === null) return found;
    const called = await createClient({ base: service, fetch: load }).receipt({
      params: { codeId: id },
    });
    if (!called.ok && called.status !== 404) throw new Error(called.error);
    return called.ok
      ? { bytes: new TextEncoder().encode(called.answer), from: new URL(service).host }
      : null;
  };
  const reader = logReader({
    policyOf: (origin) => logPolicy(list, origin),
    loadReceipt: async (id) => {
      const found = await received(id).catch((error) => {
        if (!kept) throw error;
        return kept.loadReceipt(id);
      });
      receipt = found && new TextDecoder().decode(found.bytes);
      return found ?? kept?.loadReceipt(id) ?? null;
    },
    loadGrowth: async (origin, from, to) => {
      const tiles = hostedTiles(
        async (path) => (await files.fetched('logs', `./${origin}/${path}`))?.bytes ?? null,
      );
      const proof = await proveGrowth(from, to, tiles).catch(
        () => kept?.loadGrowth(origin, from, to) ?? null,
      );
      if (proof !== null) growth.push(proof);
      return proof;
    },
    memory,
  });
  return {
    witnessedOn: reader.witnessedOn,
    log: async (...asked: Parameters<typeof reader.log>) => {
      const checked = await reader.log(...asked);
      shown = { entry: checked.entry, evidence: receipt === null ? null : { receipt, growth } };
      return checked;
    },
    shown: () => shown,
  };
}

/** The largest checkpoint of each log that this browser has seen. Where storage is closed nothing is lost but the memory. */
const memory: LogMemory = {
  read: async (origin) => {
    try {
      const { size, root } = JSON.parse(localStorage.getItem(`chidu-log-${origin}`) ?? '');
      const bytes = fromHex(root);
      return bytes && Number.isSafeInteger(size) ? { origin, size, root: bytes } : null;
    } catch {
      return null;
    }
  },
  write: async ({ origin, size, root }) => {
    try {
      localStorage.setItem(`chidu-log-${origin}`, JSON.stringify({ size, root: toHex(root) }));
    } catch {
      // As above.
    }
  },
};
