import * as z from 'zod/mini';
import { Day, Id } from '../../rules/words.ts';

const Line = z.string().check(z.minLength(1), z.maxLength(200));
const Unit = z.string().check(z.minLength(1), z.maxLength(80));

/** 专项监督: one body looks at one question across many cases. */
const Special = z.strictObject({
  kind: z.literal('special'),
  question: Line,
  /** What is looked at: the cases or records that are drawn, and how. */
  scope: z.strictObject({
    violations: z.array(Id),
    regions: z.array(z.string().check(z.regex(/^[1-9]\d{5}$/))),
    from: Day,
    to: Day,
  }),
  leader: Unit,
  until: Day,
});

/** 联动监督: several bodies deal with one matter, one of them in the lead, each with a task and a day. */
const Joint = z.strictObject({
  kind: z.literal('joint'),
  leader: Unit,
  tasks: z
    .array(z.strictObject({ unit: Unit, task: Line, until: Day }))
    .check(z.minLength(2, 'at least two bodies')),
});

/** 处置方式, each with its own form. */
export const Work = z.discriminatedUnion('kind', [Special, Joint]);
export type Work = z.infer<typeof Work>;
