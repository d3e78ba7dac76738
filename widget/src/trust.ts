import {
  type AcceptedTrustList,
  type Authority,
  acceptTrustList,
  type TrustMemory,
  type TrustRoots,
} from '@chidu/sdk/codes';
import type { Trust } from '@chidu/sdk/verdict';
import type { Files } from './files.ts';

/** The keys to trust, and whose they are. */
export type TrustedIssuers = Trust & {
  /** The accepted list, for what it says of logs; absent where keys were handed in without one. */
  readonly list?: AcceptedTrustList['list'];
  /** The authority that a signature speaks for, with what the list says of it; null where it is not known. */
  readonly issuerOf: (kid: string | null, authority: string | undefined) => Issuer | null;
};

export interface Issuer extends Pick<Authority, 'code' | 'name' | 'hosts' | 'channels'> {
  /** Signed by an officer's key while the authority has no signing device of its own. */
  readonly provisional: boolean;
}

/** Root keys that this build pins (`build.ts --roots`); a page cannot replace them. */
declare const __CHIDU_ROOTS__: TrustRoots | undefined;

/** Reads and checks the trust list: attribute `trust-list`, and, where the build pins no roots, `trust-roots`. */
export async function loadTrust(files: Files, now: Date): Promise<TrustedIssuers> {
  try {
    const [roots, list] = await Promise.all([rootsOf(files), files.trustList(), openStorage()]);
    if (roots === null || list === null) return untrusted('trust-missing', '');
    const accepted = await acceptTrustList(list.bytes, {
      roots,
      now: now.getTime(),
      memory: memoryOf(roots),
    });
    return accepted.ok
      ? trusted(accepted, list.from)
      : untrusted('trust-refused', `${accepted.error} · ${list.from}`);
  } catch {
    // No network, or roots that are no JSON: in each case nothing is at hand to trust.
    return untrusted('trust-missing', '');
  }
}

/** The first look at storage waits for a disk: taken when all is asked for and drawn, while the network is waited for. */
async function openStorage(): Promise<void> {
  await null;
  try {
    void localStorage.length;
  } catch {
    // Closed, as `memoryOf` will find.
  }
}

async function rootsOf(files: Files): Promise<TrustRoots | null> {
  if (typeof __CHIDU_ROOTS__ !== 'undefined') return __CHIDU_ROOTS__;
  const found = await files.fetched('trust-roots', '');
  return found && (JSON.parse(new TextDecoder().decode(found.bytes)) as TrustRoots);
}

const untrusted = (why: 'trust-missing' | 'trust-refused', against: string): TrustedIssuers => ({
  keys: null,
  why,
  against,
  issuerOf: () => null,
});

function trusted({ list, keys, holders }: AcceptedTrustList, host: string): TrustedIssuers {
  return {
    keys,
    list,
    against: [`no. ${list.seq}`, list.issued.slice(0, 10), host, ...holders].join(' · '),
    nextUpdate: list.nextUpdate,
    issuerOf: (kid, authority) => {
      const key = kid === null ? undefined : keys.get(kid);
      const code = authority ?? key?.authorities?.[0];
      const found = list.authorities.find((each) => each.code === code);
      return key && found ? { ...found, provisional: key.role === 'officer-provisional' } : null;
    },
  };
}

/**
 * The newest list that this browser has seen, so that an older one is noticed. A new set of roots begins anew. Where
 * storage is closed (a sandboxed frame) the floor of the roots is all there is.
 */
function memoryOf({ holders }: TrustRoots): TrustMemory {
  const name = `chidu-trust-${holders[0]?.ed25519.slice(-16)}`;
  return {
    read: async () => {
      try {
        return JSON.parse(localStorage.getItem(name) ?? 'null');
      } catch {
        return null;
      }
    },
    write: async (seen) => {
      try {
        localStorage.setItem(name, JSON.stringify(seen));
      } catch {
        // Nothing is lost but the memory.
      }
    },
  };
}
