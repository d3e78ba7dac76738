import type { CheckSigned } from '@chidu/sdk/cases';
import { parseSignedText, readPublication, readTrustList, type TrustRoots } from '@chidu/sdk/codes';
import type { CommandIo } from '../command.ts';
import { Faults } from '../rules/faults.ts';
import { fileBytes, parsed } from '../rules/packs.ts';
import type { Options } from './options.ts';

/**
 * Whose signature counts: publishers of a trust list, or anybody where the caller says `--unsigned`. Null when neither is given.
 */
export async function trusted(options: Options, io: CommandIo): Promise<CheckSigned | null> {
  const { trust, roots, unsigned } = options;
  if (unsigned) return async (signed) => parseSignedText(signed)?.body ?? signed;
  if (trust === undefined || roots === undefined) return null;
  const pinned = parsed(await fileBytes(roots, io)) as TrustRoots;
  const list = await readTrustList(await fileBytes(trust, io), {
    roots: pinned,
    now: io.now(),
    sm2: true,
  });
  if (list.ok) return (signed) => readPublication(signed, list.keys);
  const { error, fields } = list;
  throw new Faults([{ code: error, at: trust, message: 'the trust list is refused', fields }]);
}
