import * as z from 'zod/mini';
import { line } from './scalars.ts';

/**
 * What every refusal looks like. The code is stable (`ServiceError`, or a code of the part that refused); the message is
 * English for developers and never repeats what was sent.
 */
export const Problem = z.strictObject({
  error: z.string().check(z.regex(/^[a-z][a-z0-9-]*$/)),
  message: z.string(),
  /** Field at fault, as a JSON pointer, or what the code is about. */
  at: z.optional(z.string()),
  /** What a translated message needs. */
  fields: z.optional(z.record(z.string(), z.unknown())),
  /** Names this answer in the log of the service. */
  request: z.optional(line(64)),
});
export type Problem = z.infer<typeof Problem>;
