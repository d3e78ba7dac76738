import { ChiduError } from '../errors.ts';
import type { Caller } from './caller.ts';
import type { Act } from './record.ts';
import type { Service } from './service.ts';
import { requests } from './store/records/requests.ts';

type Json = Readonly<Record<string, unknown>>;

/**
 * Does a signed act once: the same request again gets the first answer, once the entry lies in a signed checkpoint; another one
 * under the same id is refused.
 *
 * @param work gets what `record` needs to keep the answer in the transaction of the act
 * @throws {ChiduError} `request-reused`, `store-unavailable` where no checkpoint comes in time, and what `work` throws.
 */
export async function once<Answer extends Json>(
  { database, logs }: Pick<Service, 'database' | 'logs'>,
  authority: string,
  { requestId, digest }: Pick<Caller, 'requestId' | 'digest'>,
  work: (keep: (answer: NonNullable<Act['once']>['answer']) => Act['once'] & {}) => Promise<Answer>,
): Promise<Answer> {
  const earlier = async (): Promise<Answer | null> => {
    const row = await requests.find(database.reader, authority, requestId);
    if (row === null) return null;
    if (row.digest !== digest)
      throw new ChiduError('request-reused', 'this id was used for another request');
    // The row is there before the checkpoint is signed, and stays there where it cannot be.
    await logs.settled(authority);
    return JSON.parse(row.answer) as Answer;
  };
  const found = await earlier();
  if (found !== null) return found;
  try {
    return await work((answer) => ({ id: requestId, digest, answer }));
  } catch (error) {
    // Two of the same at once: the one that came second gets the answer of the first.
    const again = error instanceof ChiduError ? await earlier() : null;
    if (again !== null) return again;
    throw error;
  }
}

/** Is it this constraint that refused a row? */
export const conflictsWith = (error: unknown, constraint: string): boolean =>
  error instanceof ChiduError &&
  error.code === 'store-conflict' &&
  error.fields.constraint === constraint;
