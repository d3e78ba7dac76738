import { type AcceptedTrustList, readTrustList, type TrustRoots } from '@chidu/sdk/codes';
import type { CommandIo } from '../command.ts';
import { Faults } from './faults.ts';
import { fileBytes, parsed } from './packs.ts';

/** The trust list that `--trust` names under the roots of `--roots`; null where one of them is not given. */
export async function trustList(
  { trust, roots }: { readonly trust?: string; readonly roots?: string },
  io: CommandIo,
): Promise<AcceptedTrustList | null> {
  if (trust === undefined || roots === undefined) return null;
  const pinned = parsed(await fileBytes(roots, io)) as TrustRoots;
  const list = await readTrustList(await fileBytes(trust, io), {
    roots: pinned,
    now: io.now(),
    sm2: true,
  });
  if (list.ok) return list;
  const { error, fields } = list;
  throw new Faults([{ code: error, at: trust, message: 'the trust list is refused', fields }]);
}
