import { ChiduError } from '../../errors.ts';
import { daysBetween } from '../../text/index.ts';
import type { Service } from '../service.ts';
import { staff } from '../store/records/staff.ts';

/** 执法证 as the register keeps it. */
export interface Certificate {
  readonly notBefore: string;
  readonly notAfter: string;
  /** Fields of law; null: all. */
  readonly fields: readonly string[] | null;
}

const SOON_DAYS = 30;

/**
 * Is the officer's certificate in order for this field of law today (行政处罚法 42, 程序规定 22)? One that is not known is
 * said to be not known.
 *
 * @throws {ChiduError} `officer-certificate` outside of its window, `officer-scope` for another field.
 */
export async function checkCertificate(
  { database }: Service,
  authority: string,
  kid: string,
  field: string,
  today: string,
): Promise<('certificate-unknown' | 'certificate-ends-soon')[]> {
  const row = await staff.byKid(database.reader, authority, kid);
  if (!row?.certificate) return ['certificate-unknown'];
  const { notBefore, notAfter, fields } = JSON.parse(row.certificate) as Certificate;
  if (today < notBefore || today > notAfter) {
    throw new ChiduError('officer-certificate', 'the certificate is not valid today', {
      fields: { notBefore, notAfter },
    });
  }
  if (fields !== null && !fields.includes(field)) {
    throw new ChiduError('officer-scope', 'the certificate does not cover this field of law', {
      fields: { field },
    });
  }
  return daysBetween(today, notAfter) < SOON_DAYS ? ['certificate-ends-soon'] : [];
}
