import { createHash } from 'node:crypto';
import { parseSignedText } from '../../codes/index.ts';
import { encodeLeaf } from '../../log/index.ts';
import { conflictsWith } from '../once.ts';
import type { Service } from '../service.ts';
import { jobs } from '../store/records/jobs.ts';

/** Is the next list overdue? Then revocations may be missing; that is shown, and lets no new key in: sdk/docs/formats/trust-list.md. */
export const trustIsStale = async ({
  trust,
  now,
}: Pick<Service, 'trust' | 'now'>): Promise<boolean> => now() > (await trust.nextUpdate());

/**
 * Enters the trust list that is in use in the log of an authority, each list once: which keys were believed when is then
 * as fixed as what they signed. Its bytes are public, so the leaf has their hash without a salt.
 */
export async function enterTrustList(
  { trust, database, logs }: Service,
  authority: string,
): Promise<void> {
  const bytes = await trust.bytes();
  const signed = bytes && parseSignedText(bytes);
  if (!signed) return;
  const bodyHash = createHash('sha256').update(signed.body).digest('hex');
  const id = `trust-list:${bodyHash}`;
  if (await jobs.byId(database.reader, authority, id)) return;
  try {
    await logs.append(authority, {
      kind: 'trust-list',
      data: ({ time }) =>
        encodeLeaf({
          type: 'trust-list',
          time: Math.floor(time / 1000),
          authority,
          bodyHash,
          actor: { role: 'service', kid: null },
        }),
      within: (sql, { time }) =>
        jobs.insert(sql, {
          authority,
          id,
          kind: 'trust-list',
          dueAt: time,
          attempts: 1,
          doneAt: time,
          data: '{}',
        }),
    });
  } catch (error) {
    // Another instance was faster.
    if (!conflictsWith(error, 'job_pkey')) throw error;
  }
}
