import * as z from 'zod/mini';
import { Instant, line, Sha256 } from './scalars.ts';

/** 签名请求: what a member of staff signs for each request. Format `chidu-request/1`: sdk/docs/formats/request.md. */
export const SignedRequest = z.strictObject({
  format: z.literal('chidu-request/1'),
  audience: line(200),
  method: z.enum(['GET', 'POST', 'PUT']),
  /** Path and query, as sent. */
  path: line(2000),
  made: Instant,
  /** The same id with the same content is the same act and gets the same answer. */
  id: z.string().check(z.regex(/^[A-Za-z0-9_-]{8,64}$/)),
  /** SHA-256 of the body; of no bytes where there is none. */
  content: Sha256,
});
export type SignedRequest = z.infer<typeof SignedRequest>;
