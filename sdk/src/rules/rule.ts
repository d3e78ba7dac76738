import * as z from 'zod/mini';
import { Benchmark } from './benchmark.ts';
import { Ground } from './ground.ts';
import { Statute } from './statute.ts';
import { Day, Id } from './words.ts';

/**
 * 裁量规则: one statute entry and its benchmark entry, frozen. Its canonical JSON (RFC 8785) is hashed with SHA-256;
 * a supervision code binds that hash, and any host may serve the bytes as `rules/<hash>.json`.
 */
export const Rule = z.strictObject({
  format: z.literal('chidu-rule/1'),
  pack: z.strictObject({
    id: Id,
    version: z.string(),
    publisher: z.string(),
    publication: z.nullable(z.strictObject({ number: z.string(), date: Day })),
    sample: z.boolean(),
    from: Day,
    to: z.nullable(Day),
  }),
  statute: Statute,
  grounds: z.array(Ground),
  benchmark: Benchmark,
});
export type Rule = z.infer<typeof Rule>;
