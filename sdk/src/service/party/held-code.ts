import { verifyCode } from '../../codes/index.ts';
import { ChiduError } from '../../errors.ts';
import { ownKeys } from '../own-keys.ts';
import type { Service } from '../service.ts';
import { type CodeRow, codes } from '../store/records/codes.ts';

/** A code that somebody holds and this service issued. */
export interface HeldCode {
  readonly authority: string;
  readonly row: CodeRow;
}

/**
 * The code behind a text. A revoked key refuses nobody here: the service knows what it issued, and the holder must be able
 * to ask and object above all then.
 *
 * @throws {ChiduError} `code-refused` with the refusal where it is no genuine code; `not-found` where it was not issued
 * here: then no case number stands behind it, and nothing can be raised.
 */
export async function heldCode(service: Service, text: string): Promise<HeldCode> {
  const code = await verifyCode(text, await ownKeys(service), { witnessedOn: () => 0 });
  if (!code.ok) {
    throw new ChiduError('code-refused', 'this is no code that could be checked', {
      at: '/code',
      fields: { refusal: code.error },
    });
  }
  const authority = code.payload.authority ?? code.key.authorities?.[0] ?? '';
  const row = await codes.byId(service.database.reader, authority, code.id);
  if (row === null) throw new ChiduError('not-found', 'this code was not issued here');
  return { authority, row };
}
