import {
  type AcceptedTrustList,
  acceptTrustList,
  type TrustMemory,
  type TrustRoots,
} from '@chidu/sdk/codes';
import type { TrustError } from '@chidu/sdk/errors';
import * as z from 'zod/mini';
import type { Settings } from '../platform/settings.ts';

/** Why no list could be checked: nobody asked yet, something is missing, or the list itself is refused. */
export type Unchecked =
  | 'not-asked'
  | 'no-portal'
  | 'no-roots'
  | 'not-allowed'
  | 'unreachable'
  | TrustError;

export type CheckedList =
  | { readonly ok: true; readonly accepted: AcceptedTrustList }
  | { readonly ok: false; readonly why: Unchecked };

/** Where the list is; null where no portal and no address of a list is set. */
function listAddress({ trustList, portal }: Settings): string | null {
  if (trustList !== '') return trustList;
  return portal === '' ? null : `${portal}/trust-list.txt`;
}

/** Fetches the list from the configured address and checks it under the roots that were loaded. */
export async function checkList(
  settings: Settings,
  ports: {
    /** Whether the origins may be asked. */
    readonly allowed: (origins: string[]) => Promise<boolean>;
    readonly fetch: typeof globalThis.fetch;
    readonly memory: (rootsSha256: string) => TrustMemory;
    readonly now: () => Date;
  },
): Promise<CheckedList> {
  const refuse = (why: Unchecked): CheckedList => ({ ok: false, why });
  const address = listAddress(settings);
  const { roots } = settings;
  if (address === null) return refuse('no-portal');
  if (roots === null) return refuse('no-roots');
  if (!(await ports.allowed([`${new URL(address).origin}/*`]))) return refuse('not-allowed');
  let bytes: Uint8Array;
  try {
    const response = await ports.fetch(address, { cache: 'no-store', credentials: 'omit' });
    if (!response.ok) return refuse('unreachable');
    bytes = new Uint8Array(await response.arrayBuffer());
  } catch {
    return refuse('unreachable');
  }
  const accepted = await acceptTrustList(bytes, {
    roots: roots.pinned,
    now: ports.now().getTime(),
    memory: ports.memory(roots.sha256),
  });
  return accepted.ok ? { ok: true, accepted } : refuse(accepted.error);
}

const spki = z.string().check(z.regex(/^([0-9a-f]{2})+$/));
const Roots = z.object({
  format: z.literal('chidu-roots/1'),
  quorum: z.int().check(z.minimum(2)),
  seqFloor: z.int().check(z.minimum(0)),
  holders: z.array(z.object({ name: z.string(), ed25519: spki, sm2: spki })),
});

/** The root keys of a file, `chidu-roots/1`; null where it is none, or where no quorum of its holders is possible. */
export function readRoots(text: string): TrustRoots | null {
  try {
    const { data } = Roots.safeParse(JSON.parse(text));
    return data && data.quorum <= data.holders.length ? data : null;
  } catch {
    return null;
  }
}
