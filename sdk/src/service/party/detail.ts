import { createHash, timingSafeEqual } from 'node:crypto';
import type * as z from 'zod/mini';
import type { Detail, DetailRequest } from '../../api/index.ts';
import { partyCommitment } from '../../codes/index.ts';
import { ChiduError } from '../../errors.ts';
import type { CodeDetails } from '../issue/issue-code.ts';
import { hitsSince } from '../rate.ts';
import type { Service } from '../service.ts';
import type { CodeRow } from '../store/records/codes.ts';
import { heldCode } from './held-code.ts';

const HOUR_MS = 3_600_000;
/** Every answer leaves on a multiple of this after the question came, so that its time tells nothing. Milliseconds. */
export const TICK = 250;

const NOTHING: Detail = { content: null, type: null };
/** Stands in where a code has no party, so that the same work is done. */
const NO_SALT = new Uint8Array(8);
const NO_PARTY = new Uint8Array(16);

/**
 * The detail document for whoever names the party of the code. One shape for every answer: whether the code, the name, the
 * number or the count of attempts was at fault is neither said nor to be told by the time taken.
 */
export async function detailFor(
  service: Service,
  request: z.infer<typeof DetailRequest>,
): Promise<Detail> {
  const started = performance.now();
  try {
    return await opened(service, request);
  } finally {
    const taken = performance.now() - started;
    await service.pause(Math.ceil((taken + 1) / TICK) * TICK - taken);
  }
}

async function opened(
  service: Service,
  { code, name, idNumber }: z.infer<typeof DetailRequest>,
): Promise<Detail> {
  const row = await issued(service, code);
  const [first] = service.config.authorities;
  // Attempts are counted for codes that do not exist as well, under what was sent.
  const authority = row?.authority ?? first?.code ?? '';
  const counted = createHash('sha256')
    .update(row?.codeId ?? code)
    .digest('hex');
  const tries = await hitsSince(service, authority, `detail:${counted}`, HOUR_MS);
  const expected = row?.party ?? NO_PARTY;
  const found = commitment(row?.salt ?? NO_SALT, name, idNumber);
  const same = timingSafeEqual(found, expected) && row?.party != null;
  if (!same || tries > service.config.limits.detailPerHour || !row?.detail) return NOTHING;
  const { detailType } = JSON.parse(row.details) as CodeDetails;
  return { content: Buffer.from(row.detail).toString('base64'), type: detailType };
}

async function issued(service: Service, text: string): Promise<CodeRow | null> {
  try {
    return (await heldCode(service, text)).row;
  } catch (error) {
    if (error instanceof ChiduError && ['code-refused', 'not-found'].includes(error.code))
      return null;
    throw error;
  }
}

/** A name that no commitment can hold is another name. */
function commitment(salt: Uint8Array, name: string, idNumber: string): Uint8Array {
  try {
    return partyCommitment(salt, name, idNumber);
  } catch {
    return partyCommitment(salt, '', idNumber);
  }
}
