import { createHash } from 'node:crypto';
import { lookUpCode } from '../../codes/index.ts';
import { ChiduError } from '../../errors.ts';
import { hitsSince } from '../rate.ts';
import type { Service } from '../service.ts';
import { codes } from '../store/records/codes.ts';

const HOUR_MS = 3_600_000;

/**
 * The text of a code by what stands beside it on the paper. Twelve digits are 40 bits: attempts are counted for each
 * document number, found or not.
 *
 * @throws {ChiduError} `not-found`, `too-many`.
 */
export async function lookUp(
  service: Service,
  query: { readonly document: string; readonly checkCode: string },
): Promise<string> {
  const result = await lookUpCode(query, async ({ document, checkCode }) => {
    const { authorities, limits } = service.config;
    const [first] = authorities;
    const named = createHash('sha256').update(document).digest('hex');
    const tries = await hitsSince(service, first?.code ?? '', `lookup:${named}`, HOUR_MS);
    if (tries > limits.lookupPerHour) {
      throw new ChiduError('too-many', 'too many look-ups of this document in an hour');
    }
    for (const { code } of authorities) {
      const row = await codes.byLookup(service.database.reader, code, document, checkCode);
      if (row?.text) return row.text;
    }
    return null;
  });
  if (result.ok) return result.text;
  throw new ChiduError('not-found', 'no code is printed beside these', { at: '/checkCode' });
}
