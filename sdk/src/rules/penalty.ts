import * as z from 'zod/mini';

/**
 * Kinds of penalty (行政处罚法 9 and special laws). `number` in a code's label 13 groups them:
 * see `penaltyNumber`.
 */
export const PenaltyKind = z.enum([
  'warning',
  'circulated-criticism',
  'fine',
  'confiscate-illegal-gains',
  'confiscate-fees',
  'confiscate-goods',
  'confiscate-tools',
  'suspend-permit',
  'downgrade',
  'revoke-permit',
  'revoke-business-licence',
  'withdraw-approval',
  'restrict-business',
  'suspend-business',
  'order-closure',
  'practice-ban',
  'detention-by-police',
  'no-new-application',
]);
export type PenaltyKind = z.infer<typeof PenaltyKind>;

/** shall 应当 · may 可以 · upTo 直至 · oneOf 或者 */
export const Mode = z.enum(['shall', 'may', 'upTo', 'oneOf']);
export type Mode = z.infer<typeof Mode>;
