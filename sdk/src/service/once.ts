import { ChiduError } from '../errors.ts';
import type { Caller } from './caller.ts';
import type { Act } from './record.ts';
import type { Service } from './service.ts';
import { requests } from './store/records/requests.ts';

type Json = Readonly<Record<string, unknown>>;

/**
 * Does a signed act once: the same request again gets the first answer, another one under the same id is refused.
 *
 * @param work gets what `record` needs to keep the answer in the transaction of the act
 * @throws {ChiduError} `request-reused`, and what `work` throws.
 */
export async function once<Answer extends Json>(
  { database }: Service,
  authority: string,
  { requestId, digest }: Caller,
  work: (keep: (answer: NonNullable<Act['once']>['answer']) => Act['once'] & {}) => Promise<Answer>,
): Promise<Answer> {
  const earlier = async (): Promise<Answer | null> => {
    const row = await requests.find(database.reader, authority, requestId);
    if (row === null) return null;
    if (row.digest === digest) return JSON.parse(row.answer) as Answer;
    throw new ChiduError('request-reused', 'this id was used for another request');
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
