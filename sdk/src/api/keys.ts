import * as z from 'zod/mini';
import { LogPlace } from './issue.ts';
import { CreditCode, Day, Instant, KeyId, line, prose, Sha256 } from './scalars.ts';

/** A signed text (sdk/docs/formats/key-enrolment.md) as it was saved, at most 8 KiB. */
export const KeyRequestText = z.strictObject({ request: z.string().check(z.maxLength(8192)) });

/** The same with the approval that a second person signed after comparing the twelve digits. */
export const KeyApprovalText = z.strictObject({
  request: z.string().check(z.maxLength(8192)),
  approval: z.string().check(z.maxLength(8192)),
});

/**
 * The twelve digits are not answered: whoever compares them works them out alone (`requestDigits`), which is slow by
 * design and no work for a route that is open to everyone.
 */
export const KeyRequestTaken = z.strictObject({ hash: Sha256 });

export const KeyRequestRow = z.strictObject({
  hash: Sha256,
  authority: CreditCode,
  officer: z.int(),
  receivedAt: Instant,
  request: z.string(),
});
export type KeyRequestRow = z.infer<typeof KeyRequestRow>;

/** A key in the service's register. `certificate`: the officer's 执法证, without name or number. */
export const KeyRow = z.strictObject({
  kid: KeyId,
  alg: z.int(),
  spki: z.string(),
  role: z.string(),
  authorities: z.array(CreditCode),
  notBefore: Day,
  notAfter: Day,
  revokedAt: z.nullable(Day),
  /** From the trust list, or enrolled here and due for the next list. */
  from: z.enum(['trust-list', 'register']),
  officer: z.nullable(z.int()),
  certificate: z.nullable(
    z.strictObject({ notBefore: Day, notAfter: Day, fields: z.nullable(z.array(line(40))) }),
  ),
});
export type KeyRow = z.infer<typeof KeyRow>;

export const KeyAdded = z.strictObject({ kid: KeyId, place: LogPlace });
export type KeyAdded = z.infer<typeof KeyAdded>;

/** 执法证: window and fields of law it covers; null: all. */
export const CertificateRequest = z.strictObject({
  format: z.literal('chidu-certificate/1'),
  authority: CreditCode,
  notBefore: Day,
  notAfter: Day,
  fields: z.nullable(z.array(line(40)).check(z.maxLength(60))),
});

export const RevocationRequest = z.strictObject({
  format: z.literal('chidu-revocation/1'),
  authority: CreditCode,
  reason: prose(1000),
});
